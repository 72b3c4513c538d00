import { Injectable } from '@nestjs/common';
import type { Asking } from './asking.js';
import { Door, SessionOver } from './door.service.js';

/** What was refused. */
export interface RefusedAct {
  /** The row it was about, where one was named. */
  subjectId: string | null;
  /** Why: codes of refusals, or FORBIDDEN. */
  codes: readonly string[];
}

/** Writes to the access log what somebody asked for and did not get; what was begun for it is rolled back already. */
@Injectable()
export class RefusalsLog {
  constructor(private readonly door: Door) {}

  async write(asking: Asking, { subjectId, codes }: RefusedAct): Promise<void> {
    const entry = {
      name: 'access.log_refusal',
      text: 'select access.write_log($1, $2, null, $3)',
      values: [asking.operation, subjectId, [...new Set(codes)].join(',').slice(0, 200)],
    };
    try {
      await this.door.oneTrip({ ...asking, logged: false }, [NOT_WAITED_FOR, entry]);
    } catch (error) {
      // A session that has ended meanwhile did nothing and was shown nothing.
      if (!(error instanceof SessionOver)) throw error;
    }
  }
}

/** A refusal is as worth keeping as a read, and not more (decision 0004). */
const NOT_WAITED_FOR = {
  name: 'access.log_not_waited_for',
  text: `select set_config('synchronous_commit', 'off', true)`,
  values: [],
};
