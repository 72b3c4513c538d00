import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people } from '#support/api';
import { type CaseSeen, Desk } from '../e2e/cases/desk.js';
import { Ministry, words } from './ministry.js';

const mn = words('mn');

describe('the wall between two missions', () => {
  let ministry: Ministry;
  let seoul: CaseSeen;
  let prague: CaseSeen;
  beforeAll(async () => {
    ministry = await Ministry.opens();
    const bolormaa = new Desk(await ministry.api.as(people.bolormaa));
    const tuul = new Desk(await ministry.api.as(people.tuul));
    seoul = await bolormaa.filed(aCaseFile().ofDetention().at('SEL').about({ given: 'Сөүлийнхэн' }));
    prague = await tuul.filed(aCaseFile().ofDetention().at('PRG').in('CZ').about({ given: 'Прагийнхан' }));
  });
  afterAll(() => ministry.closes());

  it('Tuul in Prague sees her own case and nothing of Seoul: not in the list, by search, address or count', async () => {
    const screen = await ministry.sits(people.tuul, 'mn');
    const { page } = screen;
    await page.getByRole('link', { name: prague.caseNo }).waitFor();
    expect(await screen.says()).not.toContain(seoul.caseNo);
    expect(await page.getByLabel(mn.case.mission).count()).toBe(0);

    await page.getByLabel(mn.worklist.search).fill('Сөүлийнхэн');
    await page.getByRole('heading', { name: mn.worklist.noneFound }).waitFor();
    await screen.isSound('wall-search-mn');

    for (const path of [`/cases/${seoul.caseNo}`, `/cases/${seoul.caseNo}/amend`, '/cases?mission=SEL']) {
      await screen.goes(path);
      expect(await screen.says()).not.toContain('Сөүлийнхэн');
      expect(await page.getByRole('link', { name: seoul.caseNo }).count()).toBe(0);
    }
    await screen.goes('/statistics?row=COUNTRY&column=NONE');
    expect(await page.locator('.statistics-total').innerText()).toBe('1');
    expect(await page.locator('.statistics-table').innerText()).not.toContain('Солонгос');
  });

  it('a case beyond the wall and a case that never was look the same', async () => {
    const screen = await ministry.sits(people.tuul, 'mn');
    await screen.goes(`/cases/${seoul.caseNo}`);
    const beyond = await screen.says();
    await screen.isSound('wall-not-found-mn');
    await screen.goes('/cases/SEL-2026-99999');
    expect(await screen.says()).toBe(beyond);
    expect(beyond).toContain(mn.notFound.title);
  });

  it('Bolormaa in Seoul sees hers; the consular department sees both and may choose the mission', async () => {
    const bolormaa = await ministry.sits(people.bolormaa, 'mn');
    await bolormaa.page.getByRole('link', { name: seoul.caseNo }).waitFor();
    expect(await bolormaa.says()).not.toContain(prague.caseNo);

    const department = await ministry.sits(people.enkhjargal, 'mn');
    await department.page.getByRole('link', { name: seoul.caseNo }).waitFor();
    await department.page.getByRole('link', { name: prague.caseNo }).waitFor();
    await department.page.getByLabel(mn.case.mission).selectOption('PRG');
    await department.page.getByRole('link', { name: seoul.caseNo }).waitFor({ state: 'detached' });
    expect(new URL(department.page.url()).search).toBe('?mission=PRG');
    await department.isSound('wall-department-mn');
  });

  it.each([
    ['the administrator', people.admin, '/cases'],
    ['the auditor', people.auditor, '/statistics'],
    ['the analyst', people.analyst, '/cases'],
    ['Bolormaa', people.bolormaa, '/staff'],
  ] as const)(
    '%s is offered only what is theirs, and told so at any other address',
    async (_who, person, path) => {
      const screen = await ministry.sits(person, 'en');
      const links = await screen.page.locator('.site-nav a').all();
      const offered = await Promise.all(links.map((link) => link.getAttribute('href')));
      expect(offered).not.toContain(path);
      await screen.goes(path);
      expect(await screen.heading()).toBe(words('en').problem.forbiddenPage);
    },
  );
});
