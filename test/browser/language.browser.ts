import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { people } from '#support/api';
import { Desk } from '../e2e/cases/desk.js';
import { Ministry, words } from './ministry.js';

describe('the language of the interface', () => {
  let ministry: Ministry;
  beforeAll(async () => {
    ministry = await Ministry.opens();
    const bolormaa = new Desk(await ministry.api.as(people.bolormaa));
    await bolormaa.filed(aCaseFile().ofLabour().at('SEL'));
  });
  afterAll(() => ministry.closes());

  it('a new machine speaks Mongolian, whatever the browser speaks', async () => {
    const screen = await ministry.screen();
    await screen.goes('/sign-in');
    expect(await screen.heading()).toBe('Нэвтрэх');
    expect(await screen.page.locator('html').getAttribute('lang')).toBe('mn');
  });

  it("Bolormaa switches to English: interface, dates and the server's words follow, and it is remembered", async () => {
    const screen = await ministry.sits(people.bolormaa, 'mn');
    const { page } = screen;
    expect(await screen.says()).toContain('Цалин хөлс олгоогүй');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: words('en').worklist.title, exact: true }).waitFor();
    await page.getByText('Unpaid wages').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('Cases · Elchin');
    expect(await screen.says()).toMatch(/0 days?/);
    await screen.isSound('worklist-en');
    await page.reload();
    await screen.settles();
    expect(await screen.heading()).toBe(words('en').worklist.title);
    await page.getByRole('button', { name: 'Монгол' }).click();
    await page.getByRole('heading', { name: words('mn').worklist.title, exact: true }).waitFor();
    await page.getByText('Цалин хөлс олгоогүй').first().waitFor();
    await screen.isSound('worklist-mn');
  });

  it('the choice goes with the person to a machine where nothing was chosen', async () => {
    const office = await ministry.sits(people.ganbold, 'mn');
    await office.page.getByRole('button', { name: 'English' }).click();
    await office.page.getByRole('heading', { name: words('en').worklist.title, exact: true }).waitFor();
    await office.settles();
    const elsewhere = await ministry.screen();
    await elsewhere.goes('/sign-in');
    await elsewhere.page.locator('#field-email').fill(people.ganbold.email);
    await elsewhere.page.locator('#field-password').fill('elchin-demo-2026');
    await elsewhere.page.keyboard.press('Enter');
    await elsewhere.page.getByRole('button', { name: words('en').signIn.onward }).waitFor();
  });
});
