import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aWorld, type World } from '#support/world';
import { Refusal } from '#platform';
import type { Asking } from '../asking.js';
import { SessionOver } from '../door.service.js';
import { needsSecondPerson, mayDo, type Role, ROLES } from '../policy.rules.js';
import type { NewStaff } from '../staff.service.js';
import { type AccessRoom, accessRoom, signedInAs } from '../testing/index.js';

let world: World;
let room: AccessRoom;
let oyuna: Asking;
let nara: Asking;
let jisheebayar: Asking;
beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database, world.door);
  oyuna = await signedInAs(world.owner, { name: 'Оюуна', role: 'ADMINISTRATOR' });
  nara = await signedInAs(world.owner, { name: 'Нара', role: 'ADMINISTRATOR' });
  jisheebayar = await signedInAs(world.owner, {
    name: 'Жишээбаяр',
    role: 'HEAD_OF_DEPARTMENT',
    missionId: 'ULN',
  });
});
afterAll(() => world.end());
beforeEach(() => world.owner.query('delete from access.notice_reader'));

const refused = async (act: Promise<unknown>): Promise<string[]> => {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.items.map(({ code }) => code);
  }
  throw new Error('it was not refused');
};
const officer = (name: string) => signedInAs(world.owner, { name, role: 'OFFICER', missionId: 'PRG' });
const tuul = (more: Partial<NewStaff> = {}): NewStaff => ({
  ...{ id: uuidv7(), name: 'Туул', email: `${uuidv7()}@prague.example`, role: 'OFFICER', missionId: 'PRG' },
  ...more,
});
const rightsOf = async (id: string): Promise<unknown> =>
  (await world.owner.query('select role, mission_id, active from access.staff where id = $1', [id])).rows[0];
const waitingFor = async (id: string): Promise<string> => {
  const { rows } = await world.owner.query<{ id: string }>(
    'select id from access.rights_request where staff_id = $1 and decision is null',
    [id],
  );
  return rows[0]?.id ?? 'nothing waits';
};
const told = async ({ actor }: Asking): Promise<string[]> => {
  const { rows } = await world.owner.query<{ code: string }>(
    `select n.code from access.notice_reader r join access.notice n on n.id = r.notice_id
      where r.staff_id = $1 order by n.id`,
    [actor.staffId],
  );
  return rows.map(({ code }) => code);
};

describe('a new officer', () => {
  it('may sign in, and gets a link, only when a second person has approved', async () => {
    const person = tuul();
    const { id } = person;
    const entered = await room.acts.create(oyuna, person);
    expect(entered).toMatchObject({ active: false, mayInvite: false, waitsUntil: expect.any(String) });
    expect(await refused(room.invites.make(oyuna, id))).toEqual(['INACTIVE_STAFF']);
    expect(await told(jisheebayar)).toEqual(['RIGHTS_ASKED']);
    expect(await told(nara)).toEqual(['RIGHTS_ASKED']);
    expect(await told(oyuna)).toEqual([]);
    await room.rights.decide(jisheebayar, await waitingFor(id), true);
    expect(await rightsOf(id)).toEqual({ role: 'OFFICER', mission_id: 'PRG', active: true });
    expect(await told(oyuna)).toEqual(['RIGHTS_APPROVED']);
    const { token } = await room.invites.make(oyuna, id);
    await room.invites.use(token, 'шинэ өвөл гурван нохой');
  });

  it('gets one link by one approval: the next takes another', async () => {
    const { id } = await room.acts.create(oyuna, tuul());
    await room.rights.decide(nara, await waitingFor(id), true);
    await room.invites.make(oyuna, id);
    expect(await refused(room.invites.make(oyuna, id))).toEqual(['SECOND_PERSON_NEEDED']);
    expect((await room.rights.askReset(oyuna, id)).waitsUntil).toEqual(expect.any(String));
    await room.rights.decide(nara, await waitingFor(id), true);
    await room.invites.make(nara, id);
  });

  it('sent twice is asked for once', async () => {
    const person = tuul();
    await room.acts.create(oyuna, person);
    const asked = await waitingFor(person.id);
    await room.acts.create(oyuna, person);
    expect(await waitingFor(person.id)).toBe(asked);
  });
});

