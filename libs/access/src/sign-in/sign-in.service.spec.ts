import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import { Refusal } from '#platform';
import { SessionOver } from '../door.service.js';
import type { SignIn } from './sign-in.service.js';
import { type AccessRoom, accessRoom, PASSWORD, signedInAs } from '../testing/index.js';
import { hashToken } from '../token.js';

let world: World;
let room: AccessRoom;
let addresses = 0;

beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database, world.door);
});
afterAll(() => world.end());

/** From an address of its own, unless the test says otherwise: counters of one test do not reach into the next. */
const trying = (email: string, password: string, more: Partial<SignIn> = {}) =>
  room.signIns.signIn({
    email,
    password,
    kind: 'BROWSER',
    address: `2001:db8:${(addresses += 1).toString(16)}::1`,
    replaces: null,
    device: null,
    ...more,
  });

const outcome = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'in',
    (error: unknown) => (error instanceof Refusal ? (error.items[0]?.code ?? '') : String(error)),
  );

const someone = async (email: string, role: 'OFFICER' | 'ANALYST' = 'OFFICER') =>
  signedInAs(world.owner, { name: email, email, role, missionId: role === 'OFFICER' ? 'SEL' : undefined });

const logged = async (operation: string): Promise<unknown[]> =>
  (await world.owner.query<object>('select * from access.log where operation = $1 order by id', [operation]))
    .rows;

describe('signing in', () => {
  it('lets Bolormaa in by her address in any case, and keeps only a hash of her token', async () => {
    const bolormaa = await someone('bolormaa@seoul.example');
    const { token, actor } = await trying(' Bolormaa@Seoul.EXAMPLE', PASSWORD);
    expect(actor).toEqual(bolormaa.actor);
    expect(await room.sessions.actorOf(hashToken(token))).toEqual(bolormaa.actor);
    const { rows } = await world.owner.query<{ kept: string }>(
      `select string_agg(s::text, ' ') as kept from access.session s`,
    );
    expect(rows[0]?.kept).toContain(hashToken(token).toString('hex'));
    expect(rows[0]?.kept).not.toContain(token);
  });

  it('gives a session 8 hours and no more', async () => {
    await someone('hours@seoul.example');
    const { token } = await trying('hours@seoul.example', PASSWORD);
    const { rows } = await world.owner.query(
      `select extract(epoch from expires_at - created_at) / 3600 as hours from access.session where token_hash = $1`,
      [hashToken(token)],
    );
    expect(Number((rows[0] as { hours: string }).hours)).toBe(8);
  });

  it('remembers the sign-in before this one', async () => {
    const { actor } = await someone('twice@seoul.example');
    const times = async () =>
      (
        await world.owner.query<{ last: Date | null; previous: Date | null }>(
          'select last_sign_in_at as last, previous_sign_in_at as previous from access.staff where id = $1',
          [actor.staffId],
        )
      ).rows[0];
    await trying('twice@seoul.example', PASSWORD);
    const first = await times();
    expect(first?.previous).toBeNull();
    await trying('twice@seoul.example', PASSWORD);
    const second = await times();
    expect(second?.previous).toEqual(first?.last);
    expect(second?.last?.getTime()).toBeGreaterThan(first?.last?.getTime() ?? Infinity);
  });

  it('ends the session that the same browser had before', async () => {
    const before = await someone('again@seoul.example');
    await trying('again@seoul.example', PASSWORD, { replaces: before.tokenHash });
    expect(await room.sessions.actorOf(before.tokenHash)).toBeNull();
  });

  it('says the same to a wrong password, an unknown name, and somebody who has left', async () => {
    await someone('right@seoul.example');
    const gone = await someone('gone@seoul.example');
    await world.owner.query('update access.staff set active = false where id = $1', [gone.actor.staffId]);
    for (const email of [
      'right@seoul.example',
      'nobody@seoul.example',
      'gone@seoul.example',
      "' or 1=1 --",
      '\ud83d',
    ]) {
      expect(await outcome(trying(email, 'wrong password here'))).toBe('SIGN_IN_FAILED');
    }
    expect(await outcome(trying('gone@seoul.example', PASSWORD))).toBe('SIGN_IN_FAILED');
  });

  it('does the same work for a name that nobody has', async () => {
    await someone('timed@seoul.example');
    const took = async (email: string) => {
      const started = performance.now();
      await outcome(trying(email, 'wrong password here'));
      return performance.now() - started;
    };
    const [known, unknown]: number[][] = [[], []];
    for (let at = 0; at < 15; at += 1) {
      // Interleaved, so that a busy machine is equally busy for both; each counter is cleared, so that none shuts.
      known?.push(await took('timed@seoul.example'));
      unknown?.push(await took('untimed@seoul.example'));
      await world.owner.query('delete from access.sign_in_try');
    }
    const median = (times: number[] = []) => times.sort((one, other) => one - other)[7] ?? 0;
    expect(median(unknown)).toBeGreaterThan(median(known) / 2);
    expect(median(unknown)).toBeLessThan(median(known) * 2);
  });
});

