import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aCaseFile } from '#cases/testing';
import { people, type PersonOfTest } from '#support/api';
import { type CaseSeen, Desk } from '../e2e/cases/desk.js';
import { Ministry, PASSWORD, signIn, words } from './ministry.js';
import type { Screen } from './screen.js';

const mn = words('mn');
const NOTE = 'Ажил олгогч цалингийн баримт гаргаж өгөөгүй тул';

describe('nothing typed is lost', () => {
  let ministry: Ministry;
  let bolormaa: Desk;
  let file: CaseSeen;
  beforeAll(async () => {
    ministry = await Ministry.opens();
    bolormaa = new Desk(await ministry.api.as(people.bolormaa));
    file = await bolormaa.filed(aCaseFile().ofLabour().at('SEL'));
  });
  afterAll(() => ministry.closes());

  /** Bolormaa with a half-written note on the case. */
  async function notes(screen: Screen, text: string): Promise<void> {
    await screen.goes(`/cases/${file.caseNo}?act=note`);
    await screen.page.locator('#field-text').fill(text);
    await screen.page.getByText(mn.save.saved).waitFor();
  }

  const told = async (text: string): Promise<number> => {
    const { edges } = await bolormaa.timeline(file.id);
    return edges.filter(({ node }) => node.text === text).length;
  };

  /** The session ends as it does after a quarter of an hour, for everybody with this name. */
  const sessionEnds = (person: PersonOfTest) =>
    ministry.world.owner.query(
      `update access.session set last_seen_at = now() - interval '16 minutes'
        where kind = 'BROWSER' and staff_id = (select id from access.staff where email = $1)`,
      [person.email],
    );

  /** Everything that lies on the device, as whoever looks into the browser's folders sees it. */
  const lies = (page: Page) =>
    page.evaluate<string>(`(async () => {
      const ask = (it) => new Promise((done) => { it.onsuccess = () => done(it.result); });
      const db = await ask(indexedDB.open('elchin'));
      const rows = await ask(db.transaction('drafts').objectStore('drafts').getAll());
      db.close();
      const text = (bytes) => new TextDecoder().decode(bytes);
      return JSON.stringify([rows.map((row) => [row.name, row.owner, text(row.bytes)]), { ...localStorage }, { ...sessionStorage }]);
    })()`);

  /** The drafts among it. */
  const kept = (device: string): unknown => (JSON.parse(device) as unknown[])[0];

  it('a half-written note outlives a reload, and lies on the device so that nobody can read it there', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await notes(screen, NOTE);
    await screen.isSound('draft-note-mn');
    await page.reload();
    await page.getByText(mn.draft.restored).waitFor();
    expect(await page.locator('#field-text').inputValue()).toBe(NOTE);
    const device = await lies(page);
    expect(kept(device)).toHaveLength(1);
    for (const word of ['Ажил', file.caseNo, file.id, 'note']) expect(device).not.toContain(word);
    await page.getByRole('button', { name: mn.entryForm.submit }).click();
    await page.getByRole('status').getByText(mn.done.note).waitFor();
    await page.waitForFunction(`document.activeElement.textContent === '${mn.caseFile.act.note}'`);
    await screen.isSound('note-done-mn');
    expect(await told(NOTE)).toBe(1);
    expect(kept(await lies(page))).toEqual([]);
  });

  it('the session ends under her hands: she signs in over the form, and the note goes on by itself', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await notes(screen, 'Сесс дууссаны дараа');
    await sessionEnds(people.bolormaa);
    await page.getByRole('button', { name: mn.entryForm.submit }).click();
    const dialog = page.getByRole('dialog', { name: mn.signInAgain.title });
    await dialog.waitFor();
    await screen.isSound('session-ended-mn');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true);
    await dialog.locator('input[type=password]').fill('not-the-password');
    await page.keyboard.press('Enter');
    await dialog.locator('.error-summary').waitFor();
    await dialog.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(mn.done.note).waitFor();
    expect(await dialog.count()).toBe(0);
    expect(await told('Сесс дууссаны дараа')).toBe(1);
  });

  it('Tuul sits down at that machine instead: she sees nothing of it; Bolormaa comes back to her words', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await screen.goes('/cases/new');
    await page.locator('#field-summary').fill('Зөвхөн Болормаагийнх');
    await page.getByText(mn.save.saved).waitFor();
    await sessionEnds(people.bolormaa);
    await page.getByRole('link', { name: mn.nav.statistics }).click();
    await page.getByRole('button', { name: mn.signInAgain.other }).click();
    await page.waitForURL('**/sign-in');
    await signIn(page, people.tuul.email, PASSWORD);
    await page.locator('.welcome').waitFor();
    expect(await screen.says()).not.toContain(mn.draft.file);
    await screen.goes('/cases/new');
    expect(await page.locator('#field-summary').inputValue()).toBe('');
    expect(await page.getByText(mn.draft.restored).count()).toBe(0);
    await page.getByRole('button', { name: mn.nav.signOut }).click();
    await page.waitForURL('**/sign-in');
    await signIn(page, people.bolormaa.email, PASSWORD);
    await page.getByRole('link', { name: mn.draft.file }).waitFor();
    await screen.isSound('welcome-draft-mn');
    await page.getByRole('link', { name: mn.draft.file }).click();
    await page.getByText(mn.draft.restored).waitFor();
    expect(await page.locator('#field-summary').inputValue()).toBe('Зөвхөн Болормаагийнх');
  });

  it('signing out asks what is to become of drafts; another tab then shows the sign-in page and brings none back', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await notes(screen, 'Устгах тэмдэглэл');
    const other = await page.context().newPage();
    await other.goto('/cases/new');
    await other.locator('#field-summary').fill('Нөгөө цонхонд');
    await other.getByText(mn.save.saved).waitFor();
    await page.getByRole('button', { name: mn.nav.signOut }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain(file.caseNo);
    expect(await dialog.locator('li').count()).toBe(2);
    await screen.isSound('sign-out-drafts-mn');
    await page.keyboard.press('Escape');
    expect(await page.locator('#field-text').inputValue()).toBe('Устгах тэмдэглэл');
    await page.getByRole('button', { name: mn.nav.signOut }).click();
    await page.getByRole('button', { name: mn.signOut.delete }).click();
    await page.waitForURL('**/sign-in');
    await other.waitForURL('**/sign-in');
    expect(kept(await lies(page))).toEqual([]);
    await page.goto('/cases');
    await page.waitForURL('**/sign-in*');
  });

  it('the line is lost: it says so, and sends by itself when she wishes it and the line is back', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await notes(screen, 'Шугам тасарсан');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: mn.entryForm.submit }).click();
    await page.getByText(mn.save.notSent).waitFor();
    await page.getByLabel(mn.save.byItself).check();
    await screen.isSound('note-not-sent-mn');
    expect(await page.locator('#field-text').inputValue()).toBe('Шугам тасарсан');
    await page.context().setOffline(false);
    await page.getByRole('status').getByText(mn.done.note).waitFor();
    expect(await told('Шугам тасарсан')).toBe(1);
  });

  /** The server does what it is asked next, and its answer is lost on the way back. */
  async function losesAnswer(page: Page): Promise<void> {
    let lost = false;
    await page.route('**/graphql', async (route) => {
      if (lost) return route.continue();
      const answer = await route.fetch();
      const unknown = (await answer.text()).includes('PERSISTED_QUERY_NOT_FOUND');
      lost = !unknown;
      return unknown ? route.fulfill({ response: answer }) : route.abort();
    });
  }

  it('an answer is lost: sending the status again is seen to have been done, not to be somebody’s else', async () => {
    const labour = await bolormaa.filed(aCaseFile().ofLabour().at('SEL'));
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await screen.goes(`/cases/${labour.caseNo}?act=status`);
    await page.locator('input[value=TRIAGED]').check();
    await losesAnswer(page);
    await page.getByRole('button', { name: mn.statusForm.submit }).click();
    await page.getByText(mn.save.notSent).waitFor();
    await page.getByRole('button', { name: mn.save.again }).click();
    await page.getByRole('status').getByText(mn.done.status).waitFor();
    expect(await bolormaa.finds({ id: labour.id })).toMatchObject({
      status: 'TRIAGED',
      version: labour.version + 1,
    });
  });

  it('what she did herself in another tab is told as hers, and a closed way does not take her words away', async () => {
    const labour = await bolormaa.filed(aCaseFile().ofLabour().at('SEL'));
    const screen = await ministry.sits(people.bolormaa, 'en');
    const { page } = screen;
    const en = words('en');
    await screen.goes(`/cases/${labour.caseNo}?act=status`);
    await page.locator('input[value=REJECTED]').check();
    await page.locator('#field-reason').fill('Not ours to help with.');
    await bolormaa.moves(labour, 'REJECTED', { reason: 'In the other tab.' });
    await page.getByRole('button', { name: en.statusForm.submit }).click();
    const notice = page.getByRole('region', { name: en.stale.titleYou });
    await notice.waitFor();
    expect(await notice.innerText()).toContain('In the other tab.');
    expect(await page.locator('#field-reason').inputValue()).toBe('Not ours to help with.');
    await screen.isSound('status-stale-en');
  });

  it('a double click sends one request', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await notes(screen, 'Хоёр товшилт');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('AddEntry')) sent.push(request.url());
    });
    // The document is known to the server by now: one request is one line.
    await page.getByRole('button', { name: mn.entryForm.submit }).dblclick();
    await page.getByRole('status').getByText(mn.done.note).waitFor();
    expect(sent).toHaveLength(1);
  });

  it('Back on "Check your answers" goes to the form, with everything in it', async () => {
    const screen = await ministry.sits(people.ganbold, 'mn');
    const { page } = screen;
    await screen.goes('/cases/new');
    await page.locator('input[value=WELFARE]').check();
    await page.locator('#field-cause').selectOption('DOCUMENTS');
    await page.locator('#field-source').selectOption('SELF');
    await page.locator('#field-summary').fill('Паспортоо гээсэн.');
    await page.getByRole('button', { name: mn.fileCase.check }).click();
    await page.getByRole('heading', { name: mn.fileCase.checkTitle }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: mn.fileCase.title, exact: true }).waitFor();
    expect(await page.locator('#field-summary').inputValue()).toBe('Паспортоо гээсэн.');
    await page.goForward();
    await page.getByRole('heading', { name: mn.fileCase.checkTitle }).waitFor();
    await page.reload();
    await page.getByText('Паспортоо гээсэн.').waitFor();
  });
});
