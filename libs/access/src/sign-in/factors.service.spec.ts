import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { aWorld, type World } from '#support/world';
import { Refusal, Sealer } from '#platform';
import { type AccessRoom, accessRoom, PASSWORD, signedInAs } from '../testing/index.js';
import { Factors } from './factors.service.js';

let world: World;
let room: AccessRoom;
let people = 0;
beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database, world.door);
});
afterAll(() => world.end());

const refused = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.items[0]?.code : error),
  );

/** The code that the authenticator shows, so many steps of half a minute from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

async function somebody() {
  const email = `ganbold${(people += 1)}@seoul.example`;
  const asking = await signedInAs(world.owner, { name: 'Ганболд', role: 'OFFICER', missionId: 'SEL', email });
  const address = `2001:db8:${people.toString(16)}::1`;
  const signIn = (code?: string, more: object = {}) =>
    room.signIns.signIn({
      email,
      password: PASSWORD,
      kind: 'API',
      address,
      replaces: null,
      device: null,
      code,
      ...more,
    });
  return { asking, email, signIn };
}

/** Somebody with codes in use. The code of the step before this one is taken by setting it up. */
async function withCodes() {
  const person = await somebody();
  const { secret } = await room.factors.begin(person.asking, person.email);
  const recovery = await room.factors.confirm(person.asking, codeOf(secret, -1));
  return { ...person, secret, recovery };
}

describe('Ganbold sets up one-time codes', () => {
  it('and is asked for one from then on, after the right password only', async () => {
    const { signIn, secret, email, asking } = await withCodes();
    expect(await refused(signIn())).toBe('CODE_NEEDED');
    expect(await refused(signIn(codeOf(secret), { password: 'wrong password here' }))).toBe('SIGN_IN_FAILED');
    expect((await signIn(codeOf(secret))).actor).toEqual(asking.actor);
    expect(email).toContain('ganbold');
  });

  it('which count for nothing until a code of them is shown', async () => {
    const { asking, email, signIn } = await somebody();
    await room.factors.begin(asking, email);
    expect((await room.factors.state(asking)).active).toBe(false);
    expect(await refused(room.factors.confirm(asking, '000000'))).toBe('WRONG_CODE');
    expect(await refused(signIn())).toBe('done');
  });

  it('once: in use, they are not replaced by whoever finds his screen open', async () => {
    const { asking, email } = await withCodes();
    expect(await refused(room.factors.begin(asking, email))).toBe('FACTOR_THERE');
  });

  it('with a picture and an address that authenticators read', async () => {
    const { asking, email } = await somebody();
    const { uri, secret, path, size } = await room.factors.begin(asking, email);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Elchin:ganbold\d+%40seoul\.example\?/);
    expect(uri).toContain(secret);
    expect(size).toBeGreaterThan(25);
    expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  });
});

describe('a code', () => {
  it('works once, and none that is older after it', async () => {
    const { signIn, secret } = await withCodes();
    expect(await refused(signIn(codeOf(secret, 1)))).toBe('done');
    expect(await refused(signIn(codeOf(secret, 1)))).toBe('WRONG_CODE');
    expect(await refused(signIn(codeOf(secret)))).toBe('WRONG_CODE');
  });

  it('shown twice at once lets one in', async () => {
    const { signIn, secret } = await withCodes();
    const code = codeOf(secret);
    const both = await Promise.all([refused(signIn(code)), refused(signIn(code))]);
    expect(both.sort()).toEqual(['WRONG_CODE', 'done']);
  });

  it('is not guessed, from however many places: twenty an hour', async () => {
    const { signIn } = await withCodes();
    const from = (at: number) =>
      signIn('000000', { address: `2001:db8:aaaa:${at}::1`.replace('aaaa', (0xa000 + at).toString(16)) });
    const outcomes: unknown[] = [];
    for (let at = 0; at < 22; at += 1) outcomes.push(await refused(from(at)));
    expect(outcomes).toEqual([...Array<string>(20).fill('WRONG_CODE'), 'TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
  });
});

describe('without his telephone', () => {
  it('Ganbold comes in by a recovery code, however he writes it, each for one time', async () => {
    const { signIn, recovery, asking } = await withCodes();
    expect(new Set(recovery).size).toBe(10);
    const typed = recovery[0]?.toLowerCase().replaceAll('-', ' ') ?? '';
    expect(await refused(signIn(typed))).toBe('done');
    expect(await refused(signIn(typed))).toBe('WRONG_CODE');
    expect(asking.actor.role).toBe('OFFICER');
  });

  it('he removes the codes by one; without, nobody does', async () => {
    const { asking, signIn, recovery } = await withCodes();
    expect(await refused(room.factors.remove(asking, '000000'))).toBe('WRONG_CODE');
    await room.factors.remove(asking, recovery[3] ?? '');
    expect(await refused(signIn())).toBe('done');
  });
});

describe('what lies in the database', () => {
  it('tells neither secret nor recovery code', async () => {
    const { secret, recovery } = await withCodes();
    const { rows } = await world.owner.query<{ all: string }>(
      `select concat((select string_agg(f::text, ' ') from access.factor f), (select string_agg(r::text, ' ') from access.recovery_code r)) as all`,
    );
    const all = rows[0]?.all ?? '';
    expect(all).not.toContain(Buffer.from(Secret.fromBase32(secret).bytes).toString('hex'));
    for (const text of [secret, ...recovery]) expect(all).not.toContain(text);
  });

  it('is known by its secret: with another the server does not start, and says why', async () => {
    await withCodes();
    const other = new Factors(world.door, new Sealer(Buffer.alloc(32, 8)), room.sessions);
    await expect(other.onModuleInit()).rejects.toThrow('ELCHIN_SECRET_FILE');
    await room.factors.onModuleInit();
  });
});
