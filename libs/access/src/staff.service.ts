import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Language, Refusal, Refusals } from '#platform';
import { Codes } from '#reference';
import type { Asking } from './asking.js';
import { Door } from './door.service.js';
import type { Role } from './policy.rules.js';
import { alone, sameRights } from './rights/rights.rules.js';
import { askRights } from './rights/rights.service.js';
import { SessionCache } from './session-cache.service.js';
import { STAFF_COLUMNS, STAFF_SEEN, type StaffMember } from './staff.columns.js';
import { emailOf, isEmail, misfit } from './staff.rules.js';

export interface NewStaff {
  /** Made by the client: the same person sent twice is entered once. */
  id: string;
  name: string;
  email: string;
  role: Role;
  missionId?: string | null;
}

/** What is left out stays; `missionId: null` takes the mission away. */
export interface StaffChange {
  id: string;
  version: number;
  name?: string | null;
  role?: Role | null;
  missionId?: string | null;
  active?: boolean | null;
}

/** The administrator's acts on the staff, and everybody's own language. */
@Injectable()
export class StaffActs {
  constructor(
    private readonly door: Door,
    private readonly sessions: SessionCache,
    private readonly codes: Codes,
  ) {}

  /**
   * Enters a colleague, who has no password until they choose one behind a link (`Invites`).
   * @throws Refusal with everything that is wrong at once.
   */
  async create(asking: Asking, person: NewStaff): Promise<StaffMember> {
    const { id, role } = person;
    const name = person.name.trim();
    const email = emailOf(person.email);
    const missionId = person.missionId ?? null;
    const refusals = new Refusals();
    if (name === '') refusals.add('REQUIRED', 'name');
    if (!isEmail(email)) refusals.add('BAD_EMAIL', 'email');
    this.checkPost(refusals, role, missionId);
    refusals.throwIfAny();
    return this.door.act(asking, id, async (manager) => {
      const [entry] = await manager.query<{ made: boolean }[]>(
        'select access.enter_staff($1, $2, $3, $4, $5) as made',
        [id, email, name, role, missionId],
      );
      if (!entry?.made) return this.enteredBefore(manager, { id, email, name, role, missionId });
      const entered = await heldStaff(manager, id);
      if (entered.active) return entered;
      await askRights(manager, { ...entered, active: true });
      return heldStaff(manager, id);
    });
  }

  /**
   * Changes a name or rights; rights that take two people are asked for, and stay as they are until the second has approved.
   * @throws Refusal: NO_SUCH_STAFF, STALE_STAFF_VERSION, OWN_ROLE, OWN_DEACTIVATION, LAST_ADMINISTRATOR, or a post that does not fit.
   */
  async update(asking: Asking, change: StaffChange): Promise<StaffMember> {
    const { changed, lostRights } = await this.door.act(asking, change.id, async (manager) => {
      const before = await heldStaff(manager, change.id);
      const after = changedBy(before, change);
      this.check(asking, before, after, change);
      if (before.role === 'ADMINISTRATOR' && before.active) await keepAnAdministrator(manager, after);
      const now = alone(before, after);
      await write(manager, now);
      if (!sameRights(now, after)) await askRights(manager, after);
      return { changed: await heldStaff(manager, change.id), lostRights: !sameRights(before, now) };
    });
    if (lostRights) this.sessions.forgetAllOf(change.id);
    return changed;
  }

  /** The language the register speaks to whoever asks, on every device. */
  async setLanguage(asking: Asking, language: Language): Promise<StaffMember> {
    const [rows] = await this.door.oneTrip(asking, [
      {
        name: 'access.set_language',
        text: `update access.staff set language = $2 where id = $1 returning ${STAFF_COLUMNS}`,
        values: [asking.actor.staffId, language],
      },
    ]);
    return rows?.[0] as unknown as StaffMember;
  }

  private check(asking: Asking, before: StaffMember, after: StaffMember, { version }: StaffChange): void {
    if (before.version !== version) throw Refusal.of('STALE_STAFF_VERSION', 'version');
    const refusals = new Refusals();
    if (after.name === '') refusals.add('REQUIRED', 'name');
    if (before.id === asking.actor.staffId) {
      const moved = before.role !== after.role || before.missionId !== after.missionId;
      if (moved) refusals.add('OWN_ROLE', 'role');
      if (!after.active) refusals.add('OWN_DEACTIVATION', 'active');
    }
    // A post that has been closed since may stay in an old row; only a new choice is looked at.
    if (before.role !== after.role || before.missionId !== after.missionId) {
      this.checkPost(refusals, after.role, after.missionId);
    }
    refusals.throwIfAny();
  }

  private checkPost(refusals: Refusals, role: Role, missionId: string | null): void {
    const unfit = misfit(role, missionId);
    if (unfit) refusals.add(unfit, 'missionId');
    else if (missionId !== null && !this.codes.missions().some(({ id }) => id === missionId)) {
      refusals.add('NO_SUCH_MISSION', 'missionId');
    }
  }

  /** The same person sent again is the person entered before; anything else that is taken is refused. */
  private async enteredBefore(
    manager: EntityManager,
    sent: Pick<StaffMember, 'id' | 'email' | 'name' | 'role' | 'missionId'>,
  ): Promise<StaffMember> {
    const found = await findStaff(manager, sent.id);
    if (!found) throw Refusal.of('EMAIL_TAKEN', 'email');
    const same = (['email', 'name', 'role', 'missionId'] as const).every((key) => found[key] === sent[key]);
    if (!same) throw Refusal.of('STAFF_ID_TAKEN', 'id');
    return found;
  }
}

async function findStaff(manager: EntityManager, id: string): Promise<StaffMember | undefined> {
  await manager.query('select access.hold_staff($1)', [id]);
  const [found] = await manager.query<StaffMember[]>(`select ${STAFF_SEEN} from access.staff where id = $1`, [
    id,
  ]);
  return found;
}

async function heldStaff(manager: EntityManager, id: string): Promise<StaffMember> {
  const found = await findStaff(manager, id);
  if (!found) throw Refusal.of('NO_SUCH_STAFF', 'id');
  return found;
}

function changedBy(before: StaffMember, change: StaffChange): StaffMember {
  return {
    ...before,
    name: change.name?.trim() ?? before.name,
    role: change.role ?? before.role,
    missionId: change.missionId === undefined ? before.missionId : change.missionId,
    active: change.active ?? before.active,
    version: before.version + 1,
  };
}

/** Two administrators who remove each other at the same time must not both succeed. */
async function keepAnAdministrator(manager: EntityManager, after: StaffMember): Promise<void> {
  if (after.role === 'ADMINISTRATOR' && after.active) return;
  await manager.query("select pg_advisory_xact_lock(hashtext('access.administrators'))");
  const others = await manager.query<unknown[]>(
    `select 1 from access.staff where role = 'ADMINISTRATOR' and active and id <> $1 limit 1`,
    [after.id],
  );
  if (others.length === 0) throw Refusal.of('LAST_ADMINISTRATOR');
}

async function write(manager: EntityManager, after: StaffMember): Promise<void> {
  await manager.query('select access.change_staff($1, $2, $3, $4, $5)', [
    after.id,
    after.name,
    after.role,
    after.missionId,
    after.active,
  ]);
}
