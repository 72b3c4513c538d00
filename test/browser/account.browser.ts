import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { people } from '#support/api';
import { Ministry, PASSWORD, signIn, words } from './ministry.js';

const NEXT = 'шинэ өвөл гурван нохой';
const en = words('en');
const mn = words('mn');

describe('my account', () => {
  let ministry: Ministry;
  beforeAll(async () => {
    ministry = await Ministry.opens();
  });
  afterAll(() => ministry.closes());

  it('is reached by one’s name; Bolormaa changes her password there and is out everywhere else', async () => {
    const elsewhere = await ministry.sits(people.bolormaa, 'mn');
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    await page.locator('.who a').click();
    await page.locator('.session-item').nth(1).waitFor();
    await screen.isSound('account-mn');
    await page.locator('#field-current').fill(PASSWORD);
    await page.locator('#field-next').fill('chelsea-chelsea');
    await page.getByRole('button', { name: mn.account.changePassword }).click();
    await page.locator('.error-summary').waitFor();
    await screen.isSound('account-refused-mn');
    await page.locator('#field-next').fill(NEXT);
    await page.getByRole('button', { name: mn.account.changePassword }).click();
    await page.getByText(mn.account.passwordChanged).waitFor();
    await elsewhere.page.reload();
    await elsewhere.page.locator('#field-email').waitFor();
    await signIn(elsewhere.page, people.bolormaa.email, NEXT);
    await elsewhere.page.locator('.welcome').waitFor();
  });

  it('shows Tuul where she is signed in, and ends it there', async () => {
    const elsewhere = await ministry.sits(people.tuul, 'en');
    const screen = await ministry.sits(people.tuul, 'en', 320);
    await screen.goes('/account');
    await screen.page.locator('.session-item').nth(1).waitFor();
    await screen.isSound('account-narrow-en');
    await screen.page.getByRole('button', { name: en.account.end, exact: true }).click();
    await screen.page.locator('.session-item').nth(1).waitFor({ state: 'detached' });
    await elsewhere.page.reload();
    await elsewhere.page.locator('#field-email').waitFor();
  });

  it('is where the auditor sets up one-time codes; signing in asks for one', async () => {
    const screen = await ministry.sits(people.auditor, 'en');
    const { page } = screen;
    await screen.goes('/account');
    await page.getByRole('button', { name: en.factor.begin }).click();
    const secret = (await page.locator('.factor-secret').innerText()).replaceAll(' ', '');
    await screen.isSound('factor-en');
    const codeNow = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
    await page.locator('#field-code').fill(codeNow(0));
    await page.getByRole('button', { name: en.factor.confirm }).click();
    await page.locator('.factor-codes li').nth(9).waitFor();
    await screen.isSound('factor-codes-en');
    const next = await ministry.screen('mn');
    await next.page.goto('/sign-in');
    await signIn(next.page, people.auditor.email, PASSWORD);
    await next.page.locator('#field-code').waitFor();
    await next.isSound('sign-in-code-mn');
    await next.page.locator('#field-code').fill(codeNow(1));
    await next.page.keyboard.press('Enter');
    await next.page.locator('.welcome').waitFor();
  });

  it('on a computer that others use too leaves nothing behind: no device, no draft, nothing stored', async () => {
    const screen = await ministry.screen('mn');
    const { page } = screen;
    await page.goto('/sign-in');
    await page.locator('#field-email').fill(people.ganbold.email);
    await page.locator('#field-password').fill(PASSWORD);
    expect(await page.getByRole('checkbox').isChecked()).toBe(true);
    await screen.isSound('sign-in-shared-mn');
    await page.keyboard.press('Enter');
    await page.locator('.welcome').waitFor();
    await screen.goes('/cases/new');
    await page.locator('#field-summary, textarea').first().fill('Цагдаа барьсан гэж ах нь утасдав');
    await page.getByText(mn.save.saved).waitFor();
    await page.getByRole('button', { name: mn.nav.signOut }).click();
    await page.getByRole('button', { name: mn.signOut.delete }).waitFor();
    expect(await page.getByRole('button', { name: mn.signOut.keep }).count()).toBe(0);
    await screen.isSound('sign-out-shared-mn');
    await page.getByRole('button', { name: mn.signOut.delete }).click();
    await page.locator('#field-email').waitFor();
    const left = await page.evaluate<string>(`(async () => {
      const ask = (it) => new Promise((done) => { it.onsuccess = () => done(it.result); });
      const db = await ask(indexedDB.open('elchin'));
      const rows = await ask(db.transaction('drafts').objectStore('drafts').getAll());
      db.close();
      return JSON.stringify([rows.length, Object.keys(localStorage), JSON.stringify({ ...sessionStorage }).includes('cases')]);
    })()`);
    expect(JSON.parse(left)).toEqual([0, ['elchin.language'], false]);
    const cookies = await page.context().cookies();
    expect(cookies.map(({ name }) => name)).toEqual([]);
  });
});
