import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../i18n/en.json';
import mn from '../../i18n/mn.json';
import { actNames, actWords } from './act-words.ts';

const policy = readFileSync(
  join(import.meta.dirname, '../../../../../libs/access/src/policy.rules.ts'),
  'utf8',
);

const words = readFileSync(join(import.meta.dirname, '../../../../../libs/access/src/log.words.ts'), 'utf8');

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

  it('are called the same in the exported file, and so are roles', () => {
    const inOneLine = words.replace(/\s+/g, ' ').replace(/, }/g, ' }');
    const called = (name: string, one: string, other: string) => {
      const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`;
      expect(inOneLine).toContain(`${name}: { en: ${quoted(one)}, mn: ${quoted(other)} }`);
    };
    for (const name of actNames) {
      const key = actWords(name)?.replace('log.act.', '') as keyof typeof en.log.act;
      called(`'${name}'`, en.log.act[key], mn.log.act[key]);
    }
    for (const role of Object.keys(en.role) as (keyof typeof en.role)[]) {
      called(role, en.role[role], mn.role[role]);
    }
  });
});
