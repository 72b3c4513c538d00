import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people } from '#support/api';
import { Desk } from '../e2e/cases/desk.js';
import { Ministry, words } from './ministry.js';
import type { Screen } from './screen.js';

const mn = words('mn');

async function moves(screen: Screen, to: string, more: () => Promise<void> = async () => {}): Promise<void> {
  const { page } = screen;
  await page.getByRole('link', { name: mn.caseFile.act.status }).click();
  await page.locator(`input[value=${to}]`).check();
  await more();
  await page.getByRole('button', { name: mn.statusForm.submit }).click();
  await page.locator('.act-panel').waitFor({ state: 'detached' });
  await screen.settles();
}

describe('the life of a case', () => {
  let ministry: Ministry;
  let bolormaa: Desk;
  beforeAll(async () => {
    ministry = await Ministry.opens();
    bolormaa = new Desk(await ministry.api.as(people.bolormaa));
  });
  afterAll(() => ministry.closes());

  it('Bolormaa assesses, works on, resolves, closes and reopens a labour case, and its timeline tells all of it', async () => {
    const file = await bolormaa.filed(aCaseFile().ofLabour().at('SEL'));
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await screen.goes(`/cases/${file.caseNo}`);
    await screen.isSound('case-registered-mn');

    await page.getByRole('link', { name: mn.caseFile.act.note }).click();
    await page.locator('#field-kind').selectOption('VISIT');
    await page.locator('#field-text').fill('Ажил олгогчтой уулзаж, цалингийн баримтыг авлаа.');
    await page.getByRole('button', { name: mn.entryForm.submit }).click();
    await page.getByText('цалингийн баримтыг').waitFor();

    await moves(screen, 'TRIAGED');
    await moves(screen, 'IN_PROGRESS');
    await moves(screen, 'RESOLVED', async () => {
      await screen.isSound('case-change-status-mn');
      await page.locator('#field-outcome').selectOption('PAID_FULL');
    });
    await page.getByRole('link', { name: mn.caseFile.act.close, exact: true }).click();
    await page.getByRole('button', { name: mn.closeForm.submit }).click();
    await page.locator('.page-head', { hasText: mn.status.CLOSED }).waitFor();

    await page.getByRole('link', { name: mn.caseFile.act.reopen }).click();
    await page.getByRole('button', { name: mn.reopenForm.submit }).click();
    await page.getByRole('link', { name: mn.reopenForm.missing.reason }).waitFor();
    await page.locator('#field-reason').fill('Хоёр дахь сарын цалин орж ирээгүй.');
    await page.getByRole('button', { name: mn.reopenForm.submit }).click();
    await page.locator('.page-head', { hasText: mn.status.REOPENED }).waitFor();

    const told = await page.locator('.entry h3').allInnerTexts();
    expect(told[0]).toBe(mn.entry.REOPENED);
    const outcomes = await page.locator('.entry-outcome').allInnerTexts();
    expect(outcomes[0]).toMatch(new RegExp(`^${mn.entryChanges.formerOutcome}: .`));
    expect(outcomes[1]).toMatch(new RegExp(`^${mn.field.outcome}: .`));
    expect(told).toContain(mn.entry.CLOSED);
    expect(told).toContain(mn.entry.VISIT);
    expect(told[told.length - 1]).toBe(mn.entry.FILED);
    await screen.isSound('case-reopened-mn');
  });

  it('an officer reads who closes a resolved detention; Ganbold, her head of mission, closes it', async () => {
    const filed = await bolormaa.filed(aCaseFile().ofDetention().at('SEL'));
    const file = await bolormaa.brings(filed, 'TRIAGED', 'IN_PROGRESS', 'RESOLVED');
    const officer = await ministry.sits(people.bolormaa, 'en');
    await officer.goes(`/cases/${file.caseNo}`);
    expect(await officer.says()).toContain(words('en').caseFile.needsSupervisor);
    const close = { name: words('en').caseFile.act.close, exact: true };
    expect(await officer.page.getByRole('link', close).count()).toBe(0);
    await officer.isSound('case-resolved-en');

    const head = await ministry.sits(people.ganbold, 'en');
    await head.goes(`/cases/${file.caseNo}`);
    await head.page.getByRole('link', close).click();
    await head.page.getByRole('button', { name: words('en').closeForm.submit }).click();
    await head.page.locator('.page-head', { hasText: words('en').status.CLOSED }).waitFor();
  });

  it('a correction needs its reason, changes only what was changed, and stands in the timeline', async () => {
    const file = await bolormaa.filed(aCaseFile().ofDetention().at('SEL').about({ given: 'Буруу' }));
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await screen.goes(`/cases/${file.caseNo}/amend`);
    await screen.isSound('amend-mn');
    await page.locator('#field-subject-given').fill('Зөв');
    await page.getByRole('button', { name: mn.amend.submit }).click();
    await page.getByRole('link', { name: mn.amend.missing.reason }).waitFor();
    await page.locator('#field-reason').fill('Паспортоос нэрийг нь тодруулав.');
    await page.getByRole('button', { name: mn.amend.submit }).click();
    await page.waitForURL(`**/cases/${file.caseNo}`);
    await page.locator('h1', { hasText: 'Зөв' }).waitFor();
    expect(await page.locator('.entry h3').first().innerText()).toBe(mn.entry.AMENDED);
    const change = page.locator('.entry').first().locator('.change');
    expect(await change.locator('dt').innerText()).toBe(mn.field.subject.given);
    expect([await change.locator('del').innerText(), await change.locator('ins').innerText()]).toEqual([
      'Буруу',
      'Зөв',
    ]);
    await screen.isSound('case-amended-mn');
    const now = await bolormaa.finds({ id: file.id });
    expect(now).toMatchObject({
      summary: file.summary,
      detention: file['detention'],
      subject: { given: 'Зөв' },
    });
  });

  it('what was not known is filled in without a reason, and the timeline says so', async () => {
    const file = await bolormaa.filed(aCaseFile().ofDetention({ facility: null }).at('SEL').in('KR'));
    const screen = await ministry.sits(people.bolormaa, 'en');
    const { page } = screen;
    const en = words('en');
    await screen.goes(`/cases/${file.caseNo}/amend`);
    expect(await page.locator('#field-reason').count()).toBe(0);
    await page.locator('#field-place').fill('Пусан');
    await page.getByRole('button', { name: en.amend.submit }).click();
    await page.waitForURL(`**/cases/${file.caseNo}`);
    await page.getByRole('heading', { name: en.entryChanges.filledIn }).waitFor();
    expect(await page.locator('.change').first().innerText()).toContain(en.entryChanges.notKnown);
  });

  it('a case of the wrong type, learned of at another time, is corrected: the new fields are asked for, the old ones kept', async () => {
    const filing = aCaseFile().ofCrimeVictim({ offence: '02' }).at('SEL').on('2026-03-01');
    const file = await bolormaa.filed(filing.learnedAt('2026-03-09T05:00:00Z'));
    const screen = await ministry.sits(people.bolormaa, 'en');
    const { page } = screen;
    const en = words('en');
    await screen.goes(`/cases/${file.caseNo}/amend`);
    await page.locator('#field-type').selectOption('DEATH');
    await page.locator('#field-death-icd10').selectOption('X85-Y09');
    const aware = page.getByRole('group', { name: en.field.awareAt });
    await aware.getByLabel(en.form.day).fill('8');
    await screen.isSound('amend-type-en');
    await page.locator('#field-reason').fill('Died in hospital.');
    await page.getByRole('button', { name: en.amend.submit }).click();
    await page.waitForURL(`**/cases/${file.caseNo}`);
    await page.locator('.page-head', { hasText: en.type.DEATH }).waitFor();
    expect(await page.locator('.changes').first().innerText()).toMatch(/CRIME|victim/i);
    await screen.isSound('case-other-type-en');
    expect(await bolormaa.finds({ id: file.id })).toMatchObject({
      type: 'DEATH',
      caseNo: file.caseNo,
      openedOn: '2026-03-08',
    });
  });

  it('when Ganbold was quicker, Bolormaa reads what he changed beside what she wrote, and sends it again', async () => {
    const file = await bolormaa.filed(aCaseFile().ofLabour().at('SEL'));
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await screen.goes(`/cases/${file.caseNo}/amend`);
    await page.locator('#field-summary').fill('Болормаагийн засвар');
    await page.locator('#field-reason').fill('Тодруулав');
    const ganbold = new Desk(await ministry.api.as(people.ganbold));
    await ganbold.amends(file, { place: 'Пусан' });
    await page.getByRole('button', { name: mn.amend.submit }).click();
    const notice = page.getByRole('region', { name: mn.stale.title });
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(/Ганболд[^]*Пусан/);
    expect(await page.locator('#field-summary').inputValue()).toBe('Болормаагийн засвар');
    expect(await page.locator('#field-place').inputValue()).toBe('Пусан');
    await screen.isSound('amend-stale-mn');
    await page.getByRole('button', { name: mn.amend.submit }).click();
    await page.waitForURL(`**/cases/${file.caseNo}`);
    const now = await bolormaa.finds({ id: file.id });
    expect(now).toMatchObject({ summary: 'Болормаагийн засвар', place: 'Пусан' });
  });
});
