import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people } from '#support/api';
import { Desk } from '../e2e/cases/desk.js';
import { Ministry, words } from './ministry.js';
import type { Screen } from './screen.js';

const en = words('en');

/** The table as rows of texts, the heading first. */
async function tableOn(screen: Screen): Promise<string[][]> {
  await screen.settles();
  const rows = await screen.page.locator('.statistics-table tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

describe('the statistics', () => {
  let ministry: Ministry;
  let bolormaa: Desk;
  beforeAll(async () => {
    ministry = await Ministry.opens();
    bolormaa = new Desk(await ministry.api.as(people.bolormaa));
    const tuul = new Desk(await ministry.api.as(people.tuul));
    const korea = () => aCaseFile().at('SEL').in('KR').about({ sex: 'MALE' });
    await bolormaa.filed(korea().ofDetention({ offence: '05' }));
    await bolormaa.filed(korea().ofDetention({ offence: '05' }).about({ sex: 'FEMALE' }));
    await bolormaa.filed(korea().ofDetention({ offence: '06' }));
    await tuul.filed(aCaseFile().at('PRG').in('CZ').about({ sex: 'MALE' }).ofDetention({ offence: '05' }));
    const wages = () => aCaseFile().at('SEL').in('KR').ofLabour();
    await bolormaa.filed(wages().inYearOf('2016-01-01'));
    await bolormaa.filed(wages().inYearOf('2016-01-01'));
    await bolormaa.filed(wages().on('2016-07-04'));
  });
  afterAll(() => ministry.closes());

  it('the consular department reads country × cause, with the totals of rows and columns, and what is counted', async () => {
    const screen = await ministry.sits(people.enkhjargal, 'en');
    await screen.goes('/statistics?from=2020-01&type=DETENTION');
    const [head, total, ...rows] = await tableOn(screen);
    expect(head?.length).toBe(4);
    expect(total).toEqual(['Total', '4', '3', '1']);
    expect(rows).toEqual([
      ['Korea, Republic of', '3', '2', '1'],
      ['Czechia', '1', '1', '0'],
    ]);
    expect(await screen.says()).toContain('4 cases opened, January 2020 to');
    expect(await screen.page.locator('figure svg[role=img] .chart-value').allTextContents()).toEqual([
      '3',
      '1',
    ]);
    await screen.isSound('statistics-en');
  });

  it('every figure leads to exactly the cases behind it, and one more case is in it at once', async () => {
    const screen = await ministry.sits(people.enkhjargal, 'mn');
    const { page } = screen;
    await screen.goes('/statistics?from=2020-01&type=DETENTION');
    await screen.isSound('statistics-mn');
    await page.getByRole('link', { name: /^2: Өмнөд Солонгос/ }).click();
    await page.getByRole('heading', { name: words('mn').statistics.casesBehind }).waitFor();
    await screen.settles();
    expect(await page.locator('.case-table tbody tr').count()).toBe(2);
    await screen.isSound('statistics-cases-mn');
    await bolormaa.filed(
      aCaseFile().at('SEL').in('KR').about({ sex: 'MALE' }).ofDetention({ offence: '05' }),
    );
    await page.reload();
    await screen.settles();
    expect(await page.locator('.case-table tbody tr').count()).toBe(3);
  });

  it.each(['en', 'mn'] as const)(
    'the figure of a year’s unknown month leads to its cases (%s)',
    async (language) => {
      const screen = await ministry.sits(people.enkhjargal, language);
      const { page } = screen;
      const unknown = words(language).statistics.monthUnknown;
      await screen.goes('/statistics?basis=OCCURRED&from=2016-01&to=2016-12&row=COUNTRY&column=MONTH');
      expect((await tableOn(screen))[0]?.at(-1)).toBe(`2016, ${unknown}`);
      await screen.isSound(`statistics-by-month-${language}`);
      await page.getByRole('link', { name: new RegExp(`^2: .+, 2016, ${unknown}$`) }).click();
      await page.getByRole('heading', { name: words(language).statistics.casesBehind }).waitFor();
      await screen.settles();
      expect(await page.locator('.case-table tbody tr').count()).toBe(2);
      await screen.isSound(`statistics-unknown-month-${language}`);
      await page.getByRole('button', { name: unknown }).click();
      await page.getByRole('button', { name: unknown }).waitFor({ state: 'detached' });
      await screen.settles();
      expect(await page.locator('.case-table tbody tr').count()).toBe(3);
    },
  );

  it('the unknown month goes with the basis, and a period without a whole year says what to do', async () => {
    const screen = await ministry.sits(people.enkhjargal, 'en');
    const { page } = screen;
    await screen.goes('/statistics?basis=OCCURRED&from=2016-01&to=2016-12&monthUnknown=true');
    expect(await page.locator('.statistics-total').innerText()).toBe('2');
    await screen.goes('/statistics?basis=OCCURRED&from=2016-01&to=2016-11&monthUnknown=true');
    expect(await page.getByRole('alert').innerText()).toContain('holds no whole year');
    await page.getByLabel(en.statistics.basis).selectOption('OPENED');
    await page.getByRole('button', { name: en.statistics.monthUnknown }).waitFor({ state: 'detached' });
    await screen.settles();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('monthUnknown')).toBeNull();
  });

  it('what an address holds that is no filter is left out', async () => {
    const screen = await ministry.sits(people.enkhjargal, 'en');
    await screen.goes('/statistics?from=2020-01&type=NONSENSE&monthUnknown=true&basis=WHATEVER');
    expect(await screen.page.locator('.statistics-total').innerText()).not.toBe('0');
    expect(await screen.page.locator('.filter-tag').count()).toBe(0);
  });

  it('rows, columns, basis and filters are chosen on the page and stand in its address', async () => {
    const screen = await ministry.sits(people.enkhjargal, 'en');
    const { page } = screen;
    await screen.goes('/statistics?from=2020-01&type=DETENTION');
    await page.getByLabel(en.statistics.rows).selectOption('SEX');
    await page.getByLabel(en.statistics.columns).selectOption('MISSION');
    await page.getByLabel(en.statistics.basis).selectOption('OPEN_AT_END');
    await page.getByLabel(en.dimension.COUNTRY, { exact: true }).selectOption('KR');
    await page.getByRole('button', { name: /Korea, Republic of/ }).waitFor();
    const table = await tableOn(screen);
    expect(table[0]?.[0]).toMatch(/Sex\s*×\s*Mission/);
    expect(table.slice(1).map((row) => row.slice(0, 2))).toContainEqual(['Female', '1']);
    const address = page.url();
    expect(new URL(address).searchParams.get('basis')).toBe('OPEN_AT_END');
    const other = await ministry.sits(people.enkhjargal, 'en');
    await other.page.goto(address);
    expect(await tableOn(other)).toEqual(table);
    await page.getByRole('button', { name: /Korea, Republic of/ }).click();
    await page.getByRole('button', { name: /Korea, Republic of/ }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('country')).toBeNull();
  });

  it('the table can be had as CSV', async () => {
    const screen = await ministry.sits(people.enkhjargal, 'en');
    await screen.goes('/statistics?from=2020-01&column=NONE&country=CZ');
    const download = screen.page.waitForEvent('download');
    await screen.page.getByRole('button', { name: en.statistics.csv }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^elchin-country-opened-2020-01-\d{4}-\d{2}\.csv$/);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/Czechia.*1/);
  });

  it('the analyst reads the figures, and finds no way from them to the cases', async () => {
    const screen = await ministry.sits(people.analyst, 'mn');
    await screen.goes('/statistics?from=2020-01');
    expect(await screen.page.locator('.statistics-table a').count()).toBe(0);
    expect(await screen.page.locator('.statistics-total').innerText()).not.toBe('0');
    await screen.isSound('statistics-analyst-mn');
  });
});
