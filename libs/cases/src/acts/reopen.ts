import { Injectable } from '@nestjs/common';
import type { Asking } from '#access';
import { Acting } from './acting.js';
import { Steps } from './steps.js';

export interface Reopening {
  caseId: string;
  version: number;
  reason: string;
}

/** The act of taking up a closed or rejected case again. Its entry keeps how the case had ended. */
@Injectable()
export class ReopenAct {
  constructor(
    private readonly acting: Acting,
    private readonly steps: Steps,
  ) {}

  /** @throws Refusal when the case is open, there is no reason, or it ended too long ago for this person. */
  async reopen(asking: Asking, { caseId, version, reason }: Reopening): Promise<void> {
    await this.acting.on(asking, 'cases.reopen', { id: caseId, field: 'caseId', version }, (at) =>
      this.steps.take(at, { to: 'REOPENED', reason }, 'REOPENED'),
    );
  }
}
