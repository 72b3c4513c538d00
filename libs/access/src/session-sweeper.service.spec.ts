import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import { ensureStaff } from './ensure-staff.js';
import { type AccessRoom, accessRoom, signedInAs } from './testing/index.js';

let world: World;
let room: AccessRoom;

beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database);
});
afterAll(() => world.end());

describe('the sweep', () => {
  it('clears sessions that are over and counters that are forgiven, and nothing else', async () => {
    const live = await signedInAs(world.owner, { name: 'Ану', role: 'ANALYST' });
    const idle = await signedInAs(world.owner, { name: 'Билгүүн', role: 'ANALYST' });
    const old = await signedInAs(world.owner, { name: 'Гэрэл', role: 'ANALYST' });
    const age = (token: Buffer, change: string) =>
      world.owner.query(`update access.session set ${change} where token_hash = $1`, [token]);
    await age(live.tokenHash, `last_seen_at = now() - interval '14 minutes'`);
    await age(idle.tokenHash, `last_seen_at = now() - interval '16 minutes'`);
    await age(old.tokenHash, `expires_at = now() - interval '1 minute'`);
    await world.owner.query(`insert into access.sign_in_attempt (key, failures, last_failure_at)
      values ('yesterday', 9, now() - interval '25 hours'), ('today', 9, now() - interval '23 hours')`);
    await room.sweeper.sweep();
    const { rows: sessions } = await world.owner.query('select staff_id from access.session');
    expect(sessions).toEqual([{ staff_id: live.actor.staffId }]);
    const { rows: attempts } = await world.owner.query('select key from access.sign_in_attempt');
    expect(attempts).toEqual([{ key: 'today' }]);
  });
});

describe('ensuring that somebody is among the staff', () => {
  it('enters them once and then leaves them as they are', async () => {
    const oyuna = { name: 'Оюуна', role: 'ADMINISTRATOR' as const, missionId: null, passwordHash: 'first' };
    const first = await ensureStaff(world.owner, { ...oyuna, email: 'Oyuna@Elchin.example' });
    expect(first).toEqual({ id: expect.any(String) as unknown as string, made: true });
    const again = await ensureStaff(world.database.orm.manager, {
      ...oyuna,
      email: 'oyuna@elchin.example',
      passwordHash: 'x',
    });
    expect(again).toEqual({ id: first.id, made: false });
    const { rows } = await world.owner.query('select email, password_hash from access.staff where id = $1', [
      first.id,
    ]);
    expect(rows).toEqual([{ email: 'oyuna@elchin.example', password_hash: 'first' }]);
  });
});
