import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Device, Row } from './device.ts';
import type { Draft } from './draft.ts';
import { keysFrom } from './sealing.ts';
import { DraftStore } from './store.ts';

/** A device as the browser's database, but in memory. */
class Drawer implements Device {
  readonly rows = new Map<string, Row>();
  put = (row: Row) => Promise.resolve(void this.rows.set(row.name, row));
  remove = (name: string) => Promise.resolve(void this.rows.delete(name));
  of = (owner: string) => Promise.resolve([...this.rows.values()].filter((row) => row.owner === owner));
  isEmpty = () => Promise.resolve(this.rows.size === 0);
}

const keysOf = (letter: string) => keysFrom(letter.repeat(43));
const note = (id: string, keptAt = '2026-11-27T10:00:00Z'): Draft => ({
  ...{ id, keptAt, form: 'note:1', at: '/cases/SEL-2026-00001?act=note' },
  values: { text: 'Эхэлсэн' },
});

describe('drafts on a device that two people use', () => {
  let drawer: Drawer;
  let bolormaa: DraftStore;
  let tuul: DraftStore;
  beforeEach(() => {
    drawer = new Drawer();
    bolormaa = new DraftStore(drawer, () => keysOf('B'));
    tuul = new DraftStore(drawer, () => keysOf('T'));
  });

  it('are there for Bolormaa, the newest first, and for Tuul there is nothing', async () => {
    await bolormaa.keep(note('one', '2026-11-27T10:00:00Z'));
    await bolormaa.keep(note('two', '2026-11-27T11:00:00Z'));
    expect((await bolormaa.own()).map(({ id }) => id)).toEqual(['two', 'one']);
    expect(await tuul.own()).toEqual([]);
  });

  it('say nothing of whose they are and what they are about', async () => {
    await bolormaa.keep(note('one'));
    const [row] = drawer.rows.values();
    const { name = '', owner = '', keptAt, iv, bytes, ...more } = row as Row;
    expect(more).toEqual({});
    for (const word of ['one', 'note', 'SEL', 'Эхэлсэн'])
      expect(`${name} ${owner} ${keptAt} ${new TextDecoder().decode(bytes)} ${iv.join()}`).not.toContain(
        word,
      );
  });

  it('are kept in the place of what was kept before', async () => {
    await bolormaa.keep(note('one'));
    await bolormaa.keep({ ...note('one'), values: { text: 'Эхэлсэн боловч' } });
    expect(await bolormaa.own()).toMatchObject([{ values: { text: 'Эхэлсэн боловч' } }]);
  });

  it('go one by one, and all of one’s own at once; the other’s stay', async () => {
    for (const id of ['one', 'two', 'three']) await bolormaa.keep(note(id));
    await tuul.keep(note('hers'));
    await bolormaa.drop('two');
    expect((await bolormaa.own()).map(({ id }) => id).sort()).toEqual(['one', 'three']);
    await bolormaa.dropOwn();
    expect(await bolormaa.own()).toEqual([]);
    expect(await tuul.own()).toHaveLength(1);
  });

  it('are deleted with the rest when they cannot be opened any more', async () => {
    await bolormaa.keep(note('one'));
    for (const row of drawer.rows.values()) row.bytes = new ArrayBuffer(8);
    expect(await bolormaa.own()).toEqual([]);
    await bolormaa.dropOwn();
    expect(drawer.rows.size).toBe(0);
  });

  it('need no key as long as there are none', async () => {
    const asked = vi.fn(() => keysOf('B'));
    await new DraftStore(drawer, asked).own();
    expect(asked).not.toHaveBeenCalled();
  });
});
