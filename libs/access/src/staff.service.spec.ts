import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aWorld, type World } from '#support/world';
import { Refusal } from '#platform';
import type { Asking } from './asking.js';
import { SessionOver } from './door.service.js';
import type { NewStaff } from './staff.service.js';
import { type AccessRoom, accessRoom, PASSWORD, signedInAs } from './testing/index.js';

let world: World;
let room: AccessRoom;
let oyuna: Asking;

beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database, world.door);
  oyuna = await signedInAs(world.owner, {
    name: 'Оюуна',
    role: 'ADMINISTRATOR',
    email: 'oyuna@elchin.example',
  });
});
afterAll(() => world.end());

const tuul = (more: Partial<NewStaff> = {}): NewStaff => ({
  id: uuidv7(),
  name: 'Туул',
  email: `${uuidv7()}@prague.example`,
  role: 'ANALYST',
  missionId: null,
  ...more,
});

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
  room.signIns.signIn({ email, password, kind: 'API', address: '192.0.2.1', replaces: null, device: null });

describe('Oyuna, the administrator, enters Tuul', () => {
  it('who has no password until she chooses one', async () => {
    const sent = tuul({ email: ' Tuul@Prague.Example ', name: ' Туул ' });
    const entered = await room.acts.create(oyuna, sent);
    expect(entered).toEqual({
      ...{ id: sent.id, name: 'Туул', email: 'tuul@prague.example', role: 'ANALYST', missionId: null },
      ...{ active: true, language: 'mn', lastSignInAt: null, previousSignInAt: null, version: 1 },
      ...{ inviteEndsAt: null, mayInvite: true, waitsUntil: null },
    });
    const { rows } = await world.owner.query<{ password_hash: string }>(
      'select password_hash from access.staff where id = $1',
      [sent.id],
    );
    await expect(tryToSignIn('tuul@prague.example', rows[0]?.password_hash ?? '')).rejects.toThrow(
      'SIGN_IN_FAILED',
    );
  });

  it('once, however often she sends her', async () => {
    const sent = tuul();
    await room.acts.create(oyuna, sent);
    expect((await room.acts.create(oyuna, sent)).version).toBe(1);
    expect(await refused(room.acts.create(oyuna, { ...sent, name: 'Another' }))).toEqual([
      ['STAFF_ID_TAKEN', 'id'],
    ]);
    expect(await refused(room.acts.create(oyuna, { ...sent, id: uuidv7() }))).toEqual([
      ['EMAIL_TAKEN', 'email'],
    ]);
  });

  it('and is told everything that is wrong at once', async () => {
    const wrong = tuul({ name: '  ', email: 'tuul', role: 'OFFICER' });
    expect(await refused(room.acts.create(oyuna, wrong))).toEqual([
      ['REQUIRED', 'name'],
      ['BAD_EMAIL', 'email'],
      ['ROLE_NEEDS_MISSION', 'missionId'],
    ]);
  });

  it.each([
    [{ role: 'OFFICER' as const, missionId: 'XXX' }, 'NO_SUCH_MISSION'],
    [{ role: 'AUDITOR' as const, missionId: 'PRG' }, 'ROLE_HAS_NO_MISSION'],
    [{ role: 'HEAD_OF_MISSION' as const, missionId: null }, 'ROLE_NEEDS_MISSION'],
  ])('not with %j', async (more, code) => {
    expect(await refused(room.acts.create(oyuna, tuul(more)))).toEqual([[code, 'missionId']]);
  });

  it('and the log says so', async () => {
    const sent = tuul();
    await room.acts.create({ ...oyuna, operation: 'staff.write' }, sent);
    const { rows } = await world.owner.query(
      `select * from access.log where subject_id = $1 and operation = 'staff.write'`,
      [sent.id],
    );
    expect(rows).toEqual([
      expect.objectContaining({
        staff_id: oyuna.actor.staffId,
        role: 'ADMINISTRATOR',
        operation: 'staff.write',
      }),
    ]);
  });
});

