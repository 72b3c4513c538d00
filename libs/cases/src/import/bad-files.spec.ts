import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refusal, Words } from '#platform';
import { platformWords } from '#platform';
import { aWorld, type World } from '#support/world';
import { casesWords } from '../cases.words.js';
import { type FileImport, type FileImportReport, importFile } from './import-file.js';
import { LIMITS } from './import.limits.js';
import { BUILT_IN_PROFILES, type ProfileFile, profileNamed } from './profile.files.js';

const header = 'date_of_death,place,country_alpha3,cause_of_death';
const seoul = '2011/03/09,Seoul,KOR,Homicide';

describe('a file that is not as it should be', () => {
  let world: World;
  let profile: ProfileFile;
  let folder: string;
  let words: Words;
  let files = 0;

  beforeAll(async () => {
    world = await aWorld();
    folder = mkdtempSync(join(tmpdir(), 'elchin-import-'));
    profile = await profileNamed('us-deaths', [BUILT_IN_PROFILES]);
    words = await Words.of([platformWords, casesWords]);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await world.end();
  });

  function send(content: string | Buffer, options: Partial<FileImport> = {}): Promise<FileImportReport> {
    files += 1;
    const path = join(folder, `${files}.csv`);
    writeFileSync(path, content);
    return importFile(world.ownerUrl, { path, profile, ...options });
  }

  /** The refusal of the whole file, made sure that it has words in both languages and that nothing was written. */
  async function refusal(content: string | Buffer, options: Partial<FileImport> = {}) {
    const before = await cases();
    const error: unknown = await send(content, options).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Refusal);
    expect(await cases()).toBe(before);
    const item = (error as Refusal).items[0];
    if (!item) throw new Error('a refusal without a reason');
    for (const language of ['mn', 'en'] as const) {
      const { message, remedy } = words.refusal(item, language);
      expect(`${message} ${remedy}`).not.toMatch(/refusal\.|\{\{/);
    }
    return { ...item.params, code: item.code };
  }

  /** What is wrong with the single row of a file. */
  async function rowProblem(row: string) {
    const report = await send(`${header}\n${row}\n`);
    expect(report).toMatchObject({ imported: 0, refused: 1 });
    const problem = report.refusedRows[0]?.problem;
    if (!problem) throw new Error('no row was refused');
    for (const language of ['mn', 'en'] as const) {
      const { message, remedy } = words.refusal(problem, language);
      expect(`${message} ${remedy}`).not.toMatch(/refusal\.|\{\{/);
    }
    return { code: problem.code, field: problem.field };
  }

  async function cases(): Promise<number> {
    const found = await world.owner.query<{ n: string }>('select count(*) as n from cases.case_file');
    return Number(found.rows[0]?.n);
  }

  it.each([
    ['nothing', ''],
    ['blank lines', '\n\n  \n'],
    ['nothing but a BOM', '\uFEFF'],
  ])('holding %s is called empty', async (_, content) => {
    expect(await refusal(content)).toMatchObject({ code: 'FILE_EMPTY' });
  });

  it('with a first line and no row is told so', async () => {
    expect(await refusal(`${header}\n`)).toMatchObject({ code: 'FILE_ONLY_HEADER' });
    expect(await refusal(`${header}\n,,,\n\n`)).toMatchObject({ code: 'FILE_ONLY_HEADER' });
  });

  it('that is an XLSX under another name is recognised by its content', async () => {
    const zip = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      deflateRawSync(Buffer.from('xl/workbook.xml')),
    ]);
    expect(await refusal(zip)).toMatchObject({ code: 'FILE_IS_SPREADSHEET' });
    const xls = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal(xls)).toMatchObject({ code: 'FILE_IS_SPREADSHEET' });
  });

  it('in UTF-16 is told to be saved as UTF-8', async () => {
    expect(await refusal(Buffer.from(`\uFEFF${header}\n${seoul}\n`, 'utf16le'))).toMatchObject({
      code: 'FILE_IS_UTF16',
    });
  });

  it('in UTF-16 without its mark is told so too, and a file of other bytes that it is no text', async () => {
    for (const encoding of ['utf16le'] as const) {
      expect(await refusal(Buffer.from(`${header}\n${seoul}\n`, encoding))).toMatchObject({
        code: 'FILE_IS_UTF16',
      });
    }
    const swapped = Buffer.from(`${header}\n${seoul}\n`, 'utf16le').swap16();
    expect(await refusal(swapped)).toMatchObject({ code: 'FILE_IS_UTF16' });
    expect(await refusal(`${header.replace('place', 'pl\u0000ace')}\n${seoul}\n`)).toMatchObject({
      code: 'FILE_NOT_TEXT',
    });
    expect(await refusal(Buffer.concat([Buffer.from(`${header}\n`), Buffer.alloc(4000)]))).toMatchObject({
      code: 'FILE_NOT_TEXT',
    });
  });

  it.each([
    ['columns without a name or a value', `${header},,\n${seoul},,\n`],
    ['more empty values than columns', `${header}\n${seoul},,,\n`],
    ['fewer of the nameless values than columns', `${header},,\n${seoul}\n`],
  ])('with %s at the end is read all the same', async (_, content) => {
    expect(await send(content, { check: true })).toMatchObject({ good: 1, refused: 0 });
  });

  it.each(['Korea, Republic of', 'Өмнөд Солонгос', 'South Korea', 'korea,  republic OF', 'KR', 'kor'])(
    'names a country %s: understood as the register shows it, as people say it, and by its codes',
    async (name) => {
      const content = `${header}\n2011/03/09,Seoul,"${name}",Homicide\n`;
      expect(await send(content, { check: true })).toMatchObject({ good: 1, refused: 0 });
    },
  );

  const cp1251 = Buffer.concat([
    Buffer.from(`${header}\n${seoul}\n2011/03/10,`),
    Buffer.from([0xd1, 0xe5, 0xf3, 0xeb]), // Сеул
    Buffer.from(',KOR,Homicide\n'),
  ]);

  it('in Windows Cyrillic is refused with the row, and read when the profile says so', async () => {
    expect(await refusal(cp1251)).toMatchObject({ code: 'FILE_NOT_UTF8', row: 3 });
    const cyrillic = { ...profile, text: profile.text.replace('encoding: utf-8', 'encoding: windows-1251') };
    const report = await send(cp1251, { profile: cyrillic, check: true });
    expect(report).toMatchObject({ good: 2, refused: 0 });
  });

  it.each([
    ['a BOM', `\uFEFF${header}\n`, ','],
    ['semicolons', `${header.replaceAll(',', ';')}\n`, ';'],
    ['tabs', `${header.replaceAll(',', '\t')}\r\n`, '\t'],
    ['names in other capitals and quotes', '"Date_of_Death", PLACE,country_alpha3,"cause_of_death"\n', ','],
  ])('with %s is read all the same', async (_, first, sign) => {
    const row = seoul.replaceAll(',', sign);
    expect(await send(`${first}${row}\n`, { check: true })).toMatchObject({ good: 1, refused: 0 });
  });

  it('without a column is told which, and what is there instead', async () => {
    expect(await refusal('date_of_death,place,cause_of_death\n2011/03/09,Seoul,Homicide\n')).toMatchObject({
      code: 'COLUMN_MISSING',
      column: 'country_alpha3',
      found: 'date_of_death, place, cause_of_death',
    });
  });

  it('with a column twice, or one that nobody knows, is refused before a row is read', async () => {
    expect(await refusal(`${header},place\n${seoul},x\n`)).toMatchObject({
      code: 'COLUMN_TWICE',
      column: 'place',
    });
    expect(await refusal(`${header},name\n${seoul},x\n`)).toMatchObject({
      code: 'COLUMN_UNKNOWN',
      columns: 'name',
    });
    const wider = { ...profile, text: profile.text.replace('ignore: []', 'ignore: [name]') };
    expect(await send(`${header},name\n${seoul},x\n`, { profile: wider, check: true })).toMatchObject({
      good: 1,
    });
  });

  it('with a quote that is never closed is refused with its row', async () => {
    expect(await refusal(`${header}\n${seoul}\n2011/03/09,"Seoul,KOR,Homicide\n${seoul}\n`)).toMatchObject({
      code: 'FILE_QUOTES',
      row: 3,
    });
    const long = `2011/03/09,"${'x'.repeat(LIMITS.rowBytes + 1)}`;
    expect(await refusal(`${header}\n${long}\n`)).toMatchObject({ code: 'FILE_ROW_TOO_LONG' });
  });

  it('with too many rows or bytes is refused', async () => {
    const rows = `${seoul}\n`.repeat(11);
    expect(await refusal(`${header}\n${rows}`, { limits: { ...LIMITS, rows: 10 } })).toMatchObject({
      code: 'FILE_TOO_MANY_ROWS',
      max: 10,
    });
    expect(await refusal(`${header}\n${rows}`, { limits: { ...LIMITS, bytes: 100 } })).toMatchObject({
      code: 'FILE_TOO_BIG',
    });
  });

  const tomorrow = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/');
  it.each([
    ['a day to come', `${tomorrow},Seoul,KOR,Homicide`, 'FUTURE_DATE', 'date_of_death'],
    ['30 February', '2011/02/30,Seoul,KOR,Homicide', 'ROW_NO_SUCH_DAY', 'date_of_death'],
    ['month 13', '2011/13/01,Seoul,KOR,Homicide', 'ROW_NO_SUCH_DAY', 'date_of_death'],
    ['a date written otherwise', '09.03.2011,Seoul,KOR,Homicide', 'ROW_DATE_FORMAT', 'date_of_death'],
    ['no date', ',Seoul,KOR,Homicide', 'ROW_REQUIRED', 'date_of_death'],
    ['the year 1066', '1066/10/14,Hastings,GBR,Homicide', 'TOO_OLD', 'date_of_death'],
    ['an unknown country', '2011/03/09,Seoul,QQQ,Homicide', 'ROW_COUNTRY', 'country_alpha3'],
    ['no cause', '2011/03/09,Seoul,KOR,', 'ROW_REQUIRED', 'cause_of_death'],
    ['a null byte', '2011/03/09,Se\u0000oul,KOR,Homicide', 'BAD_TEXT', 'place'],
    ['a value of 501 letters', `2011/03/09,${'ө'.repeat(501)},KOR,Homicide`, 'TOO_LONG', 'place'],
    ['the number of a day', '40611,Seoul,KOR,Homicide', 'ROW_DATE_SERIAL', 'date_of_death'],
    ['a value too many', `${seoul},x`, 'ROW_WIDTH', null],
    ['a value too few', '2011/03/09,Seoul,KOR', 'ROW_WIDTH', null],
  ])('has a row with %s: refused with its column', async (_, row, code, field) => {
    expect(await rowProblem(row)).toEqual({ code, field });
  });

  it('has a value in a column without a name: refused', async () => {
    const report = await send(`${header},\n${seoul},x\n`);
    expect(report.refusedRows[0]?.problem).toMatchObject({ code: 'ROW_NO_NAME' });
  });

  it('has an unknown cause: each such text is listed once with its count, and nothing goes in, even partly', async () => {
    const rows = [
      seoul,
      '2011/03/09,Seoul,KOR,Dragon',
      '2011/03/10,Busan,KOR,Dragon',
      '2011/03/10,Busan,KOR,Elf',
    ];
    const content = `${header}\n${rows.join('\n')}\n`;
    const report = await send(content, { partial: true });
    expect(report.failure).toEqual({ code: 'UNMAPPED_TEXTS', params: { count: 2 } });
    expect(report.unmapped).toEqual([
      { field: 'cause_of_death', text: 'Dragon', count: 2 },
      { field: 'cause_of_death', text: 'Elf', count: 1 },
    ]);
    expect(await cases()).toBe(0);
    expect(await send(content, { unmappedAs: 'UNKNOWN', check: true })).toMatchObject({
      good: 4,
      unmapped: [],
    });
    expect(await refusal(content, { unmappedAs: 'DRAGON' })).toMatchObject({ code: 'UNKNOWN_CODE' });
  });

  it('has emoji, line breaks and backslashes in a value: kept as they are', async () => {
    const place = 'Сөүл 🏥\n2\\N "зүүн" \tтал';
    const cell = `"${place.replaceAll('"', '""')}"`;
    expect(await send(`${header}\n2011/03/09,${cell},KOR,Homicide\n`)).toMatchObject({ imported: 1 });
    const kept = await world.owner.query('select place from cases.case_file');
    expect(kept.rows).toEqual([{ place }]);
  });
});
