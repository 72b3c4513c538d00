import { Injectable } from '@nestjs/common';
import { DoorDatabase, Refusal, Refusals } from '#platform';
import type { Asking } from '../asking.js';
import { Door } from '../door.service.js';
import { Guessing } from '../sign-in/guessing.service.js';
import { weakness } from '../password.rules.js';
import { hashPassword } from '../passwords.service.js';
import { SessionCache } from '../session-cache.service.js';
import { STAFF_SEEN, type StaffMember, UTC } from '../staff.columns.js';
import { hashToken, newToken } from '../token.js';

/** A link as its maker gets it, once. */
export interface Invited {
  /** The only copy: the register keeps its hash. It belongs into an address's fragment, which no server sees. */
  token: string;
  /** ISO 8601 in UTC. */
  endsAt: string;
}

/** Whose link it is, for whoever holds it. */
export interface InviteOwner {
  name: string;
  email: string;
  endsAt: string;
}

/** One-time links: the only way to a first password, or to a new one for somebody who has lost theirs. */
@Injectable()
export class Invites {
  constructor(
    private readonly door: Door,
    private readonly entrance: DoorDatabase,
    private readonly sessions: SessionCache,
    private readonly guessing: Guessing,
  ) {}

  /**
   * Makes a link for somebody, to be handed over to them. What they could sign in with before is over: link, password, sessions.
   * @throws Refusal NO_SUCH_STAFF, OWN_INVITE, INACTIVE_STAFF, SECOND_PERSON_NEEDED
   */
  async make(asking: Asking, staffId: string): Promise<Invited> {
    if (staffId === asking.actor.staffId) throw Refusal.of('OWN_INVITE', 'id');
    const token = newToken();
    const endsAt = await this.door.act(asking, staffId, async (manager) => {
      const [person] = await manager.query<StaffMember[]>(
        `select ${STAFF_SEEN} from access.staff where id = $1`,
        [staffId],
      );
      if (!person) throw Refusal.of('NO_SUCH_STAFF', 'id');
      if (!person.active) throw Refusal.of('INACTIVE_STAFF', 'id');
      if (!person.mayInvite) throw Refusal.of('SECOND_PERSON_NEEDED', 'id');
      const [made] = await manager.query<{ endsAt: string }[]>(
        `select ${UTC('access.make_invite($1, $2)')} as "endsAt"`,
        [staffId, hashToken(token)],
      );
      return made?.endsAt ?? '';
    });
    this.sessions.forgetAllOf(staffId);
    return { token, endsAt };
  }

  /** Ends somebody's link before it is used. @throws Refusal NO_OPEN_INVITE */
  async end(asking: Asking, staffId: string): Promise<void> {
    await this.door.act(asking, staffId, async (manager) => {
      const [ended] = await manager.query<{ done: boolean }[]>('select access.end_invite($1) as done', [
        staffId,
      ]);
      if (!ended?.done) throw Refusal.of('NO_OPEN_INVITE', 'id');
    });
  }

  /** @throws Refusal INVITE_OVER, whether it is used, ended, too old or was never made. */
  async open(token: string): Promise<InviteOwner> {
    const [row] = await this.entrance.call({
      name: 'access.invite_owner',
      text: `select name, email, ${UTC('expires_at')} as "endsAt" from access.invite_owner($1)`,
      values: [hashToken(token)],
    });
    const owner = row as InviteOwner | undefined;
    if (!owner) throw Refusal.of('INVITE_OVER', 'token');
    return owner;
  }

  /**
   * Takes the password that the link's owner has chosen; who guessed too often before may sign in at once.
   * @returns the name to sign in with.
   * @throws Refusal INVITE_OVER, or the password's weakness.
   */
  async use(token: string, password: string): Promise<string> {
    const owner = await this.open(token);
    const refusals = new Refusals();
    const weak = weakness(password, owner);
    if (weak) refusals.add(weak.code, 'password', weak.params);
    refusals.throwIfAny();
    const hash = await hashPassword(password);
    const [used] = await this.entrance.call({
      name: 'access.use_invite',
      text: 'select access.use_invite($1, $2, $3) as email',
      values: [hashToken(token), hash, this.guessing.nameKey(owner.email)],
    });
    const { email } = used as { email: string | null };
    if (email === null) throw Refusal.of('INVITE_OVER', 'token');
    return email;
  }
}
