import { v7 as uuidv7 } from 'uuid';
import { type CaseType, RECORD_NAMES, recordShapes } from '../records/case-types.js';
import type { PartialDate } from '../file/dates.rules.js';
import type { Filing, PersonInput, RecordInput } from '../filing/filing.js';

/** Fictional, and obviously so. */
const SUBJECT: PersonInput = {
  clan: 'Жишээ',
  patronymic: 'Загвар',
  given: 'Туршилт',
  latinSurname: 'Zagvar',
  latinGiven: 'Turshilt',
  sex: 'MALE',
  birth: { date: '1990-05-17', precision: 'DAY' },
};

/**
 * A filing that a test writes as a fact: `aCaseFile().ofDetention().at('SEL').about({ given: 'Бат' })`. What a test does not
 * say is filled in with something acceptable. Each word gives a new builder, so one can be the beginning of several.
 */
export class CaseFileBuilder {
  constructor(private readonly filing: Filing) {}

  ofDetention(record: RecordInput = {}): CaseFileBuilder {
    return this.of('DETENTION', { authority: 'POLICE', offence: '05', arrestedOn: '2026-03-08', ...record });
  }

  ofDeath(record: RecordInput = {}): CaseFileBuilder {
    return this.of('DEATH', { manner: 'ACCIDENT', icd10: 'V01-V99', ...record });
  }

  ofMissing(record: RecordInput = {}): CaseFileBuilder {
    return this.of('MISSING', { circumstance: 'TRAVEL', lastSeenOn: '2026-03-08', ...record });
  }

  ofCrimeVictim(record: RecordInput = {}): CaseFileBuilder {
    return this.of('CRIME_VICTIM', { offence: '02', ...record });
  }

  ofLabour(record: RecordInput = {}): CaseFileBuilder {
    return this.of('LABOUR', { issues: ['UNPAID_WAGES'], ...record });
  }

  ofInsurance(record: RecordInput = {}): CaseFileBuilder {
    return this.of('INSURANCE', { scheme: 'WORK_INJURY', enrolment: 'ENROLLED', claim: 'FILED', ...record });
  }

  /** @param cause a block or chapter of ICD-10. */
  ofMedical(cause = 'A00-B99'): CaseFileBuilder {
    return this.with({ type: 'MEDICAL', cause, ...noRecords });
  }

  /** @param cause a code of WELFARE_NEED. */
  ofWelfare(cause = 'DOCUMENTS'): CaseFileBuilder {
    return this.with({ type: 'WELFARE', cause, ...noRecords });
  }

  /** Filed for a mission other than the one of whoever files. */
  at(missionId: string): CaseFileBuilder {
    return this.with({ missionId });
  }

  in(hostCountry: string, place?: string): CaseFileBuilder {
    return this.with({ hostCountry, place });
  }

  on(date: string): CaseFileBuilder {
    return this.happened({ date, precision: 'DAY' });
  }

  inMonthOf(date: string): CaseFileBuilder {
    return this.happened({ date, precision: 'MONTH' });
  }

  inYearOf(date: string): CaseFileBuilder {
    return this.happened({ date, precision: 'YEAR' });
  }

  atSomeTime(): CaseFileBuilder {
    return this.happened({ date: null, precision: 'UNKNOWN' });
  }

  /** @param awareAt the instant at which the mission learned of it. */
  learnedAt(awareAt: string): CaseFileBuilder {
    return this.with({ awareAt });
  }

  about(person: PersonInput): CaseFileBuilder {
    return this.with({ subject: person });
  }

  aboutSomebodyUnnamed(): CaseFileBuilder {
    return this.about({});
  }

  saying(summary: string): CaseFileBuilder {
    return this.with({ summary });
  }

  /** Under this id, for what is sent again. */
  as(id: string): CaseFileBuilder {
    return this.with({ id });
  }

  with(fields: Partial<Filing>): CaseFileBuilder {
    return new CaseFileBuilder({ ...this.filing, ...fields });
  }

  /** The filing as the API's `FileCaseInput` and the office's `Filing` both take it. */
  get input(): Filing {
    return this.filing;
  }

  private happened(occurred: PartialDate): CaseFileBuilder {
    return this.with({ occurred });
  }

  private of(type: CaseType, record: RecordInput): CaseFileBuilder {
    const name = recordShapes[type]?.field;
    return this.with({ type, cause: undefined, ...noRecords, ...(name && { [name]: record }) });
  }
}

const noRecords: Partial<Filing> = Object.fromEntries(RECORD_NAMES.map((name) => [name, undefined]));

/** A theft's suspect in Seoul, unless the test says otherwise. Each call has an id of its own. */
export function aCaseFile(): CaseFileBuilder {
  return new CaseFileBuilder({
    id: uuidv7(),
    type: 'DETENTION',
    hostCountry: 'KR',
    place: 'Сөүл',
    occurred: { date: '2026-03-08', precision: 'DAY' },
    awareAt: '2026-03-09T05:05:00Z',
    source: 'FAMILY',
    summary: 'Жишээ хэрэг',
    subject: SUBJECT,
  }).ofDetention();
}
