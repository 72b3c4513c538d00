import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import { ensureStaff } from '../ensure-staff.js';
import { type AccessRoom, accessRoom, signedInAs } from '../testing/index.js';

let world: World;
let room: AccessRoom;

beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database, world.door);
});
afterAll(() => world.end());

describe('the sweep', () => {
  it('clears sessions that are over and tries that are forgotten, and nothing else', async () => {
    const live = await signedInAs(world.owner, { name: 'Ану', role: 'ANALYST' });
    const idle = await signedInAs(world.owner, { name: 'Билгүүн', role: 'ANALYST' });
    const old = await signedInAs(world.owner, { name: 'Гэрэл', role: 'ANALYST' });
    const age = (token: Buffer, change: string) =>
      world.owner.query(`update access.session set ${change} where token_hash = $1`, [token]);
    await age(live.tokenHash, `last_seen_at = now() - interval '14 minutes'`);
    await age(idle.tokenHash, `last_seen_at = now() - interval '16 minutes'`);
    await age(old.tokenHash, `expires_at = now() - interval '1 minute'`);
    await world.owner.query(`insert into access.sign_in_try (name, at, address, network)
      values ('yesterday', now() - interval '25 hours', 'a', 'n'), ('today', now() - interval '23 hours', 'a', 'n')`);
    await room.sweeper.sweep();
    const { rows: sessions } = await world.owner.query('select staff_id from access.session');
    expect(sessions).toEqual([{ staff_id: live.actor.staffId }]);
    const { rows: attempts } = await world.owner.query('select name from access.sign_in_try');
    expect(attempts).toEqual([{ name: 'today' }]);
  });
});

describe('ensuring that somebody is among the staff', () => {
  it('enters them once and then leaves them as they are', async () => {
    const oyuna = { name: 'Оюуна', role: 'ADMINISTRATOR' as const, missionId: null, passwordHash: 'first' };
    const first = await ensureStaff(world.owner, { ...oyuna, email: 'Oyuna@Elchin.example' });
    expect(first).toEqual({ id: expect.any(String) as unknown as string, made: true });
    const again = await ensureStaff(world.owner, {
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