describe('a change of rights', () => {
  it('ends the sessions of the person at the next request; a new name does not', async () => {
    const moved = await signedInAs(world.owner, { name: 'Цэцэг', role: 'ANALYST' });
    const id = moved.actor.staffId;
    await room.acts.update(oyuna, { id, version: 1, name: 'Цэцэгмаа' });
    expect((await room.staff.me(moved)).name).toBe('Цэцэгмаа');
    const now = await room.acts.update(oyuna, { id, version: 2, role: 'AUDITOR' });
    expect(now).toMatchObject({ role: 'AUDITOR', version: 3 });
    await expect(room.staff.me(moved)).rejects.toThrow(SessionOver);
    expect(await room.sessions.actorOf(moved.tokenHash)).toBeNull();
  });

  it('shuts out whoever is deactivated, password and all, until they are let in again', async () => {
    const bat = await signedInAs(world.owner, { name: 'Бат', role: 'ANALYST', email: 'bat@mfa.example' });
    await room.sessions.actorOf(bat.tokenHash);
    await room.acts.update(oyuna, { id: bat.actor.staffId, version: 1, active: false });
    expect(await room.sessions.actorOf(bat.tokenHash)).toBeNull();
    await expect(tryToSignIn('bat@mfa.example', PASSWORD)).rejects.toThrow('SIGN_IN_FAILED');
    await room.acts.update(oyuna, { id: bat.actor.staffId, version: 2, active: true });
    expect(await room.sessions.actorOf(bat.tokenHash)).toBeNull();
    expect((await tryToSignIn('bat@mfa.example', PASSWORD)).actor).toEqual(bat.actor);
  });

  it('is refused from an old copy, for nobody, and where role and post do not fit', async () => {
    const { actor } = await signedInAs(world.owner, { name: 'Дорж', role: 'OFFICER', missionId: 'PRG' });
    const id = actor.staffId;
    await room.acts.update(oyuna, { id, version: 1, name: 'Доржпалам' });
    expect(await refused(room.acts.update(oyuna, { id, version: 1, name: 'Дорж' }))).toEqual([
      ['STALE_STAFF_VERSION', 'version'],
    ]);
    expect(await refused(room.acts.update(oyuna, { id: uuidv7(), version: 1, name: 'Хэн' }))).toEqual([
      ['NO_SUCH_STAFF', 'id'],
    ]);
    expect(await refused(room.acts.update(oyuna, { id, version: 2, role: 'ANALYST' }))).toEqual([
      ['ROLE_HAS_NO_MISSION', 'missionId'],
    ]);
    await world.owner.query(`update access.staff set role = 'ANALYST', mission_id = null where id = $1`, [
      id,
    ]);
    const now = await room.acts.update(oyuna, { id, version: 2, role: 'AUDITOR' });
    expect(now).toMatchObject({ role: 'AUDITOR', missionId: null });
  });

  it('leaves a post that was closed since where it is, when only the name changes', async () => {
    const { actor } = await signedInAs(world.owner, { name: 'Хуучин', role: 'OFFICER', missionId: 'HKG' });
    await world.owner.query(
      `insert into reference.mission
       select (jsonb_populate_record(m, '{"id": "OLD", "valid_to": "2020-01-01"}')).*
         from reference.mission m where id = 'SEL'`,
    );
    await world.owner.query(`update access.staff set mission_id = 'OLD' where id = $1`, [actor.staffId]);
    const renamed = await room.acts.update(oyuna, { id: actor.staffId, version: 1, name: 'Шинэ' });
    expect(renamed).toMatchObject({ name: 'Шинэ', missionId: 'OLD' });
  });
});

describe('Oyuna herself', () => {
  it('cannot give herself another role, nor close her own account', async () => {
    const { staffId: id } = oyuna.actor;
    expect(await refused(room.acts.update(oyuna, { id, version: 1, role: 'AUDITOR' }))).toEqual([
      ['OWN_ROLE', 'role'],
    ]);
    expect(await refused(room.acts.update(oyuna, { id, version: 1, active: false }))).toEqual([
      ['OWN_DEACTIVATION', 'active'],
    ]);
    expect(await room.staff.me(oyuna)).toMatchObject({ role: 'ADMINISTRATOR', active: true });
  });

  it('and a second administrator who remove each other at the same time do not both succeed', async () => {
    const other = await signedInAs(world.owner, { name: 'Нара', role: 'ADMINISTRATOR' });
    const remove = (by: Asking, whom: Asking) =>
      room.acts.update(by, { id: whom.actor.staffId, version: 1, active: false }).then(
        () => 'removed',
        (error: Error) => error.message,
      );
    const outcomes = await Promise.all([remove(oyuna, other), remove(other, oyuna)]);
    expect(outcomes.filter((outcome) => outcome === 'removed')).toHaveLength(1);
    const { rows } = await world.owner.query(
      `select id from access.staff where role = 'ADMINISTRATOR' and active`,
    );
    expect(rows).toHaveLength(1);
    await world.owner.query('update access.staff set active = true, version = 1 where id = $1', [
      oyuna.actor.staffId,
    ]);
    oyuna = await signedInAs(world.owner, {
      name: 'Оюуна',
      role: 'ADMINISTRATOR',
      email: 'oyuna@elchin.example',
    });
  });
});

describe('the list of staff', () => {
  it('is in the order of the Mongolian alphabet, page after page, each person once', async () => {
    const names = ['Үүлэн', 'Оюун', 'Өлзий', 'Ёндон', 'Ерөөлт', 'Жаргал', 'Уянга', 'Оюун'];
    for (const name of names) await signedInAs(world.owner, { name, role: 'ANALYST' });
    const seen: { id: string; name: string }[] = [];
    let after: readonly string[] | undefined;
    for (;;) {
      const page = await room.staff.page(oyuna, { first: 3, after });
      seen.push(...page.edges.map(({ node }) => node));
      const last = page.edges.at(-1)?.node;
      if (!page.pageInfo.hasNextPage || !last) break;
      after = [last.name, last.id];
      expect(page.totalCount).toBeGreaterThan(names.length);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const { rows } = await world.owner.query('select count(*)::int as n from access.staff');
    expect(rows[0]).toEqual({ n: seen.length });
    const order = seen.map(({ name }) => name).filter((name) => names.includes(name));
    expect(order).toEqual(['Ерөөлт', 'Ёндон', 'Жаргал', 'Оюун', 'Оюун', 'Өлзий', 'Уянга', 'Үүлэн']);
  });

  it.each([[['Туул', 'not a uuid']], [['\0', uuidv7()]]])('does not take the cursor %j', async (after) => {
    expect(await refused(room.staff.page(oyuna, { first: 3, after }))).toEqual([['BAD_CURSOR', 'after']]);
  });
});

describe('the language', () => {
  it('is remembered with the person', async () => {
    const sara = await signedInAs(world.owner, { name: 'Сара', role: 'ANALYST' });
    expect((await room.acts.setLanguage(sara, 'mn')).language).toBe('mn');
    expect((await room.staff.me(sara)).language).toBe('mn');
  });
});
