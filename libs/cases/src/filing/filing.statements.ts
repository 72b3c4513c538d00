import type { Statement } from '#platform';
import { type CaseType, recordShapes } from '../records/case-types.js';
import type { RecordShape } from '../records/record-shape.js';
import { recordColumns, recordPlaces, recordValues } from '../records/record.storage.js';
import { caseColumns, type FiledCase, namesOf, personColumns } from './filed-case.js';

/** Columns of case and person, in the order of their placeholders; the year is the first value of all. */
const columns = [...caseColumns, ...personColumns];

/**
 * One statement that files a case: the case, its person, its first entry and its type's record, or nothing at all when the
 * id is already there (then it returns no row). One statement, because each more would be one more to wait for.
 */
export function filingStatement(filed: FiledCase): Statement {
  const shape = recordShapes[filed.type];
  return {
    name: `cases.file.${filed.type}`,
    text: textFor(filed.type, shape),
    values: [
      filed.year,
      ...columns.map(({ valueOf }) => valueOf(filed)),
      ...recordValues(filed.record, shape),
    ],
  };
}

const texts = new Map<CaseType, string>();

function textFor(type: CaseType, shape: RecordShape | undefined): string {
  const known = texts.get(type);
  if (known) return known;
  const text = `with c as (
    insert into cases.case_file (case_no, subject_id, ${namesOf(caseColumns)})
    select cases.next_case_no(${placeOf('mission_id')}, $1::integer), uuidv7(), ${placesOf(caseColumns)}
     where not exists (select 1 from cases.case_file where id = ${placeOf('id')})
    on conflict (id) do nothing
    returning id, case_no, mission_id, subject_id, registered_at
  ), p as (
    insert into cases.person (id, mission_id, ${namesOf(personColumns)})
    select c.subject_id, c.mission_id, ${placesOf(personColumns)} from c
  ), e as (
    insert into cases.timeline_entry (case_id, mission_id, kind, at, recorded_at, staff_id, to_status)
    select c.id, c.mission_id, 'FILED', c.registered_at, c.registered_at, ${placeOf('registered_by')}, 'REGISTERED' from c
  )${recordInsert(shape)}
  select id, case_no, registered_at from c`;
  texts.set(type, text);
  return text;
}

function recordInsert(shape: RecordShape | undefined): string {
  if (!shape) return '';
  const places = recordPlaces(shape, columns.length + 2);
  return `, r as (
    insert into cases.${shape.table} (case_id, mission_id, ${namesOf(recordColumns(shape))})
    select c.id, c.mission_id, ${places.join(', ')} from c)`;
}

const placesOf = (some: readonly { name: string }[]): string =>
  some.map(({ name }) => placeOf(name)).join(', ');

function placeOf(name: string): string {
  const at = columns.findIndex((column) => column.name === name);
  return `$${at + 2}::${columns[at]?.sqlType ?? 'text'}`;
}
