import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import type { Statement } from '#platform';
import type { Asking } from './asking.js';
import { SessionOver } from './door.service.js';
import { reachOf, type Role, ROLES } from './policy.rules.js';
import { type AccessRoom, accessRoom, signedInAs } from './testing/index.js';

let world: World;
let room: AccessRoom;
const people = new Map<Role, Asking>();
const as = (role: Role): Asking => people.get(role) as Asking;

beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database);
  for (const role of ROLES) {
    const missionId = {
      OFFICER: 'PRG',
      HEAD_OF_MISSION: 'PRG',
      CONSULAR_OFFICER: 'ULN',
      HEAD_OF_DEPARTMENT: 'ULN',
    }[role as 'OFFICER'];
    people.set(role, await signedInAs(world.owner, { name: role, role, missionId }));
  }
});
afterAll(() => world.end());

let statements = 0;
const sql = (text: string, ...values: unknown[]): Statement => ({
  name: `t${(statements += 1)}`,
  text,
  values,
});
const asked = async (asking: Asking, text: string, ...values: unknown[]) =>
  (await room.door.oneTrip(asking, [sql(text, ...values)]))[0];

describe('reach in SQL', () => {
  it('is the same as in the code, for every role and for none', async () => {
    for (const role of ROLES) {
      const { rows } = await world.owner.query('select access.reach_of($1) as reach', [role]);
      expect([role, rows[0]]).toEqual([role, { reach: reachOf(role) }]);
    }
    const { rows } = await world.owner.query(
      "select access.reach_of('SOMEBODY') as reach, access.reach_of(null) as none",
    );
    expect(rows[0]).toEqual({ reach: 'NONE', none: 'NONE' });
  });
});

describe('the door', () => {
  it('tells the database who acts, in each transaction and no longer', async () => {
    const settings = `select access.acting() as staff, access.my_role() as role, access.my_mission() as mission,
      access.my_reach() as reach`;
    const { actor } = as('OFFICER');
    expect(await asked(as('OFFICER'), settings)).toEqual([
      { staff: actor.staffId, role: 'OFFICER', mission: 'PRG', reach: 'MISSION' },
    ]);
    // All connections of the pool, several times over: nobody's name is left in any of them.
    const after = Array.from({ length: 20 }, () => world.database.oneTrip([sql(settings)]));
    const nobody = { staff: null, role: null, mission: null, reach: null };
    for (const [rows] of await Promise.all(after)) expect(rows).toEqual([nobody]);
  });

  it.each<[string, (asking: Asking) => Promise<Partial<Asking>> | Partial<Asking>]>([
    ['another role', ({ actor }) => ({ actor: { ...actor, role: 'CONSULAR_OFFICER' } })],
    ['another post', ({ actor }) => ({ actor: { ...actor, missionId: 'SEL' } })],
    ['another person', ({ actor }) => ({ actor: { ...actor, staffId: as('AUDITOR').actor.staffId } })],
    ['a token that nobody has', () => ({ tokenHash: Buffer.alloc(32, 7) })],
  ])('stays shut for %s than the session’s', async (_, changed) => {
    const asking = as('OFFICER');
    const other = { ...asking, ...(await changed(asking)) };
    await expect(asked(other, 'select 1')).rejects.toThrow(SessionOver);
    await expect(room.door.act(other, undefined, () => Promise.resolve())).rejects.toThrow(SessionOver);
  });

  it.each([
    ['15 minutes without a request', `last_seen_at = now() - interval '15 minutes 1 second'`],
    ['8 hours', `expires_at = now() - interval '1 second', last_seen_at = now()`],
  ])('shuts after %s', async (_, change) => {
    const person = await signedInAs(world.owner, { name: 'Ану', role: 'ANALYST' });
    expect(await room.sessions.actorOf(person.tokenHash)).toEqual(person.actor);
    await world.owner.query(`update access.session set ${change} where token_hash = $1`, [person.tokenHash]);
    await expect(asked(person, 'select 1')).rejects.toThrow(SessionOver);
    expect(await room.sessions.actorOf(person.tokenHash)).toBeNull();
  });

  it.each([
    ['closes the account', 'active = false'],
    ['gives another role', `role = 'AUDITOR'`],
  ])('shuts when an operator %s by hand, though the session’s row is still there', async (_, change) => {
    const person = await signedInAs(world.owner, { name: 'Билэг', role: 'ANALYST' });
    expect(await room.sessions.actorOf(person.tokenHash)).toEqual(person.actor);
    await world.owner.query(`update access.staff set ${change} where id = $1`, [person.actor.staffId]);
    await expect(asked(person, 'select 1')).rejects.toThrow(SessionOver);
    expect(await room.sessions.actorOf(person.tokenHash)).not.toEqual(person.actor);
  });

  it('has acts wait until they are on the disk, and reads not', async () => {
    const setting = sql(`select current_setting('synchronous_commit') as waits`);
    expect(await room.door.oneTrip(as('OFFICER'), [setting])).toEqual([[{ waits: 'on' }]]);
    expect(await room.door.read(as('OFFICER'), [setting])).toEqual([[{ waits: 'off' }]]);
    const act: unknown = await room.door.act(as('OFFICER'), undefined, (manager) =>
      manager.query(setting.text),
    );
    expect(act).toEqual([{ waits: 'on' }]);
    expect(await room.door.oneTrip(as('OFFICER'), [setting])).toEqual([[{ waits: 'on' }]]);
  });

  it('lets no read write: what is answered as done was waited for', async () => {
    const write = sql(`insert into cases.person (mission_id, given) values ('PRG', 'Туршилт')`);
    await expect(room.door.read(as('OFFICER'), [write])).rejects.toMatchObject({ code: '25006' });
    await room.door.oneTrip(as('OFFICER'), [write]);
  });

  it('stays open while somebody works, within the 8 hours', async () => {
    const person = await signedInAs(world.owner, { name: 'Ариун', role: 'ANALYST' });
    await world.owner.query(
      `update access.session set last_seen_at = now() - interval '14 minutes' where token_hash = $1`,
      [person.tokenHash],
    );
    await asked(person, 'select 1');
    const { rows } = await world.owner.query(
      `select now() - last_seen_at < interval '5 seconds' as fresh from access.session where token_hash = $1`,
      [person.tokenHash],
    );
    expect(rows).toEqual([{ fresh: true }]);
  });
});

