import { Injectable } from '@nestjs/common';
import type { Asking } from '#access';
import { Acting } from './acting.js';
import { Steps } from './steps.js';

export interface Closing {
  caseId: string;
  version: number;
  /** May be left out when it was given on resolving. */
  outcome?: string | null;
  note?: string | null;
}

/** The act of closing a resolved case. Who may: `who-may-close.rules.ts`. On which day: `closing-day.rules.ts`. */
@Injectable()
export class CloseAct {
  constructor(
    private readonly acting: Acting,
    private readonly steps: Steps,
  ) {}

  /** @throws Refusal when the case is not resolved, has no outcome, or needs a second pair of eyes. */
  async close(asking: Asking, { caseId, version, outcome, note }: Closing): Promise<void> {
    await this.acting.on(asking, 'cases.close', { id: caseId, field: 'caseId', version }, (at) =>
      this.steps.take(at, { to: 'CLOSED', outcome, reason: note }, 'CLOSED'),
    );
  }
}
