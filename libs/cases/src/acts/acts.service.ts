import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Asking, Door, isSupervisor, reaches } from '#access';
import { Refusal } from '#platform';
import { Codes } from '#reference';
import { CaseFile } from '../file/case-file.entity.js';
import {
  type CaseStatus,
  ENDED,
  possibleMoves,
  refusalOfMove,
  REOPEN_DAYS,
  type Situation,
} from '../file/case-file.lifecycle.js';
import { daysBetween, EARLIEST, isFutureInstant, todayAt } from '../file/dates.rules.js';
import { type EntryKind, TimelineEntry, TYPED_KINDS } from '../timeline/timeline-entry.entity.js';

export interface EntryInput {
  id: string;
  caseId: string;
  kind: EntryKind;
  at: string;
  text: string;
}

export interface Move {
  caseId: string;
  version: number;
  to: CaseStatus;
  outcome?: string | null;
  reason?: string | null;
}

/** The acts on a case that there is: notes and moves. Each in one transaction with its timeline entry. */
@Injectable()
export class ActsService {
  constructor(
    private readonly door: Door,
    private readonly codes: Codes,
  ) {}

  /** Adds a note or an act to the timeline; the same entry sent twice is one entry. */
  addEntry(asking: Asking, input: EntryInput): Promise<void> {
    if (!(TYPED_KINDS as readonly string[]).includes(input.kind)) throw Refusal.of('KIND_NOT_TYPED', 'kind');
    if (isFutureInstant(input.at)) throw Refusal.of('FUTURE_DATE', 'at');
    if (input.at < EARLIEST) throw Refusal.of('TOO_OLD', 'at');
    if (!input.text.trim()) throw Refusal.of('REQUIRED', 'text');
    return this.door.act(asking, input.caseId, async (manager) => {
      const file = await getCase(manager, asking, input.caseId, 'caseId');
      const added: unknown[] = await manager.query(
        `insert into cases.timeline_entry (id, case_id, mission_id, kind, at, staff_id, body)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
        [input.id, file.id, file.missionId, input.kind, input.at, asking.actor.staffId, input.text.trim()],
      );
      if (added.length === 0) await checkSameEntry(manager, input);
    });
  }

  /** Moves a case along the lifecycle table. @throws Refusal when the table, the person's role or the input says no. */
  move(asking: Asking, move: Move): Promise<void> {
    return this.door.act(asking, move.caseId, async (manager) => {
      const file = await getCase(manager, asking, move.caseId, 'caseId');
      await checkVersion(manager, file, move.version);
      const today = todayAt(this.codes.mission(file.missionId)?.timeZone ?? 'UTC');
      checkMove(situationOf(asking, file, today), move.to);
      this.checkReasons(file, move);
      const from = file.status;
      const ended = ENDED.includes(move.to);
      await manager.update(CaseFile, file.id, {
        status: move.to,
        outcome: move.to === 'REOPENED' ? null : (move.outcome ?? file.outcome),
        closedOn: ended ? (today < file.openedOn ? file.openedOn : today) : null,
      });
      await manager.insert(TimelineEntry, {
        ...entryOf(asking, file, move.reason),
        kind: move.to === 'CLOSED' || move.to === 'REOPENED' ? move.to : 'STATUS_CHANGED',
        fromStatus: from,
        toStatus: move.to,
      });
    });
  }

  private checkReasons(file: CaseFile, { to, outcome, reason }: Move): void {
    const refusals = [];
    if (to === 'REJECTED' || to === 'REOPENED') {
      if (!reason?.trim()) refusals.push({ code: 'REASON_NEEDED', field: 'reason' });
    }
    if ((to === 'RESOLVED' || to === 'CLOSED') && !outcome && !file.outcome) {
      refusals.push({ code: 'OUTCOME_NEEDED', field: 'outcome' });
    }
    if (outcome && !this.fits(file, outcome)) {
      const params = { code: outcome.slice(0, 40), list: `OUTCOME (${file.type})` };
      refusals.push({ code: 'UNKNOWN_CODE', field: 'outcome', params });
    }
    if (refusals.length > 0) throw new Refusal(refusals);
  }

  private fits(file: CaseFile, outcome: string): boolean {
    const caseType = this.codes.item('OUTCOME', outcome)?.attributes.caseType;
    return this.codes.has('OUTCOME', outcome) && (caseType === undefined || caseType === file.type);
  }
}

/** A case to act on, in the person's reach. @throws Refusal NOT_FOUND, alike for what is absent and what is out of reach. */
export async function getCase(
  manager: EntityManager,
  { actor }: Asking,
  id: string,
  field = 'id',
): Promise<CaseFile> {
  // Locked, so that two acts on one case follow one another.
  await manager.query('select from cases.case_file where id = $1 for no key update', [id]);
  const file = await manager.findOneBy(CaseFile, { id });
  if (!file || !reaches(actor, file.missionId)) throw Refusal.of('NOT_FOUND', field);
  return file;
}

/** Kinds of entries that changed the case itself; a note leaves its version as it is. */
const CHANGES: EntryKind[] = ['AMENDED', 'STATUS_CHANGED', 'CLOSED', 'REOPENED'];

/** @throws Refusal STALE_VERSION naming who changed the case last. */
export async function checkVersion(manager: EntityManager, file: CaseFile, version: number): Promise<void> {
  if (file.version === version) return;
  const [last] = await manager.query<{ name: string }[]>(
    `select s.name from cases.timeline_entry t join access.staff_directory s on s.id = t.staff_id
      where t.case_id = $1 and t.kind = any($2) order by t.recorded_at desc limit 1`,
    [file.id, CHANGES],
  );
  throw Refusal.of('STALE_VERSION', 'version', { by: last?.name ?? '—' });
}

export function entryOf(asking: Asking, file: CaseFile, body: string | null | undefined) {
  return {
    id: undefined,
    caseId: file.id,
    missionId: file.missionId,
    at: new Date(),
    staffId: asking.actor.staffId,
    body: body?.trim() || null,
  };
}

export function situationOf(
  asking: Asking,
  file: Pick<CaseFile, 'status' | 'type' | 'closedOn'>,
  today: string,
): Situation {
  return {
    status: file.status,
    type: file.type,
    daysSinceEnd: file.closedOn ? daysBetween(file.closedOn, today) : null,
    supervisor: isSupervisor(asking.actor.role),
  };
}

function checkMove(situation: Situation, to: CaseStatus): void {
  const code = refusalOfMove(situation, to);
  if (!code) return;
  const possible = possibleMoves(situation).join(', ') || '—';
  throw Refusal.of(code, 'to', { from: situation.status, to, possible, days: REOPEN_DAYS });
}

async function checkSameEntry(manager: EntityManager, input: EntryInput): Promise<void> {
  const there = await manager.findOneBy(TimelineEntry, { id: input.id });
  const same =
    there?.caseId === input.caseId && there.kind === input.kind && there.body === input.text.trim();
  if (!same) throw Refusal.of('ID_ALREADY_USED', 'id');
}