describe('the log', () => {
  const entries = async (operation: string) =>
    (await world.owner.query<object>('select * from access.log where operation = $1', [operation])).rows;

  it('is written with the act, and not without it', async () => {
    const subject = as('AUDITOR').actor.staffId;
    const asking = { ...as('OFFICER'), operation: 'test.act' };
    await room.door.act(asking, subject, () => Promise.resolve());
    const failing = room.door.act(asking, subject, () => Promise.reject(new Error('thought better of it')));
    await expect(failing).rejects.toThrow('thought better');
    await expect(room.door.oneTrip(asking, [sql('select 1/0')], subject)).rejects.toThrow('division by zero');
    expect(await entries('test.act')).toEqual([
      expect.objectContaining({
        staff_id: asking.actor.staffId,
        role: 'OFFICER',
        mission_id: 'PRG',
        subject_id: subject,
      }),
    ]);
  });

  it('takes no entry in another person’s name, no change and no deletion', async () => {
    const forged = `insert into access.log (staff_id, role, operation) values ($1, 'OFFICER', 'test.forged')`;
    await expect(asked(as('OFFICER'), forged, as('ANALYST').actor.staffId)).rejects.toThrow(
      'permission denied',
    );
    await expect(asked(as('AUDITOR'), `update access.log set operation = 'x'`)).rejects.toThrow(
      'permission denied',
    );
    await expect(asked(as('AUDITOR'), 'delete from access.log')).rejects.toThrow('permission denied');
    await expect(asked(as('AUDITOR'), 'truncate access.log')).rejects.toThrow('permission denied');
    expect(await entries('test.forged')).toEqual([]);
  });

  it('is shown by the database to the auditor alone, whatever the code asks', async () => {
    for (const role of ROLES) {
      const rows = await asked(as(role), 'select id from access.log limit 1');
      expect([role, rows?.length]).toEqual([role, role === 'AUDITOR' ? 1 : 0]);
    }
  });
});

describe('the rows of staff and sessions, with the code’s lock off', () => {
  it('are seen by their owner, and all of them by the administrator alone', async () => {
    const { rows } = await world.owner.query<{ n: number }>('select count(*)::int as n from access.staff');
    for (const role of ROLES) {
      const count = async (table: string) =>
        (await asked(as(role), `select count(*) as n from access.${table}`))?.[0]?.n;
      const mine = role === 'ADMINISTRATOR' ? rows[0]?.n : 1;
      expect([role, await count('staff')]).toEqual([role, mine]);
      expect([role, await count('staff_directory')]).toEqual([role, rows[0]?.n]);
    }
  });

  it('cannot be changed by others: Tuul neither enters, nor raises, nor signs out anybody', async () => {
    const enter = `insert into access.staff (email, name, role, password_hash) values ('x@x.example', 'x', 'AUDITOR', 'x')`;
    await expect(asked(as('OFFICER'), enter)).rejects.toThrow('permission denied');
    const raise = `update access.staff set role = 'ANALYST' where id = $1 returning id`;
    await expect(asked(as('OFFICER'), raise, as('AUDITOR').actor.staffId)).rejects.toThrow(
      'permission denied',
    );
    const speak = `update access.staff set language = 'mn' where id = $1 returning id`;
    for (const role of ['OFFICER', 'ADMINISTRATOR'] as const) {
      expect(await asked(as(role), speak, as('AUDITOR').actor.staffId)).toEqual([]);
    }
    await asked(as('OFFICER'), 'select access.end_session($1)', as('AUDITOR').tokenHash);
    expect(await asked(as('AUDITOR'), 'select 1 as in')).toEqual([{ in: 1 }]);
  });

  it('keep one’s own rights from oneself, the administrator’s too', async () => {
    for (const role of ['OFFICER', 'ADMINISTRATOR'] as const) {
      const raise = `update access.staff set role = 'CONSULAR_OFFICER', mission_id = 'ULN' where id = $1`;
      await expect(asked(as(role), raise, as(role).actor.staffId)).rejects.toThrow('permission denied');
    }
    const close = `select access.change_staff($1, 'x', 'ADMINISTRATOR', null, false)`;
    const { staffId } = as('ADMINISTRATOR').actor;
    await expect(asked(as('ADMINISTRATOR'), close, staffId)).rejects.toThrow(
      'nobody changes their own rights',
    );
  });

  it('cannot be deleted at all', async () => {
    await expect(asked(as('ADMINISTRATOR'), 'delete from access.staff')).rejects.toThrow('permission denied');
  });
});
