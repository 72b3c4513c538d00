import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people } from '#support/api';
import { Clerk } from '../e2e/import/clerk.js';
import { Ministry, words } from './ministry.js';

const file = 'date_of_death,place,country_alpha3,cause_of_death\n2011/03/08,Seoul,KOR,Homicide\n';

describe('the inbox', () => {
  let ministry: Ministry;
  beforeAll(async () => {
    ministry = await Ministry.opens();
    const enkhjargal = new Clerk(ministry.api, await ministry.api.as(people.enkhjargal));
    const { id } = await enkhjargal.checked(file);
    await enkhjargal.run(id);
    await enkhjargal.ended(id);
    const broken = await enkhjargal.checked('no columns\n1\n');
    expect(broken.status).toBe('FAILED');
  });
  afterAll(() => ministry.closes());

  it.each(['mn', 'en'] as const)(
    'tells Enkhjargal that her imports have ended, beside the bell and on its page (%s)',
    async (language) => {
      const { inbox } = words(language);
      const screen = await ministry.sits(people.enkhjargal, language);
      const bell = screen.page.locator('a.bell');
      await bell.getByText('2').waitFor();
      expect(await bell.getAttribute('aria-label')).toMatch(/: .*2/);
      await bell.click();
      await screen.page.locator('.inbox-item').nth(1).waitFor();
      expect(await screen.heading()).toBe(inbox.title);
      await screen.isSound(`inbox-${language}`);
    },
  );

  it('leads to the import, which counts as read; the rest is marked at once, and stays so', async () => {
    const mn = words('mn');
    const { page, ...screen } = await ministry.sits(people.enkhjargal, 'mn').then((s) => ({
      page: s.page,
      goes: (path: string) => s.goes(path),
    }));
    await screen.goes('/inbox');
    await page.locator('.inbox-item').nth(1).getByRole('link', { name: mn.inbox.open }).click();
    await page.waitForURL(/\/imports\//);
    await page.locator('a.bell').getByText('1').waitFor();
    await page.locator('a.bell').click();
    await page.getByRole('button', { name: mn.inbox.markAllRead }).click();
    await page.locator('.inbox-unread').first().waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.inbox-item').nth(1).waitFor();
    expect(await page.locator('.inbox-unread').count()).toBe(0);
    expect(await page.locator('a.bell span').count()).toBe(0);
  });

  it('of Tuul is empty, and says so', async () => {
    const screen = await ministry.sits(people.tuul, 'mn');
    await screen.page.locator('a.bell').click();
    await screen.page.getByText(words('mn').inbox.empty).waitFor();
    await screen.isSound('inbox-empty-mn');
  });
});
