import type { EntityManager } from 'typeorm';
import { ensureStaff } from '#access';
import { matchKey } from '#cases';
import type { DemoCase, DemoCaseType, DemoStaff } from './demo-case.js';

type Row = Record<string, unknown>;

const recordTables: Record<DemoCaseType, string | null> = {
  DETENTION: 'cases.detention',
  DEATH: 'cases.death',
  MISSING: 'cases.missing',
  CRIME_VICTIM: 'cases.crime_victim',
  LABOUR: 'cases.labour',
  INSURANCE: 'cases.insurance',
  MEDICAL: null,
  WELFARE: null,
};

/**
 * Adds the people who are not there yet.
 * @returns how many, and under which id each of the demo's people stands in this register.
 */
export async function writeStaff(
  manager: EntityManager,
  staff: readonly DemoStaff[],
  passwordHash: string,
): Promise<{ added: number; ids: ReadonlyMap<string, string> }> {
  const ids = new Map<string, string>();
  let added = 0;
  for (const person of staff) {
    const { id, made } = await ensureStaff(manager, { ...person, passwordHash });
    ids.set(person.id, id);
    if (made) added += 1;
  }
  return { added, ids };
}

/**
 * Adds the cases that are not there yet, a table at a time. The tables' own triggers state the facts for statistics, as for
 * every other way of writing a case.
 * @param staffIds of `writeStaff`.
 * @returns how many.
 */
export async function writeCases(
  manager: EntityManager,
  cases: readonly DemoCase[],
  staffIds: ReadonlyMap<string, string>,
): Promise<number> {
  const known: { id: string }[] = await manager.query('select id from cases.case_file where id = any($1)', [
    cases.map((one) => one.id),
  ]);
  const ids = new Set(known.map((row) => row.id));
  const missing = cases.filter((one) => !ids.has(one.id));
  await insert(manager, 'cases.person', missing.map(personRow));
  await insertCases(
    manager,
    missing.map((one) => caseRow(one, staffIds)),
  );
  await insert(
    manager,
    'cases.timeline_entry',
    missing.flatMap((one) => entryRows(one, staffIds)),
  );
  for (const [type, table] of Object.entries(recordTables)) {
    if (table) await insert(manager, table, missing.filter((one) => one.type === type).map(recordRow));
  }
  return missing.length;
}

/** The references are given in the order of registration, from the same sequences as to filings. */
async function insertCases(manager: EntityManager, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows);
  await manager.query(
    `insert into cases.case_file (case_no, ${columns})
     select cases.next_case_no(mission_id, extract(year from registered_at)::integer), ${columns}
       from (select * from jsonb_populate_recordset(null::cases.case_file, $1::jsonb) order by registered_at, id) r`,
    [JSON.stringify(rows)],
  );
}

async function insert(manager: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows);
  await manager.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Every column that some row has; where a row has none, null goes in. */
const columnsOf = (rows: readonly Row[]): string =>
  [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');

function personRow({ subject, missionId }: DemoCase): Row {
  return {
    id: subject.id,
    mission_id: missionId,
    clan: subject.clan,
    patronymic: subject.patronymic,
    given: subject.given,
    latin_surname: subject.latinSurname,
    latin_given: subject.latinGiven,
    sex: subject.sex,
    birth_on: subject.birthOn,
    birth_precision: subject.birthPrecision,
    match_key: matchKey(subject),
  };
}

function caseRow(one: DemoCase, staffIds: ReadonlyMap<string, string>): Row {
  const officer = staffIds.get(one.ownerId);
  return {
    id: one.id,
    type: one.type,
    status: one.status,
    mission_id: one.missionId,
    host_country: one.hostCountry,
    place: one.place,
    occurred_on: one.occurredOn,
    occurred_precision: one.occurredPrecision,
    aware_at: one.awareAt,
    registered_at: one.registeredAt,
    registered_by: officer,
    opened_on: one.openedOn,
    closed_on: one.closedOn,
    outcome: one.outcome,
    source: one.source,
    summary: one.summary,
    cause_code: one.record.cause,
    subject_id: one.subject.id,
    owner_id: officer,
    // Each step of its life after the filing was a change of the case.
    version: one.entries.filter((entry) => entry.toStatus !== null).length,
    illustration: one.illustration,
  };
}

const entryRows = (one: DemoCase, staffIds: ReadonlyMap<string, string>): Row[] =>
  one.entries.map((entry) => ({
    id: entry.id,
    case_id: one.id,
    mission_id: one.missionId,
    kind: entry.kind,
    at: entry.at,
    recorded_at: entry.at,
    staff_id: staffIds.get(entry.staffId),
    body: entry.body,
    from_status: entry.fromStatus,
    to_status: entry.toStatus,
  }));

const recordRow = (one: DemoCase): Row => ({
  case_id: one.id,
  mission_id: one.missionId,
  ...one.record.fields,
});
