import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aWorld, type World } from '#support/world';
import type { Asking } from './asking.js';
import type { LogEntry, LogFilter } from './log.reader.js';
import { type AccessRoom, accessRoom, signedInAs } from './testing/index.js';

let world: World;
let room: AccessRoom;
let munkh: Asking;
let bolormaa: Asking;
let tuul: Asking;
const seoulCase = uuidv7();

beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database);
  bolormaa = await signedInAs(world.owner, { name: 'Болормаа', role: 'OFFICER', missionId: 'SEL' });
  tuul = await signedInAs(world.owner, { name: 'Туул', role: 'OFFICER', missionId: 'PRG' });
  munkh = { ...(await signedInAs(world.owner, { name: 'Мөнх', role: 'AUDITOR' })), logged: false };
  const entry = (at: string, by: Asking, operation: string, subject: string | null) =>
    world.owner.query(
      'insert into access.log (at, staff_id, role, mission_id, operation, subject_id) values ($1, $2, $3, $4, $5, $6)',
      [at, by.actor.staffId, by.actor.role, by.actor.missionId, operation, subject],
    );
  await entry('2026-11-20T01:00:00.000001Z', bolormaa, 'cases.file', seoulCase);
  await entry('2026-11-20T01:00:00.000001Z', bolormaa, 'cases.read', seoulCase);
  await entry('2026-11-21T01:00:00.5Z', bolormaa, 'cases.worklist', null);
  await entry('2026-11-21T02:00:00Z', tuul, 'cases.read', seoulCase);
  await world.owner.query(
    `insert into access.log (at, role, operation) values ('2026-11-19T00:00:00Z', 'OPERATOR', 'operator.import')`,
  );
});
afterAll(() => world.end());

const read = async (filter: LogFilter = {}, first = 50) =>
  (await room.log.page(munkh, filter, { first, after: undefined })).edges.map(({ node }) => node);
const acts = (entries: LogEntry[]) =>
  entries.map(({ staffName, operation }) => `${staffName} ${operation}`).sort();

describe('Munkh, the auditor, reads the log', () => {
  it('newest first, with the names of those who acted', async () => {
    const entries = await read();
    expect(entries[0]).toEqual({
      ...{ id: expect.any(String) as unknown as string, at: '2026-11-21T02:00:00Z' },
      ...{ staffId: tuul.actor.staffId, staffName: 'Туул', role: 'OFFICER', missionId: 'PRG' },
      ...{ operation: 'cases.read', subjectId: seoulCase, refused: null, shownCount: null },
    });
    expect(entries.at(-1)).toMatchObject({ staffId: null, staffName: null, role: 'OPERATOR' });
  });

  it.each<[string, () => LogFilter, string[]]>([
    ['person', () => ({ staffId: tuul.actor.staffId }), ['Туул cases.read']],
    ['operation', () => ({ operation: 'cases.read' }), ['Болормаа cases.read', 'Туул cases.read']],
    [
      'case',
      () => ({ subjectId: seoulCase }),
      ['Болормаа cases.file', 'Болормаа cases.read', 'Туул cases.read'],
    ],
    [
      'time, from the first instant and before the last',
      () => ({ from: '2026-11-21T09:00:00.5+08:00', to: '2026-11-21T02:00:00Z' }),
      ['Болормаа cases.worklist'],
    ],
    [
      'all of them at once',
      () => ({ staffId: tuul.actor.staffId, operation: 'cases.file', from: '2026-01-01T00:00:00Z' }),
      [],
    ],
  ])('by %s', async (_, filter, expected) => {
    expect(acts(await read(filter()))).toEqual(expected);
    const { totalCount } = await room.log.page(munkh, filter(), { first: 1, after: undefined });
    expect(totalCount).toBe(expected.length);
  });

  it('page after page, each entry once, also those of the same microsecond', async () => {
    const seen: string[] = [];
    let after: readonly string[] | undefined;
    for (let more = true; more;) {
      const page = await room.log.page(munkh, {}, { first: 1, after });
      const node = page.edges[0]?.node as LogEntry;
      seen.push(node.id);
      after = [node.at, node.id];
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual((await read()).map(({ id }) => id));
  });

  it.each([[['yesterday', uuidv7()]], [['2026-11-21T02:00:00Z', "' or true --"]]])(
    'not from the cursor %j',
    async (after) => {
      await expect(room.log.page(munkh, {}, { first: 1, after })).rejects.toThrow('BAD_CURSOR');
    },
  );

  it('and her reading is in the log too', async () => {
    await room.log.page(
      { ...munkh, operation: 'log.read', logged: true },
      {},
      { first: 1, after: undefined },
    );
    expect(acts(await read({ staffId: munkh.actor.staffId }))).toEqual(['Мөнх log.read']);
  });

  it('while Bolormaa, even past the guard, gets nothing from the database', async () => {
    const page = await room.log.page(bolormaa, {}, { first: 50, after: undefined });
    expect(page).toMatchObject({ edges: [], totalCount: 0 });
  });
});