describe('a change of rights to read cases', () => {
  it('waits, and counts from the approval on: the sessions of the person end, they and the department are told', async () => {
    const person = await officer('Болд');
    const id = person.actor.staffId;
    const enkhjargal = await signedInAs(world.owner, {
      name: 'Энхжаргал',
      role: 'CONSULAR_OFFICER',
      missionId: 'ULN',
    });
    const now = await room.acts.update(oyuna, { id, version: 1, missionId: 'SEL', name: 'Болдбаатар' });
    expect(now).toMatchObject({ name: 'Болдбаатар', missionId: 'PRG', waitsUntil: expect.any(String) });
    await room.staff.me(person);
    const decided = await room.rights.decide(jisheebayar, await waitingFor(id), true);
    expect(decided).toMatchObject({
      ...{ name: 'Болдбаатар', decision: 'APPROVED', open: false, reset: false },
      was: { role: 'OFFICER', missionId: 'PRG', active: true },
      asked: { role: 'OFFICER', missionId: 'SEL', active: true },
      askedBy: { id: oyuna.actor.staffId, name: 'Оюуна' },
      decidedBy: { id: jisheebayar.actor.staffId, name: 'Жишээбаяр' },
    });
    expect(await rightsOf(id)).toEqual({ role: 'OFFICER', mission_id: 'SEL', active: true });
    await expect(room.staff.me(person)).rejects.toThrow(SessionOver);
    const { rows } = await world.owner.query(
      `select staff_id, detail from access.log where operation = 'staff.rights' and subject_id = $1`,
      [id],
    );
    const detail = {
      old: { role: 'OFFICER', mission: 'PRG', active: true },
      new: { role: 'OFFICER', mission: 'SEL', active: true },
    };
    expect(rows).toEqual([{ staff_id: jisheebayar.actor.staffId, detail }]);
    expect(await told(person)).toEqual(['OWN_RIGHTS_APPROVED']);
    expect(await told(enkhjargal)).toEqual(['RIGHTS_GIVEN']);
  });

  it('is not needed to shut somebody out, and is to let them in again', async () => {
    const { actor } = await officer('Гарав');
    const id = actor.staffId;
    expect(await room.acts.update(oyuna, { id, version: 1, active: false })).toMatchObject({ active: false });
    const asked = await room.acts.update(oyuna, { id, version: 2, active: true });
    expect(asked).toMatchObject({ active: false, waitsUntil: expect.any(String) });
    await room.rights.decide(nara, await waitingFor(id), true);
    expect(await rightsOf(id)).toMatchObject({ active: true });
  });

  it('that is refused changes nothing, and who asked is told', async () => {
    const { actor } = await officer('Үгүй');
    await room.acts.update(oyuna, { id: actor.staffId, version: 1, role: 'HEAD_OF_MISSION' });
    await room.rights.decide(jisheebayar, await waitingFor(actor.staffId), false);
    expect(await rightsOf(actor.staffId)).toMatchObject({ role: 'OFFICER' });
    expect(await told(oyuna)).toEqual(['RIGHTS_REFUSED']);
  });

  it('asked for anew replaces what was asked before', async () => {
    const { actor } = await officer('Хоёрт');
    const id = actor.staffId;
    const { version } = await room.acts.update(oyuna, { id, version: 1, missionId: 'SEL' });
    const former = await waitingFor(id);
    await room.acts.update(nara, { id, version, missionId: 'TYO' });
    expect(await refused(room.rights.decide(jisheebayar, former, true))).toEqual(['REQUEST_DECIDED']);
    await room.rights.decide(oyuna, await waitingFor(id), true);
    expect(await rightsOf(id)).toMatchObject({ mission_id: 'TYO' });
  });
});

describe('the second person', () => {
  it('is not who asked, who may take it back', async () => {
    const { actor } = await officer('Ганц');
    await room.acts.update(oyuna, { id: actor.staffId, version: 1, missionId: 'SEL' });
    const request = await waitingFor(actor.staffId);
    expect(await refused(room.rights.decide(oyuna, request, true))).toEqual(['OWN_REQUEST']);
    expect((await room.rights.decide(oyuna, request, false)).decision).toBe('REFUSED');
  });

  it('is not whom it concerns, neither for yes nor for no', async () => {
    const head = await signedInAs(world.owner, {
      name: 'Өөрөө',
      role: 'HEAD_OF_DEPARTMENT',
      missionId: 'ULN',
    });
    await room.acts.update(oyuna, {
      id: head.actor.staffId,
      version: 1,
      role: 'ADMINISTRATOR',
      missionId: null,
    });
    const request = await waitingFor(head.actor.staffId);
    for (const approve of [true, false]) {
      expect(await refused(room.rights.decide(head, request, approve))).toEqual(['OWN_RIGHTS']);
    }
  });

  it('comes too late after seven days, and when the person was changed meanwhile', async () => {
    const late = (await officer('Хожуу')).actor.staffId;
    await room.acts.update(oyuna, { id: late, version: 1, missionId: 'SEL' });
    const request = await waitingFor(late);
    await world.owner.query(
      `update access.rights_request set expires_at = now() - interval '1 s' where id = $1`,
      [request],
    );
    expect(await refused(room.rights.decide(nara, request, true))).toEqual(['REQUEST_LAPSED']);
    const changed = (await officer('Өөр')).actor.staffId;
    const { version } = await room.acts.update(oyuna, { id: changed, version: 1, missionId: 'SEL' });
    const stale = await waitingFor(changed);
    await room.acts.update(oyuna, { id: changed, version, name: 'Өөрчлөгдсөн' });
    expect(await refused(room.rights.decide(nara, stale, true))).toEqual(['REQUEST_STALE']);
    expect(await refused(room.rights.decide(nara, uuidv7(), true))).toEqual(['NO_SUCH_REQUEST']);
  });

  it('does not take the last administrator away', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      `update access.staff set active = false where role = 'ADMINISTRATOR' and id <> all ($1) returning id`,
      [[oyuna.actor.staffId, nara.actor.staffId]],
    );
    expect(rows).toEqual([]);
    await room.acts.update(oyuna, { id: nara.actor.staffId, version: 1, role: 'ANALYST' });
    await world.owner.query('update access.staff set active = false where id = $1', [oyuna.actor.staffId]);
    const request = await waitingFor(nara.actor.staffId);
    expect(await refused(room.rights.decide(jisheebayar, request, true))).toEqual(['LAST_ADMINISTRATOR']);
    await world.owner.query('update access.staff set active = true where id = $1', [oyuna.actor.staffId]);
    await room.rights.decide(jisheebayar, request, false);
  });
});

