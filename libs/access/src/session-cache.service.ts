import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { Actor } from './asking.js';
import type { Role } from './policy.rules.js';

const KEPT_MS = 60_000;
const MOST = 10_000;

/**
 * Remembers for a minute who a session belongs to, so that the guard can decide without a question of its own to the
 * database. It grants nothing: each transaction shows the session to the database again, and a session that has ended
 * or changed is refused there (`Door`).
 */
@Injectable()
export class SessionCache {
  private readonly known = new Map<string, { actor: Actor; until: number }>();

  constructor(private readonly database: Database) {}

  async actorOf(tokenHash: Buffer): Promise<Actor | null> {
    const key = tokenHash.toString('base64');
    const found = this.known.get(key);
    if (found && found.until > Date.now()) return found.actor;
    this.known.delete(key);
    const actor = await this.read(tokenHash);
    if (actor) this.remember(key, actor);
    return actor;
  }

  forget(tokenHash: Buffer): void {
    this.known.delete(tokenHash.toString('base64'));
  }

  /** Everything known of a person's sessions, when their rights have changed. */
  forgetAllOf(staffId: string): void {
    for (const [key, { actor }] of this.known) if (actor.staffId === staffId) this.known.delete(key);
  }

  private remember(key: string, actor: Actor): void {
    const oldest = this.known.keys().next().value;
    if (this.known.size >= MOST && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, { actor, until: Date.now() + KEPT_MS });
  }

  private async read(tokenHash: Buffer): Promise<Actor | null> {
    const [rows] = await this.database.oneTrip([
      {
        name: 'access.session_owner',
        text: 'select id, role, mission_id from access.session_owner($1)',
        values: [tokenHash],
      },
    ]);
    const row = rows?.[0] as { id: string; role: Role; mission_id: string | null } | undefined;
    return row ? { staffId: row.id, role: row.role, missionId: row.mission_id } : null;
  }
}
