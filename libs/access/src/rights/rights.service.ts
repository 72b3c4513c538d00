import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refusal } from '#platform';
import type { Asking } from '../asking.js';
import { Door } from '../door.service.js';
import { needsSecondPerson } from '../policy.rules.js';
import type { Role } from '../policy.rules.js';
import { SessionCache } from '../session-cache.service.js';
import { STAFF_SEEN, type StaffMember, UTC } from '../staff.columns.js';
import type { Rights } from './rights.rules.js';

/** So many, the open ones and the youngest of the others. */
const MOST = 100;

export interface RightsRequest {
  id: string;
  staffId: string;
  name: string;
  email: string;
  /** A new link is asked for, no other rights. */
  reset: boolean;
  was: Rights;
  asked: Rights;
  askedBy: { id: string; name: string };
  askedAt: string;
  expiresAt: string;
  decision: 'APPROVED' | 'REFUSED' | 'REPLACED' | null;
  decidedBy: { id: string; name: string } | null;
  decidedAt: string | null;
  /** Whether it can still be decided. */
  open: boolean;
  /** The person was changed after it was asked. */
  stale: boolean;
}

/** Rights that take two people: asked for by one, approved by another. The database holds to it too (`sql/rights.sql`). */
@Injectable()
export class RightsRequests {
  constructor(
    private readonly door: Door,
    private readonly sessions: SessionCache,
  ) {}

  /** Asks that somebody may get a new link. @throws Refusal NO_SUCH_STAFF, OWN_INVITE, INACTIVE_STAFF, NO_SECOND_PERSON_NEEDED */
  async askReset(asking: Asking, staffId: string): Promise<StaffMember> {
    if (staffId === asking.actor.staffId) throw Refusal.of('OWN_INVITE', 'id');
    return this.door.act(asking, staffId, async (manager) => {
      const person = await seen(manager, staffId);
      if (!person) throw Refusal.of('NO_SUCH_STAFF', 'id');
      if (!person.active) throw Refusal.of('INACTIVE_STAFF', 'id');
      if (!needsSecondPerson(person.role)) throw Refusal.of('NO_SECOND_PERSON_NEEDED', 'id');
      await askRights(manager, person, true);
      return (await seen(manager, staffId)) ?? person;
    });
  }

  /** What waits, and what was decided last. */
  async list(asking: Asking): Promise<RightsRequest[]> {
    const [rows] = await this.door.oneTrip(asking, [
      {
        name: 'access.rights_requests',
        text: `select id, staff_id as "staffId", name, email, reset, decision, stale, ${UTC('asked_at')} as "askedAt",
                      ${UTC('expires_at')} as "expiresAt", ${UTC('decided_at')} as "decidedAt",
                      decision is null and expires_at > now() as open,
                      json_build_object('role', was_role, 'missionId', was_mission_id, 'active', was_active) as was,
                      json_build_object('role', role, 'missionId', mission_id, 'active', active) as asked,
                      json_build_object('id', asked_by, 'name', asked_by_name) as "askedBy",
                      case when decided_by is not null then json_build_object('id', decided_by, 'name', decided_by_name) end as "decidedBy"
                 from access.rights_requests()
                order by decision is null and expires_at > now() desc, asked_at desc limit ${MOST}`,
        values: [],
      },
    ]);
    return (rows ?? []) as unknown as RightsRequest[];
  }

  /**
   * The second person's yes or no.
   * @throws Refusal NO_SUCH_REQUEST, REQUEST_DECIDED, REQUEST_LAPSED, REQUEST_STALE, OWN_REQUEST, OWN_RIGHTS, LAST_ADMINISTRATOR
   */
  async decide(asking: Asking, id: string, approve: boolean): Promise<RightsRequest> {
    await this.door.act(asking, id, async (manager) => {
      const [answer] = await manager.query<{ no: string | null }[]>(
        'select access.decide_rights($1, $2) as no',
        [id, approve],
      );
      if (answer?.no) throw Refusal.of(answer.no, 'id');
    });
    const decided = (await this.list({ ...asking, logged: false })).find((request) => request.id === id);
    if (!decided) throw Refusal.of('NO_SUCH_REQUEST', 'id');
    this.sessions.forgetAllOf(decided.staffId);
    return decided;
  }
}

/** Asks for a second person, inside the act that needs one. @param reset only a new link; rights stay. */
export async function askRights(
  manager: EntityManager,
  wanted: { id: string; role: Role; missionId: string | null; active: boolean },
  reset = false,
): Promise<void> {
  await manager.query('select access.ask_rights($1, $2, $3, $4, $5)', [
    wanted.id,
    wanted.role,
    wanted.missionId,
    wanted.active,
    reset,
  ]);
}

async function seen(manager: EntityManager, id: string): Promise<StaffMember | undefined> {
  const [found] = await manager.query<StaffMember[]>(`select ${STAFF_SEEN} from access.staff where id = $1`, [
    id,
  ]);
  return found;
}