describe('the database’s own lock, with the code’s lock off', () => {
  const behind = (by: Asking, text: string, values: unknown[] = []) =>
    room.door.act(by, undefined, (manager) => manager.query(text, values));

  it.each([
    `update access.staff set role = 'CONSULAR_OFFICER'`,
    `update access.staff set mission_id = 'SEL'`,
    'update access.staff set active = true',
    `update access.staff set password_hash = 'x'`,
    `update access.staff set name = 'x', email = 'x'`,
    `insert into access.staff (email, name, role, password_hash) values ('x@x.example', 'x', 'OFFICER', 'x')`,
    'delete from access.staff',
    `update access.rights_request set decision = 'APPROVED'`,
    `insert into access.rights_request (staff_id) values (uuidv7())`,
    'delete from access.rights_request',
    `insert into access.invite (staff_id, token_hash) values (uuidv7(), sha256('x'))`,
  ])('no statement of the administrator’s does: %s', async (text) => {
    await expect(behind(oyuna, text)).rejects.toThrow('permission denied');
  });

  it('nor of the functions: rights that take two people come by an approval alone', async () => {
    const { actor } = await officer('Бат');
    const analyst = (await signedInAs(world.owner, { name: 'Ану', role: 'ANALYST' })).actor.staffId;
    const change = 'select access.change_staff($1, $2, $3, $4, $5)';
    for (const values of [
      [actor.staffId, 'Бат', 'OFFICER', 'SEL', true],
      [actor.staffId, 'Бат', 'ANALYST', null, true],
      [analyst, 'Ану', 'OFFICER', 'SEL', true],
      [analyst, 'Ану', 'ADMINISTRATOR', null, true],
      [analyst, 'Ану', 'HEAD_OF_DEPARTMENT', 'ULN', true],
    ]) {
      await expect(behind(oyuna, change, values)).rejects.toThrow('second person');
    }
    await behind(oyuna, change, [actor.staffId, 'Бат', 'OFFICER', 'PRG', false]);
    await expect(behind(oyuna, change, [actor.staffId, 'Бат', 'OFFICER', 'PRG', true])).rejects.toThrow(
      'second person',
    );
    const id = uuidv7();
    await behind(oyuna, 'select access.enter_staff($1, $2, $3, $4, $5)', [
      id,
      'n@x.example',
      'Н',
      'OFFICER',
      'SEL',
    ]);
    expect(await rightsOf(id)).toMatchObject({ active: false });
    const other = (await officer('Ч')).actor.staffId;
    await expect(behind(oyuna, `select access.make_invite($1, sha256('x'))`, [other])).rejects.toThrow(
      'second person',
    );
  });

  it('and nobody but administrators enters, changes or asks; nobody but those and the head decides or reads what was asked', async () => {
    const person = await officer('Дорж');
    for (const [by, text] of [
      [person, `select access.enter_staff(uuidv7(), 'y@x.example', 'y', 'ANALYST', null)`],
      [jisheebayar, `select access.change_staff(uuidv7(), 'y', 'ANALYST', null, true)`],
      [jisheebayar, `select access.ask_rights(uuidv7(), 'ANALYST', null, true, false)`],
      [person, 'select access.decide_rights(uuidv7(), true)'],
    ] as const) {
      await expect(behind(by, text)).rejects.toMatchObject({ code: 'EL403' });
    }
    expect(await behind(person, 'select * from access.rights_requests()')).toEqual([]);
    expect(await behind(person, 'select * from access.rights_request')).toEqual([]);
    expect((await room.rights.list(jisheebayar)).length).toBeGreaterThan(0);
  });

  it('knows the same roles as the code', async () => {
    const { rows } = await world.owner.query<{ role: Role; guarded: boolean; approves: boolean }>(
      `select role, access.is_guarded(role) as guarded, access.approves_rights(role) as approves
         from unnest($1::text[]) role`,
      [ROLES],
    );
    expect(rows).toEqual(
      ROLES.map((role) => ({
        role,
        guarded: needsSecondPerson(role),
        approves: mayDo(role, 'rights.approve'),
      })),
    );
  });
});
