import type { Statement } from '#platform';
import { type CaseType, recordShapes } from '../records/case-types.js';
import type { RecordShape } from '../records/record-shape.js';
import { recordColumns, recordPlaces, recordValues } from '../records/record.storage.js';
import type { PartialDate } from '../file/dates.rules.js';
import type { PersonRow } from '../people/person-row.js';
import type { RecordInput } from './filing.js';

/** A filing, checked and completed, as it is written. */
export interface FiledCase {
  id: string;
  type: CaseType;
  missionId: string;
  year: number;
  hostCountry: string;
  place: string | null;
  occurred: PartialDate;
  awareAt: string;
  registeredBy: string;
  openedOn: string;
  source: string;
  summary: string;
  cause: string;
  contentHash: Buffer;
  person: PersonRow;
  record: RecordInput | null;
}

const CASE_COLUMNS = 15;
const PERSON_COLUMNS = 9;

/**
 * One statement that files a case: the case, its person, its first entry and its type's record, or nothing at all when the
 * id is already there (then it returns no row). One statement, because each more would be one more to wait for.
 */
export function filingStatement(filed: FiledCase): Statement {
  const shape = recordShapes[filed.type];
  return {
    name: `cases.file.${filed.type}`,
    text: textFor(filed.type, shape),
    values: [...caseValues(filed), ...personValues(filed.person), ...recordValues(filed.record, shape)],
  };
}

const texts = new Map<CaseType, string>();

function textFor(type: CaseType, shape: RecordShape | undefined): string {
  const known = texts.get(type);
  if (known) return known;
  const text = `with c as (
    insert into cases.case_file (id, type, mission_id, case_no, host_country, place, occurred_on, occurred_precision,
        aware_at, registered_by, owner_id, opened_on, source, summary, cause_code, content_hash, subject_id)
    select $1, $2, $3::text, cases.next_case_no($3, $4), $5, $6, $7::date, $8, $9::timestamptz, $10::uuid, $10,
           $11::date, $12, $13, $14, $15::bytea, uuidv7()
     where not exists (select 1 from cases.case_file where id = $1)
    on conflict (id) do nothing
    returning id, case_no, mission_id, subject_id, registered_at, opened_on
  ), p as (
    insert into cases.person (id, mission_id, clan, patronymic, given, latin_surname, latin_given, sex, birth_on,
        birth_precision, match_key)
    select c.subject_id, c.mission_id, $16, $17, $18, $19, $20, $21, $22::date, $23, $24 from c
  ), e as (
    insert into cases.timeline_entry (case_id, mission_id, kind, at, recorded_at, staff_id, to_status)
    select c.id, c.mission_id, 'FILED', c.registered_at, c.registered_at, $10, 'REGISTERED' from c
  )${recordInsert(shape)}
  select id, case_no, registered_at from c`;
  texts.set(type, text);
  return text;
}

function recordInsert(shape: RecordShape | undefined): string {
  if (!shape) return '';
  const names = recordColumns(shape).map(({ name }) => name);
  const places = recordPlaces(shape, CASE_COLUMNS + PERSON_COLUMNS + 1);
  return `, r as (
    insert into cases.${shape.table} (case_id, mission_id, ${names.join(', ')})
    select c.id, c.mission_id, ${places.join(', ')} from c)`;
}

function caseValues(filed: FiledCase): unknown[] {
  const { occurred } = filed;
  return [
    filed.id,
    filed.type,
    filed.missionId,
    filed.year,
    filed.hostCountry,
    filed.place,
    occurred.date,
    occurred.precision,
    filed.awareAt,
    filed.registeredBy,
    filed.openedOn,
    filed.source,
    filed.summary,
    filed.cause,
    filed.contentHash,
  ];
}

export function personValues(person: PersonRow): unknown[] {
  return [
    person.clan,
    person.patronymic,
    person.given,
    person.latinSurname,
    person.latinGiven,
    person.sex,
    person.birth.date,
    person.birth.precision,
    person.matchKey,
  ];
}
