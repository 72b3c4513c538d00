import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type Desk, deskOf, said } from './desk.js';

let world: World;
let api: RunningApi;
let bolormaa: Desk;
let ganbold: Desk;
let tuul: Desk;

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  [bolormaa, ganbold, tuul] = await Promise.all([
    deskOf(api, people.bolormaa),
    deskOf(api, people.ganbold),
    deskOf(api, people.tuul),
  ]);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

describe('Bolormaa’s act on a case that somebody changed meanwhile', () => {
  it('is refused, and she sees what Ganbold changed, the newest first, and no note', async () => {
    const file = await bolormaa.filed(aCaseFile().ofLabour());
    const amended = await ganbold.amends(file, { summary: 'Ганболдын засвар' });
    await bolormaa.notes(file.id, 'Тэмдэглэл');
    await ganbold.moves(amended.case, 'TRIAGED');
    expect(said((await bolormaa.moves(file, 'TRIAGED')).refusals)).toEqual(['STALE_VERSION version']);
    expect(await bolormaa.sees(file, file.version)).toMatchObject([
      { kind: 'STATUS_CHANGED', toStatus: 'TRIAGED', by: { name: 'Ганболд' }, changes: [] },
      {
        kind: 'AMENDED',
        by: { name: 'Ганболд' },
        changes: [{ field: 'summary', before: { text: file.summary }, after: { text: 'Ганболдын засвар' } }],
      },
    ]);
  });

  it('may have been changed by herself, in another tab: the entry says so', async () => {
    const file = await bolormaa.filed(aCaseFile());
    await bolormaa.amends(file, { place: 'Пусан' });
    await bolormaa.amends(file, { place: 'Инчон' });
    expect(await bolormaa.sees(file, file.version)).toMatchObject([{ by: { name: 'Болормаа' } }]);
  });

  it('shows only what is newer than the version she read', async () => {
    const file = await bolormaa.filed(aCaseFile());
    const once = (await ganbold.amends(file, { summary: 'Нэг' })).case;
    await ganbold.amends(once, { summary: 'Хоёр' });
    expect((await bolormaa.sees(file, once.version)).map(({ changes }) => changes[0]?.after?.text)).toEqual([
      'Хоёр',
    ]);
    for (const version of [once.version + 1, 99]) expect(await bolormaa.sees(file, version)).toEqual([]);
  });

  it('of a case that came with a history of its own still shows only what came since', async () => {
    const file = await bolormaa.filed(aCaseFile());
    // As an import or a seed leaves it: entries from before, and the first version.
    await world.owner.query(
      `insert into cases.timeline_entry (case_id, mission_id, kind, at, recorded_at, to_status)
       values ($1, 'SEL', 'STATUS_CHANGED', now(), now() - interval '1 day', 'TRIAGED')`,
      [file.id],
    );
    await ganbold.amends(file, { summary: 'Ганболдын засвар' });
    expect((await bolormaa.sees(file, file.version)).map(({ kind }) => kind)).toEqual(['AMENDED']);
  });

  it('shows Tuul in Prague nothing', async () => {
    const file = await bolormaa.filed(aCaseFile());
    await ganbold.amends(file, { summary: 'Ганболдын засвар' });
    await expect(tuul.sees(file, 1)).rejects.toThrow();
    expect(await tuul.finds({ id: file.id })).toBeNull();
  });
});
