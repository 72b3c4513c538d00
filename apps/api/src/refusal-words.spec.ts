import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allWords } from '../../street.js';

const root = resolve(import.meta.dirname, '../../..');
const sources = ['libs', 'apps/api', 'apps/cli']
  .flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  .filter((path) => path.endsWith('.ts') && !/\.(spec|e2e)\.ts$|\.words\.ts$/.test(path));

/** Codes that the source refuses by: `Refusal.of('X'`, `refusals.add('X'`. */
function codesIn(path: string): string[] {
  const text = readFileSync(resolve(root, path), 'utf8');
  return [
    ...text.matchAll(/(?:Refusal\.of|refusals\.add|RequestRefused)\(\s*(?:\d+,\s*\{ code: )?'([A-Z0-9_]+)'/g),
  ].map(([, code]) => code ?? '');
}

const known = allWords.flatMap((room) => Object.keys(room.refusals));

describe('the words of refusals', () => {
  it('are there for every code that some room refuses by', () => {
    const used = new Set(sources.flatMap(codesIn));
    expect(used.size).toBeGreaterThan(40);
    expect([...used].filter((code) => !known.includes(code))).toEqual([]);
  });

  it('belong to one room each: a later room does not talk over an earlier one', () => {
    expect(known.filter((code, at) => known.indexOf(code) !== at)).toEqual([]);
  });

  it.each(allWords.flatMap((room) => Object.entries(room.refusals)))(
    '%s: both languages, with a remedy and the same figures',
    (_, { en, mn }) => {
      for (const text of [en.message, en.remedy]) expect(text).toMatch(/^[^А-Яа-яӨөҮү]{8,}([.?!]|\}\})$/);
      for (const text of [mn.message, mn.remedy]) expect(text).toMatch(/[А-Яа-яӨөҮү]{3}.*([.?!]|\}\})$/);
      const figures = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
      expect(figures(`${mn.message} ${mn.remedy}`)).toEqual(figures(`${en.message} ${en.remedy}`));
    },
  );
});
