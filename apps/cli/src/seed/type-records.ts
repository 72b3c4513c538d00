import type { DemoCaseType, DemoRecord } from './demo-case.js';
import type { Random } from './random.js';

type Weights = Record<string, number>;
type Dates = { occurredOn: string | null; openedOn: string };

/** ICCS sections of which citizens abroad are suspected, roughly as often as the press tells. */
const offences: Weights = {
  '05': 30,
  '02': 18,
  '08': 17,
  '07': 12,
  '06': 9,
  '01': 5,
  '04': 5,
  '03': 3,
  '11': 1,
};
const sufferedOffences: Weights = { '02': 34, '05': 24, '07': 20, '03': 12, '04': 10 };

/** Manner of death with its ICD-10 block or chapter: mostly accidents, mishaps, suicide, crime. */
const deaths: Weights = {
  'ACCIDENT V01-V99': 9,
  'ACCIDENT V40-V49': 6,
  'ACCIDENT V01-V09': 3,
  'ACCIDENT W00-W19': 8,
  'ACCIDENT W20-W49': 6,
  'ACCIDENT W65-W74': 5,
  'ACCIDENT X40-X49': 4,
  'ACCIDENT X00-X09': 2,
  'SUICIDE X60-X84': 15,
  'HOMICIDE X85-Y09': 9,
  'NATURAL I00-I99': 16,
  'NATURAL C00-D48': 8,
  'NATURAL K00-K93': 4,
  'UNDETERMINED Y10-Y34': 3,
  'PENDING UNKNOWN': 2,
};
const illnesses: Weights = {
  'S00-T98': 34,
  'I00-I99': 22,
  'F00-F99': 12,
  'K00-K93': 10,
  'C00-D48': 10,
  'O00-O99': 7,
  'J00-J99': 5,
};
const needs: Weights = {
  REPATRIATION: 30,
  DOCUMENTS: 28,
  DESTITUTION: 14,
  FAMILY: 10,
  SCHOOL: 6,
  CHILD: 6,
  ELDERLY: 4,
  OTHER: 2,
};
const circumstances: Weights = {
  WORK: 24,
  TRAVEL: 14,
  FAMILY_CONFLICT: 22,
  MIGRATION_ROUTE: 12,
  TRAFFICKING_SUSPECTED: 10,
  UNKNOWN: 18,
};
const issues: Weights = {
  UNPAID_WAGES: 34,
  WORK_ACCIDENT: 26,
  CONTRACT_BREACH: 10,
  PASSPORT_RETAINED: 8,
  ILLEGAL_DISMISSAL: 7,
  EXCESS_HOURS: 5,
  RECRUITMENT_FRAUD: 5,
  BAD_HOUSING: 3,
  TRAFFICKING: 2,
};

/** What its type asks for beyond every case, with the cause that the counts use. */
export function aRecord(random: Random, type: DemoCaseType, dates: Dates): DemoRecord {
  return makers[type](random, dates);
}

const makers: Record<DemoCaseType, (random: Random, dates: Dates) => DemoRecord> = {
  DETENTION: detention,
  DEATH: death,
  MISSING: (random, { occurredOn }) => {
    const circumstance = random.weighted(circumstances);
    return { cause: circumstance, content: { missing: { circumstance, lastSeenOn: occurredOn } } };
  },
  CRIME_VICTIM: (random, { openedOn }) => {
    const offence = random.weighted(sufferedOffences);
    const reportedPoliceOn = random.chance(0.7) ? openedOn : null;
    return { cause: offence, content: { crimeVictim: { offence, reportedPoliceOn } } };
  },
  LABOUR: labour,
  INSURANCE: insurance,
  MEDICAL: (random) => chosen(random.weighted(illnesses)),
  WELFARE: (random) => chosen(random.weighted(needs)),
};

/** A type without a record: its cause is chosen directly. */
const chosen = (cause: string): DemoRecord => ({ cause, content: { cause } });

