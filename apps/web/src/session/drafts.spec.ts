import { beforeEach, describe, expect, it } from 'vitest';
import { dropDraft, forgetDrafts, keepDraft, readDraft } from './drafts.ts';

const draft = {
  id: '0192',
  savedAt: '2026-11-22T00:00:00Z',
  values: { summary: 'Эхэлсэн', 'labour.issues': ['A'] },
};

describe('drafts in this tab', () => {
  beforeEach(() => sessionStorage.clear());

  it("Bolormaa's draft is there for her and for nobody else", () => {
    keepDraft('bolormaa', draft);
    expect(readDraft('bolormaa')).toEqual(draft);
    expect(readDraft('tuul')).toBeNull();
  });

  it('one draft is dropped, the other stays; signing out forgets all drafts and nothing else', () => {
    sessionStorage.setItem('other', 'kept');
    keepDraft('one', draft);
    keepDraft('two', draft);
    dropDraft('one');
    expect(readDraft('one')).toBeNull();
    expect(readDraft('two')).toEqual(draft);
    forgetDrafts();
    expect(readDraft('two')).toBeNull();
    expect(sessionStorage.getItem('other')).toBe('kept');
  });

  it('what is broken or of another shape is no draft', () => {
    for (const text of ['{', '[]', '"x"', '{"id":1}', 'null']) {
      sessionStorage.setItem('elchin.draft.broken', text);
      expect(readDraft('broken')).toBeNull();
    }
  });

  it('says when there is no room', () => {
    const full = {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    } as unknown as Storage;
    expect(keepDraft('one', draft, full)).toBe(false);
  });
});
