import { createHmac } from 'node:crypto';
import { Module } from '@nestjs/common';
import { Database } from '#platform';
import { ReferenceModule } from '#reference';
import { Door } from './door.service.js';
import { DraftKeys } from './drafts/draft-keys.service.js';
import { Inbox } from './inbox/inbox.service.js';
import { Invites } from './invites/invites.service.js';
import { Passwords } from './passwords.service.js';
import { RightsRequests } from './rights/rights.service.js';
import { SessionCache } from './session-cache.service.js';
import { LogCheck } from './log/log-check.service.js';
import { LogCheckpoints } from './log/log-checkpoints.service.js';
import { LogSealer } from './log/log-sealer.service.js';
import { LogExport } from './log.export.js';
import { LogReader } from './log.reader.js';
import { Factors } from './sign-in/factors.service.js';
import { RefusalsLog } from './refusals-log.service.js';
import { Guessing, GUESSING_KEY } from './sign-in/guessing.service.js';
import { OwnAccount } from './sign-in/own-account.service.js';
import { SessionSweeper } from './sign-in/session-sweeper.service.js';
import { SignIns } from './sign-in/sign-in.service.js';
import { StaffReader } from './staff.reader.js';
import { StaffActs } from './staff.service.js';

const doors = [
  SessionCache,
  Door,
  SignIns,
  StaffActs,
  Invites,
  RightsRequests,
  OwnAccount,
  Factors,
  StaffReader,
  LogReader,
  LogExport,
  DraftKeys,
  Inbox,
  RefusalsLog,
  LogCheck,
];

/** The access room. It needs `Database` from the application around it. */
@Module({
  imports: [ReferenceModule],
  providers: [
    ...doors,
    Guessing,
    Passwords,
    SessionSweeper,
    LogCheckpoints,
    LogSealer,
    { provide: GUESSING_KEY, inject: [Database], useFactory: guessingKey },
  ],
  exports: doors,
})
export class AccessModule {}

/**
 * Follows from the address of the database, which holds the password of the application's role: every process of one
 * register has the same key, and a copy of the tables does not have it.
 */
function guessingKey(database: Database): Buffer {
  const { url, password } = database.orm.options as { url?: string; password?: string };
  return createHmac('sha256', `${url ?? ''}\n${password ?? ''}`)
    .update('access.sign_in_attempt')
    .digest();
}