function detention(random: Random, { occurredOn, openedOn }: Dates): DemoRecord {
  const basis = random.weighted({ CRIMINAL: 80, IMMIGRATION: 20 });
  const offence = basis === 'CRIMINAL' ? random.weighted(offences) : '08';
  return detentionRecord(random, { basis, offence, arrestedOn: occurredOn, openedOn });
}

interface DetentionFacts {
  basis: string;
  offence: string;
  arrestedOn: string | null;
  openedOn: string;
}

export function detentionRecord(random: Random, facts: DetentionFacts): DemoRecord {
  const authority =
    facts.basis === 'IMMIGRATION'
      ? 'IMMIGRATION'
      : random.weighted({ POLICE: 60, PRISON: 28, PROSECUTION: 12 });
  return {
    cause: facts.offence,
    content: {
      detention: {
        authority,
        basis: facts.basis,
        offence: facts.offence,
        arrestedOn: facts.arrestedOn,
        missionNotifiedOn: facts.openedOn,
        facility: random.pick([
          'Зохиомол хорих газар',
          'Загвар цагдан хорих байр',
          'Example Detention Centre',
        ]),
      },
    },
  };
}

function death(random: Random): DemoRecord {
  const [manner = '', icd10 = ''] = random.weighted(deaths).split(' ');
  return deathRecord(random, manner, icd10);
}

export function deathRecord(random: Random, manner: string, icd10: string): DemoRecord {
  const mayBeAtWork = manner === 'ACCIDENT' && (icd10.startsWith('W') || icd10.startsWith('X'));
  return {
    cause: icd10,
    content: {
      death: {
        manner,
        icd10,
        inCustody: random.chance(0.03) ? 'YES' : 'NO',
        atWork: mayBeAtWork ? random.pick(['YES', 'NO', 'UNKNOWN']) : 'NO',
      },
    },
  };
}

function labour(random: Random): DemoRecord {
  const first = random.weighted(issues);
  const second = random.weighted(issues);
  return {
    cause: first,
    content: {
      labour: {
        issues: second !== first && random.chance(0.3) ? [first, second] : [first],
        employer: random.pick([
          'Example Industry Co.',
          'Sample Foods Ltd.',
          'Загвар Констракшн',
          'Demo Farms s.r.o.',
        ]),
        injuryFatal: first === 'WORK_ACCIDENT' ? 'NO' : 'UNKNOWN',
        occupation: random.weighted({ '9': 40, '8': 25, '7': 20, '5': 10, '6': 5 }),
        activity: random.weighted({ C: 42, F: 24, A: 14, I: 12, H: 8 }),
        legalStatus: random.weighted({ REGULAR: 60, IRREGULAR: 26, STUDENT: 14 }),
      },
    },
  };
}

function insurance(random: Random): DemoRecord {
  const scheme = random.weighted({
    WORK_INJURY: 30,
    DEPARTURE: 22,
    HEALTH: 20,
    RETURN_COST: 12,
    PENSION: 10,
    CASUALTY: 6,
  });
  const enrolment = random.weighted({ ENROLLED: 60, NOT_ENROLLED: 18, DOCS_MISSING: 12, SUBMITTED: 10 });
  const benefits: Record<string, string> = {
    WORK_INJURY: 'TEMP_DISABILITY',
    HEALTH: 'MEDICAL',
    DEPARTURE: 'SEVERANCE',
    RETURN_COST: 'RETURN_FARE',
  };
  const claim =
    enrolment === 'ENROLLED'
      ? random.weighted({ FILED: 40, APPROVED: 18, PAID: 18, INFO_REQUESTED: 14, REJECTED: 10 })
      : 'DRAFT';
  const benefit = benefits[scheme] ?? 'UNKNOWN';
  return { cause: scheme, content: { insurance: { scheme, enrolment, benefit, claim } } };
}
