import { Refusals } from '#platform';
import { closingDay } from '../acts/closing-day.rules.js';
import { lackedBy, outcomeAfter, outcomeNamed } from '../acts/step.rules.js';
import { type CaseStatus, ENDED, refusalOfMove } from '../file/case-file.lifecycle.js';
import { daysBetween, localDay } from '../file/dates.rules.js';
import type { CaseType } from '../records/case-types.js';
import { type EntryKind, TYPED_KINDS } from '../timeline/timeline-entry.entity.js';

/** Something done after the filing, with the moment at which it was. */
export interface PastAct {
  at: string;
  by: { staffId: string; supervisor: boolean };
  /** What was done, for a note or an act; a step along the lifecycle has its kind by where it leads. */
  kind?: (typeof TYPED_KINDS)[number];
  text?: string | null;
  to?: CaseStatus;
  outcome?: string | null;
}

/** An entry of the timeline as it is written. */
export interface PastEntry {
  kind: EntryKind;
  at: string;
  staffId: string;
  body: string | null;
  fromStatus: CaseStatus | null;
  toStatus: CaseStatus | null;
  outcome: string | null;
}

/** Where a case stands after what was done, and the entries that this left. */
export interface Past {
  status: CaseStatus;
  closedOn: string | null;
  outcome: string | null;
  version: number;
  entries: PastEntry[];
}

/** The case to which it was done. */
export interface PastCase {
  type: CaseType;
  timeZone: string;
  registeredAt: string;
  openedOn: string;
}

/**
 * Does again what was done to a case since it was filed, by the rules of each act.
 * @param fits whether a code is an outcome of the case's type.
 * @returns where it stands, and what is wrong; fields are `acts.<number>.<field>`.
 */
export function replayed(
  file: PastCase,
  acts: readonly PastAct[],
  fits: (outcome: string) => boolean,
): { past: Past; refusals: Refusals } {
  const refusals = new Refusals();
  const past: Past = { status: 'REGISTERED', closedOn: null, outcome: null, version: 1, entries: [] };
  let before = file.registeredAt;
  acts.forEach((act, number) => {
    const field = (name: string) => `acts.${number}.${name}`;
    // Instants of one form (`toISOString`) stand in the order of their texts.
    if (act.at < before) refusals.add('ORDER_OF_DATES', field('at'), { before: 'at' });
    before = act.at;
    if (act.to === undefined) checkEntry(act, field, refusals);
    else
      for (const { code, field: name, params } of faultsOfStep(file, past, act, fits))
        refusals.add(code, field(name ?? 'to'), params);
    apply(file, past, act);
  });
  return { past, refusals };
}

function checkEntry({ kind, text }: PastAct, field: (name: string) => string, refusals: Refusals): void {
  if (!kind || !(TYPED_KINDS as readonly string[]).includes(kind))
    refusals.add('KIND_NOT_TYPED', field('kind'));
  if (!text?.trim()) refusals.add('REQUIRED', field('text'));
}

function faultsOfStep(
  { type, timeZone }: PastCase,
  past: Past,
  act: PastAct,
  fits: (outcome: string) => boolean,
) {
  const to = act.to as CaseStatus;
  const day = localDay(new Date(act.at), timeZone);
  const situation = {
    status: past.status,
    type,
    daysSinceEnd: past.closedOn ? daysBetween(past.closedOn, day) : null,
    supervisor: act.by.supervisor,
  };
  const code = refusalOfMove(situation, to);
  const lacked = lackedBy(
    { to, outcome: act.outcome, reason: act.text },
    { type, outcome: past.outcome },
    fits,
  );
  return code ? [{ code, field: 'to', params: { from: past.status, to } }, ...lacked] : lacked;
}

function apply(file: PastCase, past: Past, act: PastAct): void {
  const { to, at, by, text } = act;
  const entry = { at, staffId: by.staffId, body: text?.trim() || null };
  if (to === undefined) {
    past.entries.push({
      ...entry,
      kind: act.kind ?? 'NOTE',
      fromStatus: null,
      toStatus: null,
      outcome: null,
    });
    return;
  }
  const step = { to, outcome: act.outcome, reason: text };
  const kind = to === 'CLOSED' || to === 'REOPENED' ? to : 'STATUS_CHANGED';
  const outcome = outcomeNamed(step, past.outcome);
  past.entries.push({ ...entry, kind, fromStatus: past.status, toStatus: to, outcome });
  past.outcome = outcomeAfter(step, past.outcome);
  past.status = to;
  past.closedOn = ENDED.includes(to)
    ? closingDay(localDay(new Date(at), file.timeZone), file.openedOn)
    : null;
  past.version += 1;
}
