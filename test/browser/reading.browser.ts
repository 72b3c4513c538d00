import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people } from '#support/api';
import { Desk } from '../e2e/cases/desk.js';
import { Ministry, words } from './ministry.js';
import type { Screen } from './screen.js';

const mn = words('mn');
const en = words('en');

/** A link as people paste it, a file's name, and a name that turns the direction of writing round. */
const link = `https://example.org/${'a'.repeat(180)}?${'q=1&'.repeat(40)}`;
const fileName = `${'Тодорхойлолт_'.repeat(9)}.pdf`;
const arabic = 'مرحبا بالعالم';

/** By how many pixels the page is wider than the window, at each width. */
async function widened({ page }: Screen, widths = [320, 390, 1280]): Promise<Record<number, number>> {
  const over: Record<number, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    over[width] = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
  }
  return over;
}
const none = { 320: 0, 390: 0, 1280: 0 };

describe('reading', () => {
  let ministry: Ministry;
  let bolormaa: Desk;
  beforeAll(async () => {
    ministry = await Ministry.opens();
    bolormaa = new Desk(await ministry.api.as(people.bolormaa));
  });
  afterAll(() => ministry.closes());

  it('on a device two minutes fast Bolormaa adds a note with the times as they were filled in, and is told of its clock when she sets one ahead', async () => {
    const file = await bolormaa.filed(aCaseFile());
    const screen = await ministry.screen('en');
    const { page } = screen;
    await page.addInitScript(`{
      const real = Date.now.bind(Date), Real = Date;
      globalThis.Date = class extends Real {
        constructor(...given) { if (given.length) super(...given); else super(real() + 120000); }
        static now() { return real() + 120000; }
      };
    }`);
    await ministry.signsIn(screen, people.bolormaa, 'en');
    await screen.goes(`/cases/${file.caseNo}?act=note`);
    await page.locator('#field-text').fill('Утсаар ярив.');
    await page.getByRole('button', { name: en.entryForm.submit }).click();
    await page.locator('.entry', { hasText: 'Утсаар ярив.' }).waitFor();

    await screen.goes('/cases/new');
    await page.locator('#field-awareAt').fill(String(new Date().getFullYear() + 1));
    await page.getByRole('button', { name: en.fileCase.check }).click();
    await page
      .getByRole('link', { name: /This device's clock shows .*\d\d:\d\d, the register's .*\d\d:\d\d/ })
      .waitFor();
  });

  it('words without end and writing from right to left widen no page and turn nothing round', async () => {
    const given = `${'Нэрэнд'.repeat(12)}`;
    const file = await bolormaa.filed(aCaseFile().about({ given, patronymic: `\u202E${arabic}`.slice(1) }));
    await bolormaa.notes(file.id, `${link}\n${fileName}\n${arabic}`);
    const screen = await ministry.sits(people.bolormaa, 'mn');
    await screen.goes(`/cases/${file.caseNo}`);
    expect(await widened(screen)).toEqual(none);
    await screen.page.emulateMedia({ media: 'print' });
    expect(await widened(screen)).toEqual(none);
    await screen.page.emulateMedia({ media: 'screen' });
    expect(
      await screen.page.evaluate<string>(
        `getComputedStyle(document.querySelector('.entry-text')).unicodeBidi`,
      ),
    ).toMatch(/isolate|plaintext/);
    await screen.isSound('case-long-words-mn');
    await screen.goes(`/cases/${file.caseNo}/amend`);
    expect(await widened(screen)).toEqual(none);
    await screen.goes(`/cases#text=${encodeURIComponent(given.slice(0, 90))}`);
    expect(await widened(screen)).toEqual(none);
  });

  it('the ministry sees fourteen cases on a screen, a line each, and the head of the list stays', async () => {
    for (let n = 0; n < 16; n += 1) await bolormaa.filed(aCaseFile().ofLabour());
    const screen = await ministry.sits(people.enkhjargal, 'mn');
    const { page } = screen;
    await page.setViewportSize({ width: 1280, height: 800 });
    await screen.goes('/cases');
    const bottoms = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.case-table tbody tr')].map((row) => row.getBoundingClientRect().bottom)`,
    );
    expect(bottoms.filter((bottom) => bottom <= 800).length).toBeGreaterThanOrEqual(14);
    // One post and one country in every row: these columns say nothing.
    expect(await page.getByRole('columnheader', { name: mn.case.mission }).count()).toBe(0);
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(200);
    const top = `document.querySelector('.case-table thead th').getBoundingClientRect().top`;
    expect(await page.evaluate<number>(top)).toBe(0);
    await screen.isSound('worklist-ministry-mn');
  });

  it('a timeline of five thousand entries draws what is seen, and any day is one step away', async () => {
    const file = await bolormaa.filed(aCaseFile());
    await ministry.world.owner.query(
      `insert into cases.timeline_entry (case_id, mission_id, kind, at, body)
       select $1, 'SEL', 'NOTE', '2013-01-01T03:00:00Z'::timestamptz + n * interval '1 day', 'entry ' || n
         from generate_series(0, 4999) n`,
      [file.id],
    );
    const screen = await ministry.sits(people.bolormaa, 'en');
    const { page } = screen;
    await screen.goes(`/cases/${file.caseNo}`);
    await page.locator('#timeline-day').fill('2016-03-08');
    await page.getByRole('button', { name: en.timeline.go }).click();
    await page.getByText('entry 1162', { exact: true }).waitFor();
    const day = page.getByRole('heading', { name: '8 March 2016' });
    await day.waitFor();
    await page.waitForFunction(`document.activeElement?.textContent === '8 March 2016'`);
    expect(await page.locator('*').count()).toBeLessThan(1_200);
    await page.getByLabel(en.timeline.month, { exact: true }).selectOption('2013-01');
    await page.getByText('entry 30', { exact: true }).waitFor();
    await screen.isSound('case-long-timeline-en');
  });

  it.each(['admin', 'analyst', 'bolormaa', 'auditor'] as const)(
    'pages that are not for %s say so in words, and the console stays empty',
    async (who) => {
      const screen = await ministry.sits(people[who], 'en');
      const errors: string[] = [];
      screen.page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      for (const path of [
        '/cases',
        '/cases/new',
        '/statistics',
        '/imports',
        '/staff',
        '/staff/new',
        '/access-log',
      ])
        await screen.goes(path);
      expect(errors).toEqual([]);
    },
  );
});
