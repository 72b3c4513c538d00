import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedShapes } from '../cases/published-shapes.generated.ts';
import en from './en.json';
import mn from './mn.json';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

const english = new Map(flat(en));
const mongolian = new Map(flat(mn));
const source = join(import.meta.dirname, '..');
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|generated/.test(name))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .join('\n');

/** The {names} that a text has filled in; a plural's own words are not among them. */
const fills = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[},])/g)].map(([, name = '']) => name))]
    .filter((name) => name !== 'count')
    .toSorted();

/** A text without what is filled in, and without the words by which plurals are told apart. */
const withoutPlaces = (text: string): string =>
  text.replace(/\{\w+(, (number|plural,))?/g, ' ').replace(/(\bother|\bone|=\d+) ?\{/g, ' ');

describe('the two catalogs', () => {
  it('have the same keys', () => {
    expect([...mongolian.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('fill the same names into the same texts', () => {
    const different = [...english].filter(([key, text]) => {
      const other = fills(mongolian.get(key) ?? '');
      return (
        fills(text)
          .filter((name) => !/^(case|cases|one|other)$/.test(name))
          .join() !== other.join()
      );
    });
    expect(different).toEqual([]);
  });

  it('every key that the code names is there', () => {
    const named = [...code.matchAll(/\bt\('([\w.]+)'/g)].map(([, key = '']) => key);
    expect(named.length).toBeGreaterThan(150);
    expect([...new Set(named)].filter((key) => !english.has(key))).toEqual([]);
  });

  it('have words for every type of case that the server publishes, and for each of its fields', () => {
    const keys = publishedShapes.flatMap(({ type, fields }) => [
      `type.${type}`,
      `typeHint.${type}`,
      ...fields.map(({ labelKey }) => `field.${labelKey}`),
    ]);
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((key) => !english.has(key) || !mongolian.has(key))).toEqual([]);
  });

  it('Mongolian texts are Mongolian: no Latin words but the names that are written so', () => {
    const names = /\b(?!CSV|UTF|Excel|ICCS|ISCO|ISIC|QR|causes)[A-Za-z]{2,}\b/;
    expect([...mongolian].filter(([, text]) => names.test(withoutPlaces(text)))).toEqual([]);
  });
});
