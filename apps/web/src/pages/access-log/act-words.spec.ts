import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actWords } from './act-words.ts';

const policy = readFileSync(
  join(import.meta.dirname, '../../../../../libs/access/src/policy.rules.ts'),
  'utf8',
);

/** Asked for by pages themselves, and never in the log. */
const unlogged = ['me.drafts', 'me.inbox'];

describe('acts in the access log', () => {
  it('have words, whatever the policy names', () => {
    const named = [...policy.matchAll(/'([a-z]+\.[a-z]+)'/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !unlogged.includes(name) && !actWords(name))).toEqual([]);
  });

  it('of another name are left to be shown by it', () => {
    expect(actWords('toString')).toBeNull();
  });
});
