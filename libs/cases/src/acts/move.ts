import { Injectable } from '@nestjs/common';
import type { Asking } from '#access';
import { Refusal } from '#platform';
import type { CaseStatus } from '../file/case-file.lifecycle.js';
import { Acting } from './acting.js';
import { Steps } from './steps.js';

export interface Move {
  caseId: string;
  version: number;
  to: CaseStatus;
  outcome?: string | null;
  reason?: string | null;
}

/** Steps that are acts of their own, with permissions of their own. */
const OTHER_ACTS: Readonly<Partial<Record<CaseStatus, string>>> = {
  CLOSED: 'CLOSING_IS_AN_ACT',
  REOPENED: 'REOPENING_IS_AN_ACT',
};

/** The act of moving a case along the lifecycle table, short of closing and reopening it. */
@Injectable()
export class MoveAct {
  constructor(
    private readonly acting: Acting,
    private readonly steps: Steps,
  ) {}

  /** @throws Refusal when the table or the input says no, or the step is an act of its own. */
  async move(asking: Asking, { caseId, version, ...step }: Move): Promise<void> {
    const other = OTHER_ACTS[step.to];
    if (other) throw Refusal.of(other, 'to');
    await this.acting.on(asking, 'cases.status', { id: caseId, field: 'caseId', version }, (at) =>
      this.steps.take(at, step, 'STATUS_CHANGED'),
    );
  }
}
