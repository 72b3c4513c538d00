import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from './draft.ts';
import { HeldDraft, type Keeper } from './held-draft.ts';

/** What is kept, and which drafts other tabs are writing in. */
class Cabinet implements Keeper {
  readonly kept = new Map<string, Draft>();
  readonly inUse = new Set<string>();
  full = false;

  takeUp(form: string) {
    const draft = [...this.kept.values()].find((one) => one.form === form && !this.inUse.has(one.id));
    return Promise.resolve(draft ? { draft, release: this.take(draft.id) } : null);
  }
  hold = (id: string) => Promise.resolve(this.take(id));
  keep(draft: Draft) {
    if (this.full) return Promise.reject(new Error('full'));
    return Promise.resolve(void this.kept.set(draft.id, draft));
  }
  drop = (id: string) => Promise.resolve(void this.kept.delete(id));

  private take(id: string) {
    this.inUse.add(id);
    return () => void this.inUse.delete(id);
  }
}

let cabinet: Cabinet;
const formOf = (more: Partial<ConstructorParameters<typeof HeldDraft>[0]> = {}) =>
  new HeldDraft({
    ...{ form: 'note:1', at: '/cases/SEL-2026-00001?act=note', fresh: () => ({ kind: 'NOTE' }) },
    ...{ keeper: () => Promise.resolve(cabinet), ...more },
  });
const opened = async (more = {}) => {
  const form = formOf(more);
  await form.open();
  return form;
};

describe('the draft of a form', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    cabinet = new Cabinet();
  });
  afterEach(() => vi.useRealTimers());

  it('is kept a moment after the last key, and found when the form is opened again', async () => {
    const form = await opened();
    form.set('text', 'Эхэлс');
    form.set('text', 'Эхэлсэн');
    expect(form.state.saved).toBe('saving');
    await vi.advanceTimersByTimeAsync(400);
    expect(form.state.saved).toBe('saved');
    await form.close();
    const again = await opened();
    expect(again.state).toMatchObject({ id: form.state.id, restored: true, values: { text: 'Эхэлсэн' } });
  });

  it('is written at once when the form leaves the page in the middle of a word', async () => {
    const form = await opened();
    form.set('text', 'Эхэлс');
    await form.close();
    expect([...cabinet.kept.values()]).toMatchObject([{ values: { kind: 'NOTE', text: 'Эхэлс' } }]);
  });

  it('goes when its act is done, and is not written again by what was still waiting', async () => {
    const form = await opened();
    form.set('text', 'Эхэлсэн');
    await form.flush();
    form.set('text', 'Эхэлсэн!');
    await form.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    await form.close();
    expect(cabinet.kept.size).toBe(0);
  });

  it('goes when everything typed is taken back', async () => {
    const form = await opened();
    form.set('text', 'Эхэлсэн');
    await form.flush();
    form.set('text', '');
    await form.flush();
    expect(form.state.saved).toBe('empty');
    expect(cabinet.kept.size).toBe(0);
  });

  it('belongs to one tab: a second one begins its own and does not write over the first', async () => {
    const one = await opened();
    one.set('text', 'Нэг');
    await one.flush();
    const two = await opened();
    expect(two.state.restored).toBe(false);
    two.set('text', 'Хоёр');
    await two.flush();
    expect([...cabinet.kept.values()].map(({ values }) => values['text'])).toEqual(['Нэг', 'Хоёр']);
  });

  it('does not come over what somebody has begun to type meanwhile', async () => {
    const before = await opened();
    before.set('text', 'Өмнөх');
    await before.close();
    const form = formOf();
    const opening = form.open();
    form.set('text', 'Шинэ');
    await opening;
    await form.close();
    expect(form.state.values['text']).toBe('Шинэ');
    expect([...cabinet.kept.values()].map(({ values }) => values['text'])).toEqual(['Өмнөх', 'Шинэ']);
  });

  it('says when it could not be kept, and tries again', async () => {
    const form = await opened();
    cabinet.full = true;
    form.set('text', 'Эхэлсэн');
    await vi.advanceTimersByTimeAsync(400);
    expect(form.state.saved).toBe('failed');
    cabinet.full = false;
    await vi.advanceTimersByTimeAsync(11_000);
    expect(form.state.saved).toBe('saved');
    expect(cabinet.kept.size).toBe(1);
  });

  it('never holds a password', async () => {
    const form = await opened({ never: ['password'] });
    form.set('name', 'Наран');
    form.set('password', 'tsetseg-uul-salhi-41');
    await form.flush();
    expect(JSON.stringify([...cabinet.kept.values()])).not.toContain('tsetseg');
    expect([...cabinet.kept.values()]).toMatchObject([{ values: { name: 'Наран' } }]);
  });

  it('is not brought back by a form that was told to forget', async () => {
    const form = await opened();
    form.set('text', 'Эхэлсэн');
    form.forget();
    await form.close();
    expect(cabinet.kept.size).toBe(0);
  });

  it('has other words under another id once its own is taken', async () => {
    const form = await opened();
    const first = form.state.id;
    form.set('text', 'Эхэлсэн');
    await form.flush();
    form.renew();
    await form.flush();
    expect(form.state.id).not.toBe(first);
    expect([...cabinet.kept.keys()]).toEqual([form.state.id]);
    expect(form.state.values['text']).toBe('Эхэлсэн');
  });

  it('of a correction holds only what was corrected: what others changed meanwhile is not taken back', async () => {
    const was = { place: 'Сөүл', summary: 'Буруу' };
    const begun = await opened({ fresh: () => was, base: '3' });
    begun.set('summary', 'Зөв');
    await begun.close();
    const now = { place: 'Пусан', summary: 'Буруу' };
    const again = await opened({ fresh: () => now, base: '4' });
    expect(again.state).toMatchObject({ base: '3', values: { place: 'Пусан', summary: 'Зөв' } });
  });

  it('is laid over what is there now, field by field, when somebody was quicker', async () => {
    const form = await opened({ fresh: () => ({ place: 'Сөүл', summary: 'Буруу' }), base: '3' });
    form.set('summary', 'Зөв');
    form.rebase({ place: 'Пусан', summary: 'Өөр' }, '4');
    expect(form.state).toMatchObject({ base: '4', values: { place: 'Пусан', summary: 'Зөв' } });
    await form.close();
    expect([...cabinet.kept.values()]).toMatchObject([{ base: '4', values: { summary: 'Зөв' } }]);
  });
});