describe('guessing', () => {
  const guesses = async (count: number, email: string, more: () => Partial<SignIn>): Promise<string[]> => {
    const outcomes: string[] = [];
    for (let at = 0; at < count; at += 1) outcomes.push(await outcome(trying(email, `guess ${at}`, more())));
    return outcomes;
  };
  const wrong = (count: number) => Array<string>(count).fill('SIGN_IN_FAILED');
  const passes = (interval: string) =>
    world.owner.query(`update access.sign_in_try set at = at - $1::interval`, [interval]);

  it('of one name from one network is stopped after five tries a minute, known or not, in the same words', async () => {
    await someone('target@seoul.example');
    let last = 0;
    for (const [email, block] of [
      ['target@seoul.example', '198.51.100'],
      ['stranger@seoul.example', '198.51.101'],
    ] as const) {
      const outcomes = await guesses(7, email, () => ({ address: `${block}.${(last += 1)}` }));
      expect(outcomes).toEqual([...wrong(5), 'TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
    }
  });

  it('says how long to wait, and means it: the right password waits too, a minute and no longer', async () => {
    const address = '198.51.102.1';
    await someone('waits@seoul.example');
    await guesses(5, 'waits@seoul.example', () => ({ address }));
    const refusal: unknown = await trying('waits@seoul.example', PASSWORD, { address }).catch(
      (error: unknown) => error,
    );
    expect((refusal as Refusal).items[0]).toMatchObject({ code: 'TOO_MANY_TRIES', field: undefined });
    const seconds = (refusal as Refusal).items[0]?.params?.seconds as number;
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    await passes(`${seconds} seconds`);
    expect(await outcome(trying('waits@seoul.example', PASSWORD, { address }))).toBe('in');
  });

  it('gets slower the longer it goes on: ten in a quarter of an hour, thirty a day', async () => {
    const address = '198.51.103.1';
    const minutes = async (count: number, apart: string) => {
      let through = 0;
      for (let at = 0; at < count; at += 1) {
        through += (await guesses(5, 'slow@seoul.example', () => ({ address }))).filter(
          (code) => code === 'SIGN_IN_FAILED',
        ).length;
        await passes(apart);
      }
      return through;
    };
    expect(await minutes(4, '61 seconds')).toBe(10);
    await passes('15 minutes');
    expect(await minutes(8, '15 minutes')).toBe(20);
  });

  it('from elsewhere does not keep Bolormaa out: a stranger’s tries count where the stranger is', async () => {
    await someone('kept-in@seoul.example');
    for (let network = 0; network < 6; network += 1) {
      await guesses(6, 'kept-in@seoul.example', () => ({ address: `203.0.${network}.9` }));
    }
    expect(await outcome(trying('kept-in@seoul.example', PASSWORD))).toBe('in');
  });

  it('beside her, behind the same address, does not keep her out on a device that she was on before', async () => {
    const address = '203.0.113.9';
    const { actor } = await someone('device@seoul.example');
    const device = hashToken('her laptop');
    await world.owner.query('insert into access.known_device (token_hash, staff_id) values ($1, $2)', [
      device,
      actor.staffId,
    ]);
    let at = 0;
    await guesses(15, 'device@seoul.example', () => ({ address }));
    for (; at < 12; at += 1) await outcome(trying(`other${at}@seoul.example`, 'guess', { address }));
    expect(await outcome(trying('device@seoul.example', PASSWORD, { address }))).toBe('TOO_MANY_TRIES');
    expect(await outcome(trying('device@seoul.example', PASSWORD, { address, device }))).toBe('in');
    for (at = 20; at < 30; at += 1) await outcome(trying(`other${at}@seoul.example`, 'guess', { address }));
    // The device opens its owner's door only, and not for ever more guesses.
    expect(await outcome(trying('other0@seoul.example', 'guess', { address, device }))).toBe(
      'TOO_MANY_TRIES',
    );
    const onIt = await guesses(12, 'device@seoul.example', () => ({ address, device }));
    expect(onIt).toEqual([...wrong(10), 'TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
  });

  it('is stopped within twenty tries from one address that tries a new name each time, for a quarter of an hour', async () => {
    const address = '198.51.100.7';
    const outcomes: string[] = [];
    for (let at = 0; at < 20; at += 1)
      outcomes.push(await outcome(trying(`n${at}@x.example`, 'guess', { address })));
    expect(outcomes).toEqual([...wrong(15), ...Array<string>(5).fill('TOO_MANY_TRIES')]);
    await passes('15 minutes');
    expect(await outcome(trying('n20@x.example', 'guess', { address }))).toBe('SIGN_IN_FAILED');
  });

  it('is stopped after sixty tries from one network, however many addresses and names it has', async () => {
    let at = 0;
    const outcomes: string[] = [];
    for (; at < 62; at += 1) {
      outcomes.push(
        await outcome(trying(`m${at}@x.example`, 'guess', { address: `2001:db8:ffff:${at}::1` })),
      );
    }
    expect(outcomes).toEqual([...wrong(60), 'TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
  });

  it('counts twenty tries at once as twenty', async () => {
    await someone('rush@seoul.example');
    const address = '198.51.104.1';
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        outcome(trying('rush@seoul.example', `guess ${at}`, { address })),
      ),
    );
    expect(outcomes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5);
    expect(outcomes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(15);
  });

  it('is not what an embassy does behind one address whose people mistype and then are right', async () => {
    const address = '203.0.114.9';
    await someone('many@seoul.example');
    for (let at = 0; at < 18; at += 1) {
      expect(await outcome(trying('many@seoul.example', 'mistyped', { address }))).toBe('SIGN_IN_FAILED');
      expect(await outcome(trying('many@seoul.example', PASSWORD, { address }))).toBe('in');
    }
  });

  it('is not helped by an account of one’s own behind the same address', async () => {
    const address = '203.0.115.10';
    await someone('insider@seoul.example');
    const outcomes: string[] = [];
    for (let at = 0; at < 18; at += 1) {
      outcomes.push(await outcome(trying(`victim${at}@seoul.example`, 'guess', { address })));
      await outcome(trying('insider@seoul.example', PASSWORD, { address }));
    }
    expect(outcomes.indexOf('TOO_MANY_TRIES')).toBe(15);
  });

  it('leaves neither name nor address in the table', async () => {
    await outcome(trying('secret-name@seoul.example', 'guess', { address: '192.0.2.77' }));
    const { rows } = await world.owner.query<{ all: string }>(
      `select string_agg(a::text, ' ') as all from access.sign_in_try a`,
    );
    expect(rows[0]?.all).not.toMatch(/secret-name|192\.0\.2/);
    expect(rows[0]?.all).toMatch(/[A-Za-z0-9+/]{43}=/);
  });
});

describe('signing out', () => {
  it('ends the session at once, here and in the database', async () => {
    const asking = await someone('leaves@seoul.example');
    expect(await room.sessions.actorOf(asking.tokenHash)).toEqual(asking.actor);
    await room.signIns.signOut(asking);
    expect(await room.sessions.actorOf(asking.tokenHash)).toBeNull();
    await expect(room.staff.me(asking)).rejects.toThrow(SessionOver);
  });
});

describe('the log of signing in', () => {
  it('holds who came and went; of failures only that there was one', async () => {
    await world.owner.query('truncate access.log');
    const { actor } = await someone('logged@seoul.example');
    const { token } = await trying('logged@seoul.example', PASSWORD);
    await outcome(trying('logged@seoul.example', 'wrong password here'));
    await room.signIns.signOut({
      actor,
      tokenHash: hashToken(token),
      language: 'en',
      operation: 'x',
      logged: false,
    });
    const row = { staff_id: actor.staffId, role: 'OFFICER', mission_id: 'SEL', subject_id: null };
    expect(await logged('signin.done')).toEqual([expect.objectContaining(row)]);
    expect(await logged('signout.done')).toEqual([expect.objectContaining(row)]);
    expect(await logged('signin.failed')).toEqual([
      expect.objectContaining({ staff_id: null, role: null, mission_id: null, subject_id: null }),
    ]);
  });
});
