import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people } from '#support/api';
import { Ministry, PASSWORD, signIn, words } from './ministry.js';

describe('signing in', () => {
  let ministry: Ministry;
  beforeAll(async () => {
    ministry = await Ministry.opens();
  });
  afterAll(() => ministry.closes());

  it.each(['mn', 'en'] as const)(
    'Bolormaa learns for which post she acts and when she was here before (%s)',
    async (language) => {
      const screen = await ministry.screen(language);
      await screen.goes('/sign-in');
      await screen.isSound(`sign-in-${language}`);
      await signIn(screen.page, people.bolormaa.email, PASSWORD);
      await screen.page.locator('.welcome').waitFor();
      expect(await screen.heading()).toContain('Болормаа');
      expect(await screen.says()).toContain(words(language).role.OFFICER);
      expect(await screen.says()).toContain(
        language === 'mn' ? 'Сөүл дэх ЭСЯ' : words('en').signIn.actingFor,
      );
      await screen.isSound(`sign-in-welcome-${language}`);
      await screen.page.getByRole('button', { name: words(language).signIn.onward }).click();
      await screen.page.waitForURL('**/cases');
      await screen.page.getByRole('heading', { name: words(language).worklist.title, exact: true }).waitFor();
    },
  );

  it('a wrong password is refused in words, at the top, with the focus there, and the e-mail address stays', async () => {
    const screen = await ministry.screen('mn');
    await screen.goes('/sign-in');
    await signIn(screen.page, people.bolormaa.email, 'not-the-password');
    const summary = screen.page.locator('.error-summary');
    await summary.waitFor();
    expect(await screen.page.evaluate('document.activeElement.className')).toBe('error-summary');
    expect(await summary.innerText()).toMatch(/нууц үг/i);
    expect(await screen.page.locator('#field-email').inputValue()).toBe(people.bolormaa.email);
    expect(await screen.page.title()).toMatch(/^Алдаа: /);
    await screen.isSound('sign-in-refused-mn');
  });

  it('an empty form names both fields, and each line leads to its field', async () => {
    const screen = await ministry.screen('en');
    await screen.goes('/sign-in');
    await screen.page.locator('form button[type=submit]').click();
    await screen.page.getByRole('link', { name: words('en').signIn.missing.password }).click();
    expect(await screen.page.evaluate('document.activeElement.id')).toBe('field-password');
  });

  it('a password may be pasted', async () => {
    const screen = await ministry.screen('en');
    await screen.goes('/sign-in');
    await screen.page.locator('#field-email').fill(people.tuul.email);
    await screen.page.locator('#field-password').focus();
    await screen.page.keyboard.insertText(PASSWORD);
    await screen.page.keyboard.press('Enter');
    await screen.page.locator('.welcome').waitFor();
  });

  it('who opens a page without a session comes back to it after signing in', async () => {
    const screen = await ministry.screen('mn');
    await screen.page.goto('/statistics?row=SEX');
    await screen.page.waitForURL('**/sign-in?next=*');
    await signIn(screen.page, people.enkhjargal.email, PASSWORD);
    await screen.page.locator('.welcome').waitFor();
    await screen.page.getByRole('button', { name: words('mn').signIn.onward }).click();
    await screen.page.waitForURL('**/statistics?row=SEX');
  });

  it('signing out without anything half-written asks nothing and leaves no way back', async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    await screen.page.getByRole('button', { name: words('mn').nav.signOut }).click();
    await screen.page.waitForURL('**/sign-in*');
    await screen.page.goto('/cases');
    await screen.page.waitForURL('**/sign-in*');
  });
});
