import { createHmac } from 'node:crypto';
import { type Database, type DoorDatabase, Sealer } from '#platform';
import { codesFromFiles } from '#reference/testing';
import { Door } from '../door.service.js';
import { Factors } from '../sign-in/factors.service.js';
import { Invites } from '../invites/invites.service.js';
import { Guessing } from '../sign-in/guessing.service.js';
import { LogExport } from '../log.export.js';
import { LogCheckpoints } from '../log/log-checkpoints.service.js';
import { LogSealer } from '../log/log-sealer.service.js';
import { LogReader } from '../log.reader.js';
import { Passwords } from '../passwords.service.js';
import { RightsRequests } from '../rights/rights.service.js';
import { SessionCache } from '../session-cache.service.js';
import { OwnAccount } from '../sign-in/own-account.service.js';
import { SessionSweeper } from '../sign-in/session-sweeper.service.js';
import { SignIns } from '../sign-in/sign-in.service.js';
import { StaffReader } from '../staff.reader.js';
import { StaffActs } from '../staff.service.js';

export type AccessRoom = Awaited<ReturnType<typeof accessRoom>>;

/**
 * The room's services on a database, put together by hand: for specs that need no HTTP.
 * @param gate needed by those who sign in or sweep.
 * @param kept where the log's key and the copies of its checkpoints lie, for those who have it signed.
 */
export async function accessRoom(
  database: Database,
  gate?: DoorDatabase,
  kept = { logKeyFile: '', logFolder: '' },
) {
  const sessions = new SessionCache(database);
  const door = new Door(database, sessions);
  const entrance = gate as DoorDatabase;
  const guessing = new Guessing(entrance, createHmac('sha256', 'of this test').digest());
  const passwords = new Passwords();
  const factors = new Factors(entrance, new Sealer(Buffer.alloc(32, 7)), sessions);
  const told = { error: () => undefined, warn: () => undefined };
  const checkpoints = new LogCheckpoints(database, kept, told);
  return {
    checkpoints,
    sealer: new LogSealer(database, checkpoints, told),
    sessions,
    door,
    guessing,
    signIns: new SignIns(entrance, guessing, passwords, factors, sessions, door),
    factors,
    own: new OwnAccount(entrance, door, guessing, passwords, sessions),
    invites: new Invites(door, entrance, sessions, guessing),
    rights: new RightsRequests(door, sessions),
    acts: new StaffActs(door, sessions, await codesFromFiles()),
    staff: new StaffReader(door),
    log: new LogReader(door),
    logExport: new LogExport(door),
    sweeper: new SessionSweeper(entrance),
  };
}
