import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aWorld, type World } from '#support/world';
import { Refusal } from '#platform';
import type { Asking } from '../asking.js';
import { SessionOver } from '../door.service.js';
import { type AccessRoom, accessRoom, PASSWORD, signedInAs } from '../testing/index.js';
import { hashToken, newToken } from '../token.js';
import { inviteAsOperator } from './operators-invite.js';

const CHOSEN = 'шинэ өвөл гурван нохой';
let world: World;
let room: AccessRoom;
let oyuna: Asking;
beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database, world.door);
  oyuna = await signedInAs(world.owner, { name: 'Оюуна', role: 'ADMINISTRATOR' });
});
afterAll(() => world.end());

const refused = async (act: Promise<unknown>): Promise<(string | undefined)[][]> => {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.items.map(({ code, field }) => [code, field]);
  }
  throw new Error('it was not refused');
};
const tryToSignIn = (email: string, password: string) =>
  room.signIns.signIn({ email, password, kind: 'API', address: '192.0.2.7', device: null, replaces: null });
/** Whose role takes no second person: that is the matter of rights.spec.ts. */
const analyst = (name: string, email = `${uuidv7()}@mfa.example`) =>
  signedInAs(world.owner, { name, role: 'ANALYST', email });

describe('a link', () => {
  it('ends the sessions and the password that its owner had, and opens once for a password they choose', async () => {
    const email = 'munkhuu@mfa.example';
    const munkhuu = await analyst('Мөнхөө', email);
    const { token, endsAt } = await room.invites.make(oyuna, munkhuu.actor.staffId);
    await expect(room.staff.me(munkhuu)).rejects.toThrow(SessionOver);
    await expect(tryToSignIn(email, PASSWORD)).rejects.toThrow('SIGN_IN_FAILED');
    expect(await room.invites.open(token)).toEqual({ name: 'Мөнхөө', email, endsAt });
    expect(await room.invites.use(token, CHOSEN)).toBe(email);
    expect((await tryToSignIn(email, CHOSEN)).actor).toEqual(munkhuu.actor);
    expect(await refused(room.invites.use(token, 'өөр нэг урт нууц үг'))).toEqual([['INVITE_OVER', 'token']]);
    expect((await tryToSignIn(email, CHOSEN)).actor).toEqual(munkhuu.actor);
  });

  it('used twice in the same moment sets one password only', async () => {
    const { actor } = await analyst('Хоёр');
    const { token } = await room.invites.make(oyuna, actor.staffId);
    const outcomes = await Promise.allSettled(
      [CHOSEN, 'өвөр хангай нуруу 7'].map((one) => room.invites.use(token, one)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('lets a person who guessed too often try at once', async () => {
    const email = 'forgetful@mfa.example';
    const { actor } = await analyst('Мартамхай', email);
    for (let at = 0; at < 5; at += 1) await tryToSignIn(email, 'wrong password here').catch(() => undefined);
    await expect(tryToSignIn(email, PASSWORD)).rejects.toThrow('TOO_MANY_TRIES');
    const { token } = await room.invites.make(oyuna, actor.staffId);
    await room.invites.use(token, CHOSEN);
    expect((await tryToSignIn(email, CHOSEN)).actor).toEqual(actor);
  });

  it('takes no weak password, and none with the name of its owner', async () => {
    const { actor } = await analyst('Наран');
    const { token } = await room.invites.make(oyuna, actor.staffId);
    expect(await refused(room.invites.use(token, 'password1234'))).toEqual([
      ['PASSWORD_OBVIOUS', 'password'],
    ]);
    expect(await refused(room.invites.use(token, 'x наран 12345678'))).toEqual([
      ['PASSWORD_HOLDS_NAME', 'password'],
    ]);
  });

  it('that is used, ended, too old, followed by another, of somebody shut out or unknown says the same', async () => {
    const madeFor = async (then: (id: string, token: string) => Promise<unknown>) => {
      const { actor } = await analyst('Нэг');
      const { token } = await room.invites.make(oyuna, actor.staffId);
      await then(actor.staffId, token);
      return token;
    };
    const dead = [
      newToken(),
      await madeFor((_, token) => room.invites.use(token, CHOSEN)),
      await madeFor((id) => room.invites.end(oyuna, id)),
      await madeFor((id) => room.invites.make(oyuna, id)),
      await madeFor((id) => room.acts.update(oyuna, { id, version: 1, active: false })),
      await madeFor((id) =>
        world.owner.query(
          `update access.invite set expires_at = now() - interval '1 s' where staff_id = $1`,
          [id],
        ),
      ),
    ];
    for (const token of dead) {
      expect(await refused(room.invites.open(token))).toEqual([['INVITE_OVER', 'token']]);
      expect(await refused(room.invites.use(token, CHOSEN))).toEqual([['INVITE_OVER', 'token']]);
    }
  });

  it('is kept as a hash only, lasts 72 hours, and stands in the list of staff while it waits', async () => {
    const { actor } = await analyst('Жаргал');
    const { token, endsAt } = await room.invites.make(oyuna, actor.staffId);
    const { rows } = await world.owner.query(
      `select token_hash, made_by, expires_at - made_at = interval '72 hours' as lasts
         from access.invite where staff_id = $1`,
      [actor.staffId],
    );
    expect(rows).toEqual([{ token_hash: hashToken(token), made_by: oyuna.actor.staffId, lasts: true }]);
    const listed = async () =>
      (await room.staff.page(oyuna, { first: 100, after: undefined })).edges.find(
        ({ node }) => node.id === actor.staffId,
      )?.node;
    expect((await listed())?.inviteEndsAt).toBe(endsAt);
    await room.invites.end(oyuna, actor.staffId);
    expect((await listed())?.inviteEndsAt).toBeNull();
    expect(await refused(room.invites.end(oyuna, actor.staffId))).toEqual([['NO_OPEN_INVITE', 'id']]);
  });

  it('is in the log when it is made and when it is used, and never with its token', async () => {
    const { actor } = await analyst('Сувд');
    const { token } = await room.invites.make({ ...oyuna, operation: 'staff.write' }, actor.staffId);
    await room.invites.use(token, CHOSEN);
    await inviteAsOperator(world.owner, actor.staffId);
    const { rows } = await world.owner.query(
      'select operation, role from access.log where subject_id = $1 order by at',
      [actor.staffId],
    );
    expect(rows).toEqual([
      { operation: 'staff.write', role: 'ADMINISTRATOR' },
      { operation: 'invite.used', role: null },
      { operation: 'operator.invite', role: 'OPERATOR' },
    ]);
  });
});

describe('nobody', () => {
  it('gets a link for themselves, for somebody who may not sign in, or for nobody', async () => {
    const { actor } = await analyst('Гарсан');
    await room.acts.update(oyuna, { id: actor.staffId, version: 1, active: false });
    expect(await refused(room.invites.make(oyuna, oyuna.actor.staffId))).toEqual([['OWN_INVITE', 'id']]);
    expect(await refused(room.invites.make(oyuna, actor.staffId))).toEqual([['INACTIVE_STAFF', 'id']]);
    expect(await refused(room.invites.make(oyuna, uuidv7()))).toEqual([['NO_SUCH_STAFF', 'id']]);
  });

  it('but the administrator makes or ends links, even where the code does not ask', async () => {
    const tuul = await signedInAs(world.owner, { name: 'Туул', role: 'OFFICER', missionId: 'PRG' });
    const { actor } = await analyst('Зорилго');
    const behind = (by: Asking, text: string) =>
      room.door.act(by, undefined, (manager) => manager.query(text, [actor.staffId]));
    const hash = `sha256('x')`;
    await expect(behind(tuul, `select access.make_invite($1, ${hash})`)).rejects.toThrow('administrator');
    await expect(behind(tuul, 'select access.end_invite($1)')).rejects.toThrow('administrator');
    await expect(behind(oyuna, `select access.issue_invite($1, ${hash}, null)`)).rejects.toThrow(
      'permission denied',
    );
    await expect(behind(oyuna, 'select token_hash from access.invite where staff_id = $1')).rejects.toThrow(
      'permission denied',
    );
    expect(await behind(tuul, 'select id from access.invite where $1::uuid is not null')).toEqual([]);
  });
});
