import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Refusal, Refusals } from '#platform';
import type { Codes } from '#reference';
import { isOutcomeOf } from '../acts/outcomes.js';
import { isFutureInstant, localDay } from '../file/dates.rules.js';
import { CASE_TYPES } from '../records/case-types.js';
import { completed, faultsOf, type FilingSituation } from './completing.js';
import { fileStaged, type Numberings } from './filing.bulk.js';
import type { Filing } from './filing.js';
import { listsOf } from './lists.js';
import { type Past, type PastAct, type PastEntry, replayed } from './past.rules.js';
import { type PastCase, StagedFilings } from './staged-filings.js';

/** A filing of the past, with what was done since. */
export interface PastFiling extends Filing {
  missionId: string;
  registeredAt: string;
  registeredBy: string;
  /** In the order in which they were done. */
  acts: readonly PastAct[];
  /** Made up, to show what a figure looks like. */
  illustration?: boolean;
}

/**
 * Files cases of the past, all or none, each by the rules of filing and of what was done to it since. Cases that are there already
 * stay as they are.
 * @param client of the tables' owner, in a transaction.
 * @returns how many were new.
 * @throws Refusal with everything that is wrong, fields after the id of their case.
 */
export async function fileMany(
  client: pg.ClientBase,
  codes: Codes,
  filings: readonly PastFiling[],
): Promise<number> {
  const missing = await notThereYet(client, filings);
  if (missing.length === 0) return 0;
  const cases = judged(codes, missing).sort(byRegistration);
  await stage(
    client,
    cases.map(({ filed }) => filed),
  );
  const set = { table: 'filing_staged', types: CASE_TYPES, ordinal: 'ordinal' };
  await fileStaged(client, set, numberingsOf(cases.map(({ filed }) => filed)));
  await enterAll(client, cases);
  return cases.length;
}

/** Whether there is any case at all: a register without is not in use yet. */
export async function hasCases(owner: pg.ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ any: boolean }>('select exists (select from cases.case_file) as any');
  return rows[0]?.any === true;
}

interface Judged {
  filed: PastCase;
  entries: readonly PastEntry[];
}

const byRegistration = ({ filed: a }: Judged, { filed: b }: Judged): number =>
  (a.registeredAt ?? '').localeCompare(b.registeredAt ?? '') || a.id.localeCompare(b.id);

async function notThereYet(client: pg.ClientBase, filings: readonly PastFiling[]): Promise<PastFiling[]> {
  const { rows } = await client.query<{ id: string }>('select id from cases.case_file where id = any ($1)', [
    filings.map(({ id }) => id),
  ]);
  const there = new Set(rows.map(({ id }) => id));
  return filings.filter(({ id }) => !there.has(id));
}

function judged(codes: Codes, filings: readonly PastFiling[]): Judged[] {
  const wrong = new Refusals();
  const cases = filings.map((filing) => {
    const { filed, past, refusals } = judge(codes, filing);
    for (const { code, field, params } of refusals) wrong.add(code, `${filing.id}.${field ?? ''}`, params);
    return { filed: withPast(filed, filing, past), entries: past.entries };
  });
  wrong.throwIfAny();
  return cases;
}

/** One filing of the past by all the rules there are for it. */
export function judge(codes: Codes, filing: PastFiling) {
  const at = situationOf(codes, filing);
  const faults = faultsOf(filing, at, listsOf(codes));
  if (isFutureInstant(filing.awareAt, Date.parse(filing.registeredAt))) faults.add('FUTURE_DATE', 'awareAt');
  const filed = completed(filing, at);
  const { past, refusals } = replayed(
    { ...filed, timeZone: at.timeZone, registeredAt: filing.registeredAt },
    filing.acts,
    (outcome) => isOutcomeOf(codes, filing.type, outcome),
  );
  return { filed, past, refusals: [...faults.items, ...refusals.items] };
}

/** A case of the past says what was known of it after the last act, not only what was known when it came in. */
function situationOf(
  codes: Codes,
  { missionId, registeredAt, registeredBy, acts }: PastFiling,
): FilingSituation {
  const timeZone = codes.mission(missionId)?.timeZone;
  if (!timeZone) throw Refusal.of('UNKNOWN_CODE', 'missionId', { code: missionId, list: 'MISSION' });
  const now = new Date(acts.at(-1)?.at ?? registeredAt);
  return {
    missionId,
    timeZone,
    today: localDay(now, timeZone),
    now: now.getTime(),
    year: Number(localDay(new Date(registeredAt), timeZone).slice(0, 4)),
    registeredBy,
  };
}

function withPast(
  filed: ReturnType<typeof completed>,
  { registeredAt, illustration }: PastFiling,
  { entries: _, ...standing }: Past,
): PastCase {
  return {
    ...filed,
    ...standing,
    registeredAt,
    filedAs: 'REGISTERED',
    illustration: illustration ?? false,
    importKey: null,
    note: null,
  };
}

async function stage(client: pg.ClientBase, cases: readonly PastCase[]): Promise<void> {
  const staged = new StagedFilings(CASE_TYPES, {});
  await client.query(
    `create temp table filing_staged (ordinal integer not null, ${staged.definitions}) on commit drop`,
  );
  const lines = cases.map((one, at) => `${at + 1}\t${staged.line(one)}\n`);
  const copy = copyFrom(`copy filing_staged (ordinal, ${staged.sentNames.join(', ')}) from stdin`);
  await pipeline(Readable.from([lines.join('')]), client.query(copy));
}

function numberingsOf(cases: readonly PastCase[]): Numberings {
  const needed = new Map(cases.map(({ missionId, year }) => [`${missionId} ${year}`, { missionId, year }]));
  return {
    missions: [...needed.values()].map(({ missionId }) => missionId),
    years: [...needed.values()].map(({ year }) => year),
  };
}

/** The entries after the first ones, in the order in which things were done. */
async function enterAll(client: pg.ClientBase, cases: readonly Judged[]): Promise<void> {
  const rows = cases.flatMap(({ filed, entries }) =>
    entries.map(({ fromStatus, toStatus, staffId, ...entry }) => ({
      ...entry,
      case_id: filed.id,
      mission_id: filed.missionId,
      staff_id: staffId,
      from_status: fromStatus,
      to_status: toStatus,
    })),
  );
  await client.query(
    `insert into cases.timeline_entry (case_id, mission_id, kind, at, recorded_at, staff_id, body, from_status, to_status, outcome)
     select e.case_id, e.mission_id, e.kind, e.at, e.at, e.staff_id, e.body, e.from_status, e.to_status, e.outcome
       from jsonb_to_recordset($1)
            as e (case_id uuid, mission_id text, kind text, at timestamptz, staff_id uuid, body text, from_status text,
                  to_status text, outcome text)
      order by e.at, e.case_id`,
    [JSON.stringify(rows)],
  );
}
