import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people } from '#support/api';
import { Desk } from '../e2e/cases/desk.js';
import { Ministry, words } from './ministry.js';
import type { Screen } from './screen.js';

const mn = words('mn');

/** What Bolormaa hears on the telephone, and types. */
async function fillsIn(screen: Screen, given: string): Promise<void> {
  const { page } = screen;
  await page.locator('input[value=DETENTION]').check();
  await page.locator('#field-detention-offence').selectOption('05');
  await page.locator('#field-subject-patronymic').fill('Загвар');
  await page.locator('#field-subject-given').fill(given);
  await page.locator('#field-subject-sex').selectOption('MALE');
  await page.locator('#field-occurred').fill('2026');
  await page.getByRole('group', { name: mn.field.occurred }).getByLabel(mn.form.month).fill('11');
  await page.locator('#field-source').selectOption('FAMILY');
  await page.locator('#field-summary').fill('Инчон хотод саатуулагдсан, орчуулагч хэрэгтэй.');
}

describe('filing a case', () => {
  let ministry: Ministry;
  beforeAll(async () => {
    ministry = await Ministry.opens();
  });
  afterAll(() => ministry.closes());

  it('Bolormaa files a detention, checks her answers, gets the reference and finds it in her worklist', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    expect(await screen.says()).toContain(mn.worklist.none);
    await screen.isSound('worklist-empty-mn');
    await page.getByRole('link', { name: mn.fileCase.title }).first().click();
    await screen.settles();
    await page.locator('#field-hostCountry option[value=KR]').waitFor({ state: 'attached' });
    expect(await page.locator('#field-hostCountry').inputValue()).toBe('KR');
    await fillsIn(screen, 'Өлзий');
    await screen.isSound('filing-form-mn');
    await page.getByRole('button', { name: mn.fileCase.check }).click();
    await page.getByRole('heading', { name: mn.fileCase.checkTitle }).waitFor();
    const answers = await screen.says();
    expect(answers).toContain('Загвар Өлзий');
    expect(answers).toContain('2026 оны 11 дүгээр сар');
    await screen.isSound('filing-check-mn');
    await page.getByRole('button', { name: mn.fileCase.submit }).click();
    const reference = await page.locator('.filed-reference').innerText();
    expect(reference).toMatch(/^SEL-2026-\d{5}$/);
    await screen.isSound('filing-done-mn');
    await page.getByRole('link', { name: mn.filed.worklist }).click();
    await page.getByRole('link', { name: reference }).waitFor();
    expect(await screen.says()).toContain('З.Өлзий');
  });

  it('what is missing is listed in the order of the form, and "Change" leads from the check page to the field', async () => {
    const screen = await ministry.sits(people.bolormaa, 'en');
    const { page } = screen;
    const en = words('en');
    await screen.goes('/cases/new');
    await page.getByRole('button', { name: en.fileCase.check }).click();
    const lines = await page.locator('.error-summary li').allInnerTexts();
    expect(lines).toEqual([
      en.fileCase.missing.type,
      en.fileCase.missing.source,
      en.fileCase.missing.summary,
    ]);
    await screen.isSound('filing-errors-en');
    await page.locator('input[value=WELFARE]').check();
    await page.locator('#field-cause').selectOption('DOCUMENTS');
    await page.locator('#field-source').selectOption('SELF');
    await page.locator('#field-summary').fill('Lost the passport on a train.');
    await page.getByRole('button', { name: en.fileCase.check }).click();
    expect(await screen.says()).toContain(en.case.unnamed);
    await page.getByRole('button', { name: `${en.form.change} ${en.field.summary}` }).click();
    await page.locator('#field-summary:focus').waitFor();
    expect(await page.locator('#field-summary').inputValue()).toBe('Lost the passport on a train.');
  });

  it('a date that does not exist and a date to come are told apart from a date that is not known', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await screen.goes('/cases/new');
    await fillsIn(screen, 'Сүх');
    const day = page.getByRole('group', { name: mn.field.occurred }).getByLabel(mn.form.day);
    await day.fill('31');
    await page.getByRole('button', { name: mn.fileCase.check }).click();
    await page.getByRole('link', { name: mn.fileCase.badDate }).waitFor();
    await page.locator('#field-occurred').fill('2099');
    await day.fill('1');
    await page.getByRole('button', { name: mn.fileCase.check }).click();
    await page.getByRole('link', { name: mn.fileCase.futureDate }).waitFor();
  });

  it('the line breaks: the form stays, it says so, and sending again files one case', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await screen.goes('/cases/new');
    await fillsIn(screen, 'Тасралт');
    await page.getByRole('button', { name: mn.fileCase.check }).click();
    // The first time the server gets the case, but its answer is lost on the way back.
    await page.route(
      '**/graphql',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: mn.fileCase.submit }).click();
    await page.getByText(mn.save.notSent).waitFor();
    await screen.isSound('filing-not-sent-mn');
    await page.getByRole('button', { name: mn.save.again }).click();
    await page.locator('.filed-reference').waitFor();
    const desk = new Desk(await ministry.api.as(people.bolormaa));
    const found = await desk.lists({ filter: { text: 'Тасралт' } });
    expect(found.totalCount).toBe(1);
  });

  it('a draft outlives a reload of the page', async () => {
    const screen = await ministry.sits(people.ganbold, 'mn');
    await screen.goes('/cases/new');
    await screen.page.locator('#field-summary').fill('Эхэлсэн боловч');
    await screen.page.getByText(mn.save.saved).waitFor();
    await screen.page.reload();
    await screen.page.getByText(mn.draft.restored).waitFor();
    expect(await screen.page.locator('#field-summary').inputValue()).toBe('Эхэлсэн боловч');
  });
});
