import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Codes } from '#reference';
import { codesFromFiles } from '#reference/testing';
import { fieldNames } from '../cases.words.js';
import { CASE_TYPES, caseTypes, recordShapes } from './case-types.js';
import { causeListIn } from './record-shape.js';
import { datesIn } from './record.rules.js';

const catalog = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../apps/web/src/i18n/${language}.json`, import.meta.url), 'utf8'),
  ) as {
    field: object;
  };
const wordsAt = (tree: object, path: string): unknown =>
  path.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], tree);

describe('the types of case', () => {
  let codes: Codes;
  beforeAll(async () => {
    codes = await codesFromFiles();
  });

  it('are those of the list CASE_TYPE, each with the list of its causes', () => {
    expect(
      codes
        .list('CASE_TYPE')
        .map(({ code }) => code)
        .sort(),
    ).toEqual([...CASE_TYPES].sort());
    for (const { type, causeList } of caseTypes)
      expect([type, codes.causeListOf(type)]).toEqual([type, causeList]);
  });

  it('take their causes and codes from lists that there are', () => {
    for (const { type, causeList, record } of caseTypes) {
      if (record) expect([type, causeListIn(record)]).toEqual([type, causeList]);
      const lists = Object.values(record?.fields ?? {}).flatMap((field) =>
        'list' in field ? [field.list] : [],
      );
      expect(lists.filter((list) => !codes.codeList(list))).toEqual([]);
    }
  });

  it('call every date, where a refusal names two of them, as the web app calls it', () => {
    const dated = Object.values(recordShapes).flatMap(datesIn);
    expect(dated.filter((path) => !fieldNames[path])).toEqual([]);
    const [mn, en] = [catalog('mn'), catalog('en')];
    for (const [path, words] of Object.entries(fieldNames)) {
      expect([path, words]).toEqual([path, { mn: wordsAt(mn.field, path), en: wordsAt(en.field, path) }]);
    }
  });
});
