import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people } from '#support/api';
import { Ministry, words } from './ministry.js';
import type { Screen } from './screen.js';

const HEAD = 'date_of_death,place,country_alpha3,cause_of_death\n';
const GOOD =
  '2012/12/24,"Seoul, South Korea",KOR,Homicide\n2012/10/13,"Prague, Czech Republic",CZE,Suicide\n';
const mn = words('mn');

async function sends(screen: Screen, name: string, text: string): Promise<void> {
  await screen.goes('/imports');
  await screen.page
    .locator('#field-file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await screen.page.locator('form button[type=submit]').click();
  await screen.page.waitForURL('**/imports/*');
}

describe('importing a file', () => {
  let ministry: Ministry;
  beforeAll(async () => {
    ministry = await Ministry.opens();
  });
  afterAll(() => ministry.closes());

  it('a file with a bad row goes in only when the good rows alone are asked for; the bad one is named with its remedy', async () => {
    const screen = await ministry.sits(people.enkhjargal, 'mn');
    const { page } = screen;
    await screen.goes('/imports');
    await screen.isSound('import-choose-mn');
    await sends(screen, 'deaths.csv', `${HEAD}${GOOD}2012/10/14,"Somewhere",,Homicide\n`);
    await page.getByRole('heading', { name: mn.imports.decide }).waitFor();
    await page.getByRole('heading', { name: mn.imports.refusedRows }).waitFor();
    await screen.settles();
    const refused = await page
      .locator('section', { hasText: mn.imports.refusedRows })
      .locator('tbody tr')
      .allInnerTexts();
    expect(refused).toHaveLength(1);
    expect(refused[0]).toContain('4');
    expect(await page.getByRole('button', { name: mn.imports.runAll }).count()).toBe(0);
    await screen.isSound('import-checked-mn');
    await page.getByRole('button', { name: mn.imports.runGood }).click();
    await page.locator('.notice-good').waitFor();
    expect(await page.locator('.import-figures dd').allInnerTexts()).toEqual(['3', '2', '0', '1']);
    await screen.isSound('import-done-mn');
    await screen.goes('/cases?open=all');
    expect(await page.locator('.case-table tbody tr').count()).toBe(2);
  });

  it('a clean file goes in whole; the same file again adds nothing', async () => {
    const screen = await ministry.sits(people.enkhjargal, 'en');
    const { page } = screen;
    const en = words('en');
    const clean = `${HEAD}2011/01/02,"Tokyo, Japan",JPN,Drowning\n`;
    for (const [imported, alreadyThere] of [
      ['1', '0'],
      ['0', '1'],
    ]) {
      await sends(screen, 'clean.csv', clean);
      await page.getByRole('button', { name: en.imports.runAll }).click();
      await page.locator('.notice-good').waitFor();
      expect(await page.locator('.import-figures dd').allInnerTexts()).toEqual([
        '1',
        imported,
        alreadyThere,
        '0',
      ]);
    }
  });

  it('a text that the profile does not know is listed with its count, and nothing can be imported before it is', async () => {
    const screen = await ministry.sits(people.enkhjargal, 'en');
    const { page } = screen;
    const en = words('en');
    const row = '2012/12/24,"Seoul, South Korea",KOR,Struck by a comet\n';
    await sends(screen, 'comet.csv', `${HEAD}${row}${row}`);
    await page.getByRole('heading', { name: en.imports.unmapped }).waitFor();
    const texts = await page
      .locator('section', { hasText: en.imports.unmapped })
      .locator('tbody tr')
      .allInnerTexts();
    expect(texts.join()).toMatch(/Struck by a comet\s+2/);
    expect(await page.getByRole('button', { name: en.imports.runAll }).count()).toBe(0);
    await screen.isSound('import-unmapped-en');
  });

  it.each([
    ['an empty file', 'empty.csv', Buffer.alloc(0)],
    ['a spreadsheet under the name of a CSV', 'deaths.csv', Buffer.from('504b0304140006000800000021', 'hex')],
  ])('%s is refused in words, with the remedy', async (_what, name, buffer) => {
    const screen = await ministry.sits(people.enkhjargal, 'mn');
    const { page } = screen;
    await screen.goes('/imports');
    await page.locator('#field-file').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.locator('form button[type=submit]').click();
    const refusal = page.locator('.error-summary, .notice-bad').first();
    await refusal.waitFor();
    expect(await refusal.innerText()).toMatch(/[а-яөү]{4}/i);
    expect(await page.getByRole('button', { name: mn.imports.runAll }).count()).toBe(0);
    await screen.isSound(`import-refused-${buffer.length ? 'xlsx' : 'empty'}-mn`);
  });
});
