import type { CaseType } from '../records/case-types.js';
import type { PartialDate } from '../file/dates.rules.js';
import type { PersonRow } from '../people/person-row.js';
import type { RecordInput } from '../records/record-shape.js';

/** A filing, checked and completed, as it is written. */
export interface FiledCase {
  id: string;
  type: CaseType;
  missionId: string;
  /** Of its reference. */
  year: number;
  hostCountry: string;
  place: string | null;
  occurred: PartialDate;
  awareAt: string;
  /** Null for what an operator brings in. */
  registeredBy: string | null;
  openedOn: string;
  source: string;
  summary: string;
  cause: string;
  /** Null where nobody could send the same filing again. */
  contentHash: Buffer | null;
  person: PersonRow;
  record: RecordInput | null;
}

/** A column that a filing fills, and with what. */
export interface FiledColumn<Filed = FiledCase> {
  name: string;
  sqlType: string;
  /** What it is filled from. */
  part: keyof Filed;
  valueOf: (filed: Filed) => unknown;
}

const from = (name: string, sqlType: string, part: keyof FiledCase): FiledColumn => ({
  name,
  sqlType,
  part,
  valueOf: (filed) => filed[part],
});

/** What a filing says in `cases.case_file`, whether it comes alone or with many; number and person come on top. */
export const caseColumns: readonly FiledColumn[] = [
  from('id', 'uuid', 'id'),
  from('type', 'text', 'type'),
  from('mission_id', 'text', 'missionId'),
  from('host_country', 'text', 'hostCountry'),
  from('place', 'text', 'place'),
  { ...from('occurred_on', 'date', 'occurred'), valueOf: ({ occurred }) => occurred.date },
  { ...from('occurred_precision', 'text', 'occurred'), valueOf: ({ occurred }) => occurred.precision },
  from('aware_at', 'timestamptz', 'awareAt'),
  from('registered_by', 'uuid', 'registeredBy'),
  from('owner_id', 'uuid', 'registeredBy'),
  from('opened_on', 'date', 'openedOn'),
  from('source', 'text', 'source'),
  from('summary', 'text', 'summary'),
  from('cause_code', 'text', 'cause'),
  from('content_hash', 'bytea', 'contentHash'),
];

const ofPerson = (name: string, sqlType: string, valueOf: (person: PersonRow) => unknown): FiledColumn => ({
  name,
  sqlType,
  part: 'person',
  valueOf: ({ person }) => valueOf(person),
});

/** What it says in `cases.person`. */
export const personColumns: readonly FiledColumn[] = [
  ofPerson('clan', 'text', (person) => person.clan),
  ofPerson('patronymic', 'text', (person) => person.patronymic),
  ofPerson('given', 'text', (person) => person.given),
  ofPerson('latin_surname', 'text', (person) => person.latinSurname),
  ofPerson('latin_given', 'text', (person) => person.latinGiven),
  ofPerson('sex', 'text', (person) => person.sex),
  ofPerson('birth_on', 'date', (person) => person.birth.date),
  ofPerson('birth_precision', 'text', (person) => person.birth.precision),
  ofPerson('match_key', 'text', (person) => person.matchKey),
];

export const namesOf = (columns: readonly { name: string }[]): string =>
  columns.map(({ name }) => name).join(', ');
