import { Inject, Injectable } from '@nestjs/common';
import { type Config, CONFIG } from '#platform';
import type { Asking } from '../asking.js';
import { Door } from '../door.service.js';
import { verifyLog } from './index.js';
import type { LogVerdict } from './log-verifier.js';

/** The auditor's own verification, through the same door as every read of the log. */
@Injectable()
export class LogCheck {
  constructor(
    private readonly door: Door,
    @Inject(CONFIG) private readonly config: Pick<Config, 'logKeyFile' | 'logFolder'>,
  ) {}

  /** Goes through the whole log, page by page; that it was asked for stands in the log once. */
  async verify(asking: Asking): Promise<LogVerdict> {
    let logged = asking.logged;
    return verifyLog(async (name, text, values) => {
      const [rows = []] = await this.door.read({ ...asking, logged }, [{ name, text, values }]);
      logged = false;
      return rows;
    }, this.config);
  }
}
