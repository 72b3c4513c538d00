import { Injectable } from '@nestjs/common';
import { Refusal } from '#platform';
import { Codes } from '#reference';
import {
  type CaseStatus,
  ENDED,
  possibleMoves,
  refusalOfMove,
  REOPEN_DAYS,
  type Situation,
} from '../file/case-file.lifecycle.js';
import type { EntryKind } from '../timeline/timeline-entry.entity.js';
import { type CaseAtHand, enter, situationOf } from './acting.js';
import { closingDay } from './closing-day.rules.js';
import { isOutcomeOf } from './outcomes.js';
import { lackedBy, outcomeAfter, outcomeNamed, type Step } from './step.rules.js';

/** A step along the lifecycle table: what moving, closing and reopening have in common. */
@Injectable()
export class Steps {
  constructor(private readonly codes: Codes) {}

  /** @throws Refusal when the table, the person's role or the input says no. */
  async take(at: CaseAtHand, step: Step, kind: EntryKind): Promise<void> {
    const { file, today } = at;
    checkStep(situationOf(at.asking, file, today), step.to);
    const lacked = lackedBy(step, file, (outcome) => isOutcomeOf(this.codes, file.type, outcome));
    if (lacked.length > 0) throw new Refusal(lacked);
    await at.files.update(file.id, {
      status: step.to,
      outcome: outcomeAfter(step, file.outcome),
      closedOn: ENDED.includes(step.to) ? closingDay(today, file.openedOn) : null,
    });
    await enter(at, {
      kind,
      body: step.reason,
      fromStatus: file.status,
      toStatus: step.to,
      outcome: outcomeNamed(step, file.outcome),
    });
  }
}

function checkStep(situation: Situation, to: CaseStatus): void {
  const code = refusalOfMove(situation, to);
  if (!code) return;
  const possible = possibleMoves(situation).join(', ') || '—';
  throw Refusal.of(code, 'to', { from: situation.status, to, possible, days: REOPEN_DAYS });
}
