import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people } from '#support/api';
import { type CaseSeen, Desk } from '../e2e/cases/desk.js';
import { Ministry, signIn, words } from './ministry.js';

const mn = words('mn');
const NARAN = 'naran@mfa.elchin.example';

describe('administration, the access log, and walking the worklist by keys', () => {
  let ministry: Ministry;
  let older: CaseSeen;
  let newer: CaseSeen;
  beforeAll(async () => {
    ministry = await Ministry.opens();
    const bolormaa = new Desk(await ministry.api.as(people.bolormaa));
    older = await bolormaa.filed(aCaseFile().ofLabour().at('SEL'));
    newer = await bolormaa.filed(aCaseFile().ofDetention().at('SEL'));
  });
  afterAll(() => ministry.closes());

  it('the administrator adds an analyst and hands a link over, behind which she chooses her password', async () => {
    const password = 'tsetseg-uul-salhi-41';
    const admin = await ministry.sits(people.admin, 'mn');
    const { page } = admin;
    await admin.isSound('staff-mn');
    await page.getByRole('link', { name: mn.staff.new }).click();
    await page.locator('#field-name').fill('Наран');
    await page.locator('#field-role').selectOption('ANALYST');
    await page.getByRole('button', { name: mn.staff.create }).click();
    await page.locator('.error-summary').waitFor();
    await admin.isSound('staff-new-mn');
    await page.locator('#field-email').fill(NARAN);
    await page.getByRole('button', { name: mn.staff.create }).click();
    await page.getByRole('button', { name: mn.invite.make }).click();
    const link = await page.locator('#invite-link').inputValue();
    await admin.isSound('staff-invite-mn');

    const naran = await ministry.screen('mn');
    const asked: string[] = [];
    naran.page.on('request', (request) => asked.push(request.url()));
    await naran.goes(link);
    expect(naran.page.url()).toBe(link.replace(/#.*/, ''));
    expect(await naran.says()).toContain(NARAN);
    await naran.page.locator('#field-password').fill(password);
    await naran.page.locator('#field-again').fill('something else 12');
    await naran.page.getByRole('button', { name: mn.invite.submit }).click();
    await naran.page.locator('.error-summary').waitFor();
    await naran.isSound('invite-mn');
    await naran.page.locator('#field-again').fill(password);
    await naran.page.getByRole('button', { name: mn.invite.submit }).click();
    await naran.page.locator('.site-nav').waitFor();
    expect(asked.filter((url) => url.includes(link.slice(-43)))).toEqual([]);

    const late = await ministry.screen('en');
    await late.goes(link);
    expect(await late.says()).toContain('This link does not open');
    await late.isSound('invite-over-en');
  });

  it('an officer waits for the head of the department, who sees what is asked and approves it', async () => {
    const email = 'sarnai@tokyo.elchin.example';
    const admin = await ministry.sits(people.admin, 'mn');
    await admin.page.getByRole('link', { name: mn.staff.new }).click();
    await admin.page.locator('#field-name').fill('Сарнай');
    await admin.page.locator('#field-role').selectOption('OFFICER');
    await admin.page.locator('#field-missionId').selectOption('TYO');
    await admin.page.locator('#field-email').fill(email);
    await admin.page.getByRole('button', { name: mn.staff.create }).click();
    await admin.page.getByText(mn.staff.waits).waitFor();
    await admin.isSound('staff-waiting-mn');
    await admin.goes('/rights');
    expect(await admin.says()).toContain(mn.rights.ownRequest);
    expect(await admin.page.getByRole('button', { name: mn.rights.approve }).count()).toBe(0);

    for (const language of ['en', 'mn'] as const) {
      const said = words(language);
      const head = await ministry.sits(people.jisheebayar, language);
      await head.goes('/inbox');
      await head.page.getByRole('link', { name: said.inbox.open }).first().click();
      await head.page.getByText(email).waitFor();
      await head.isSound(`rights-${language}`);
      if (language === 'en') continue;
      await head.page
        .getByRole('button', { name: said.rights.approveOf.replace('{name}', 'Сарнай') })
        .click();
      await head.page.getByText(said.rights.APPROVED, { exact: true }).waitFor();
      await head.isSound('rights-approved-mn');
    }

    await admin.goes('/staff');
    await admin.page.getByRole('link', { name: 'Сарнай' }).click();
    await admin.page.getByRole('button', { name: mn.invite.make }).click();
    await admin.page.locator('#invite-link').waitFor();
    await admin.page.reload();
    await admin.page.getByRole('button', { name: mn.invite.ask }).waitFor();
    await admin.isSound('staff-ask-link-mn');
  });

  it('deactivated, she no longer signs in', async () => {
    const { page } = await ministry.sits(people.admin, 'mn');
    await page.getByRole('link', { name: 'Наран' }).click();
    await page.locator('input[value=no]').check();
    await page.getByRole('button', { name: mn.staff.save }).click();
    await page.getByRole('link', { name: mn.staff.title, exact: true }).last().click();
    await page.locator('tr', { hasText: 'Наран' }).getByText(mn.staff.inactive).waitFor();
    const again = await ministry.screen('mn');
    await again.goes('/sign-in');
    await signIn(again.page, NARAN, 'tsetseg-uul-salhi-41');
    await again.page.locator('.error-summary').waitFor();
  });

  it('the auditor reads who opened a case, and no name of the person in it', async () => {
    const officer = await ministry.sits(people.bolormaa, 'mn');
    await officer.goes(`/cases/${newer.caseNo}`);
    const auditor = await ministry.sits(people.auditor, 'mn');
    const { page } = auditor;
    await page.getByRole('link', { name: newer.id }).first().click();
    await page.getByRole('button', { name: new RegExp(newer.id) }).waitFor();
    await auditor.settles();
    expect(await auditor.says()).toContain('Болормаа');
    expect(await auditor.says()).not.toContain(newer.subject.given);
    await auditor.isSound('access-log-mn');
  });

  it('the auditor finds by a case’s reference who opened it, and takes the list along as a file', async () => {
    const officer = await ministry.sits(people.bolormaa, 'mn');
    await officer.goes(`/cases/${newer.caseNo}`);
    for (const language of ['mn', 'en'] as const) {
      const auditor = await ministry.sits(people.auditor, language);
      const { page } = auditor;
      const { log } = words(language);
      await page.getByLabel(log.filter.case).fill(newer.caseNo.toLowerCase());
      await page.getByRole('button', { name: log.findCase }).click();
      await page.getByRole('button', { name: new RegExp(newer.caseNo) }).waitFor();
      await page.getByLabel(log.filter.operation).selectOption('cases.read');
      await page.getByRole('button', { name: new RegExp(log.act.casesRead) }).waitFor();
      await auditor.settles();
      expect(await page.locator('tbody th').first().innerText()).toBe('Болормаа');
      await auditor.isSound(`access-log-of-a-case-${language}`);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: log.export }).click();
      const file = readFileSync(await (await download).path(), 'utf8');
      expect(file.match(/Болормаа/g)).toHaveLength(await page.locator('tbody tr').count());
      expect(file).toContain(log.act.casesRead);
    }
  });

  it('and is told plainly of a reference that was never given', async () => {
    const auditor = await ministry.sits(people.auditor, 'mn');
    await auditor.goes('/access-log?case=SEL-2026-99999');
    await auditor.page.getByRole('alert').waitFor();
    expect(await auditor.says()).toContain('Ийм дугаартай хэрэг хэзээ ч бүртгэгдээгүй.');
    expect(await auditor.page.locator('tbody').count()).toBe(0);
    await auditor.isSound('access-log-no-such-case-mn');
  });

  it('j and k walk the rows, o opens, and the keys can be switched off', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await page.getByRole('link', { name: newer.caseNo }).waitFor();
    await page.keyboard.press('j');
    expect(await focused()).toBe(newer.caseNo);
    await page.keyboard.press('j');
    expect(await focused()).toBe(older.caseNo);
    await page.keyboard.press('k');
    expect(await focused()).toBe(newer.caseNo);
    await page.keyboard.press('o');
    await page.waitForURL(`**/cases/${newer.caseNo}`);
    await screen.goes('/cases');
    await page.getByRole('button', { name: mn.keys.switchOff }).click();
    await page.keyboard.press('c');
    expect(new URL(page.url()).pathname).toBe('/cases');
    await page.getByRole('button', { name: mn.keys.switchOn }).click();
    await page.keyboard.press('c');
    await page.waitForURL('**/cases/new');
  });

  it('filters stand in the address and as tags; the text searched for is kept out of what servers see', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await page.getByLabel(mn.case.type).selectOption('LABOUR');
    await page.getByRole('link', { name: newer.caseNo }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?type=LABOUR');
    await page.getByRole('button', { name: new RegExp(mn.type.LABOUR) }).click();
    await page.getByRole('link', { name: newer.caseNo }).waitFor();
    await page.getByLabel(mn.worklist.search).fill(older.caseNo);
    await page.getByRole('link', { name: newer.caseNo }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    expect(decodeURIComponent(new URL(page.url()).hash)).toContain(older.caseNo);
  });
});
