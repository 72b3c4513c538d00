import { describe, expect, it } from 'vitest';
import { takePlainDraft, takePlainDrafts } from './drafts.ts';

describe('what earlier versions kept in the clear', () => {
  it('is taken off the device at the start, and is there once, for its owner', () => {
    const draft = { id: '0192', savedAt: '2026-11-22T00:00:00Z', values: { summary: 'Эхэлсэн' } };
    sessionStorage.setItem('elchin.draft.case.bolormaa', JSON.stringify(draft));
    sessionStorage.setItem('other', 'kept');
    takePlainDrafts();
    expect(Object.keys(sessionStorage)).toEqual(['other']);
    expect(takePlainDraft('tuul')).toBeUndefined();
    expect(takePlainDraft('bolormaa')).toEqual(draft);
    expect(takePlainDraft('bolormaa')).toBeUndefined();
  });

  it('goes too when it is broken', () => {
    for (const text of ['{', '[]', '"x"', '{"id":1}', 'null']) {
      sessionStorage.setItem('elchin.draft.case.broken', text);
      takePlainDrafts();
      expect(sessionStorage.getItem('elchin.draft.case.broken')).toBeNull();
      expect(takePlainDraft('broken')).toBeUndefined();
    }
  });
});
