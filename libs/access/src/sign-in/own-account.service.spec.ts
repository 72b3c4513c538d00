import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import { Refusal } from '#platform';
import type { Asking } from '../asking.js';
import { SessionOver } from '../door.service.js';
import { type AccessRoom, accessRoom, PASSWORD, signedInAs } from '../testing/index.js';
import { hashToken } from '../token.js';

const NEXT = 'шинэ өвөл гурван нохой';
let world: World;
let room: AccessRoom;
let people = 0;
beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database, world.door);
});
afterAll(() => world.end());

/** Somebody with an address and a place of their own. */
async function somebody(email = `tuul${(people += 1)}@prague.example`) {
  const asking = await signedInAs(world.owner, { name: 'Туул', role: 'OFFICER', missionId: 'PRG', email });
  return { asking, email, address: `2001:db8:${people.toString(16)}::1` };
}

const refused = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? [error.items[0]?.code, error.items[0]?.field] : error),
  );

const signIn = (email: string, password: string, address: string, more: object = {}) =>
  room.signIns.signIn({ email, password, kind: 'BROWSER', address, replaces: null, device: null, ...more });

const change = (
  asking: Asking,
  current: string,
  next: string,
  address: string,
  device: Buffer | null = null,
) => room.own.changePassword(asking, { current, next }, { address, device });

describe('Tuul changes her password', () => {
  it('and signs in with the new one, with the old one no more; whoever was signed in elsewhere is out', async () => {
    const { asking, email, address } = await somebody();
    const elsewhere = await signIn(email, PASSWORD, address);
    await change(asking, PASSWORD, NEXT, address);
    expect((await room.staff.me(asking)).email).toBe(email);
    await expect(room.staff.me({ ...asking, tokenHash: hashToken(elsewhere.token) })).rejects.toThrow(
      SessionOver,
    );
    expect(await refused(signIn(email, PASSWORD, address))).toEqual(['SIGN_IN_FAILED', undefined]);
    expect((await signIn(email, NEXT, address)).actor).toEqual(asking.actor);
  });

  it('stands in the log, by her name', async () => {
    const { asking, address } = await somebody();
    await change(asking, PASSWORD, NEXT, address);
    const { rows } = await world.owner.query(
      `select role, mission_id from access.log where operation = 'me.password' and staff_id = $1`,
      [asking.actor.staffId],
    );
    expect(rows).toEqual([{ role: 'OFFICER', mission_id: 'PRG' }]);
  });

  it('not without the old one, however often somebody at her open screen tries', async () => {
    const { asking, address } = await somebody();
    for (let at = 0; at < 5; at += 1) {
      expect(await refused(change(asking, `guess ${at}`, NEXT, address))).toEqual([
        'WRONG_PASSWORD',
        'current',
      ]);
    }
    expect(await refused(change(asking, PASSWORD, NEXT, address))).toEqual(['TOO_MANY_TRIES', undefined]);
  });

  it.each([
    ['what she has', PASSWORD, 'SAME_PASSWORD'],
    ['what is short', 'мод ус гал', 'PASSWORD_TOO_SHORT'],
    ['her own address', 'туул tuul9@prague 77', 'PASSWORD_HOLDS_NAME'],
    ['what everybody tries first', 'Password-2026!', 'PASSWORD_OBVIOUS'],
    ['what stands in the lists of leaked ones', 'chelsea-chelsea', 'PASSWORD_COMMON'],
    ['a row of keys', '1q2w3e4r5t6y7u', 'PASSWORD_COMMON'],
  ])('not to %s', async (_, next, code) => {
    const { asking, address } = await somebody(`tuul9${(people += 1)}@prague.example`);
    expect(await refused(change(asking, PASSWORD, next, address))).toEqual([code, 'next']);
  });

  it('not when her session is over', async () => {
    const { asking, address } = await somebody();
    await room.signIns.signOut(asking);
    await expect(change(asking, PASSWORD, NEXT, address)).rejects.toThrow(SessionOver);
  });

  it('and no other device but the one she is on is known any more', async () => {
    const { asking, address, email } = await somebody();
    const [here, there] = [hashToken('here'), hashToken('there')];
    for (const device of [here, there]) await signIn(email, PASSWORD, address, { device, remember: true });
    await change(asking, PASSWORD, NEXT, address, here);
    const { rows } = await world.owner.query(
      'select token_hash from access.known_device where staff_id = $1',
      [asking.actor.staffId],
    );
    expect(rows).toEqual([{ token_hash: here }]);
  });
});

describe('Tuul sees where she is signed in', () => {
  const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

  it('this session first; browser, system and network of each, and no address', async () => {
    const { asking, email } = await somebody();
    await signIn(email, PASSWORD, '192.0.2.77', { userAgent: AGENT });
    const seen = await room.own.list(asking);
    expect(seen).toEqual([
      expect.objectContaining({ here: true, kind: 'API', device: null, network: null }),
      expect.objectContaining({
        here: false,
        kind: 'BROWSER',
        device: 'Firefox · Linux',
        network: '192.0.2.0/24',
      }),
    ]);
    expect(JSON.stringify(seen)).not.toContain('192.0.2.77');
    expect(seen[1]?.startedAt).toMatch(/^20\d\d-.*Z$/);
  });

  it('and ends one, then all others, but not the one she is in; others’ are not hers to end', async () => {
    const { asking, email, address } = await somebody();
    const other = await somebody();
    const tokens: string[] = [];
    for (let at = 0; at < 3; at += 1) tokens.push((await signIn(email, PASSWORD, address)).token);
    const [, latest] = await room.own.list(asking);
    expect(await room.own.end(asking, latest?.id ?? '')).toBe(1);
    const [theirs] = await room.own.list(other.asking);
    expect(await room.own.end(asking, theirs?.id ?? '')).toBe(0);
    expect(await room.own.end(asking, null)).toBe(2);
    expect(await room.own.list(asking)).toHaveLength(1);
    expect(await room.own.list(other.asking)).toHaveLength(1);
    for (const token of tokens) expect(await room.sessions.actorOf(hashToken(token))).toBeNull();
  });
});

describe('a device', () => {
  const known = async (staffId: string) =>
    (
      await world.owner.query<object>('select token_hash from access.known_device where staff_id = $1', [
        staffId,
      ])
    ).rows;

  it('is known from the time that its owner says it is theirs, and no sooner', async () => {
    const { asking, email, address } = await somebody();
    const device = hashToken('laptop of Tuul');
    await signIn(email, PASSWORD, address, { device });
    expect(await known(asking.actor.staffId)).toEqual([]);
    await signIn(email, PASSWORD, address, { device, remember: true });
    expect(await known(asking.actor.staffId)).toEqual([{ token_hash: device }]);
  });

  it('is not known by a wrong password', async () => {
    const { asking, email, address } = await somebody();
    await refused(signIn(email, 'wrong password here', address, { device: hashToken('x'), remember: true }));
    expect(await known(asking.actor.staffId)).toEqual([]);
  });
});
