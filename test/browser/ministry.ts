import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureStaff, hashPassword, type OwnerQuery } from '#access';
import { people, type PersonOfTest, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { Screen } from './screen.js';
import { words } from './words.js';

/** The demo's password; here too everybody has it. */
export const PASSWORD = 'elchin-demo-2026';
const SCREENSHOTS = 'test/browser/screenshots';

/** Where Chromium is, unless CHROMIUM says otherwise. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A register with its staff, and a browser for whoever sits down at it. */
export class Ministry {
  private readonly screens: Screen[] = [];

  private constructor(
    readonly world: World,
    readonly api: RunningApi,
    private readonly browser: Browser,
  ) {}

  static async opens(): Promise<Ministry> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const world = await aWorld();
    const passwordHash = await hashPassword(PASSWORD);
    for (const person of Object.values(people))
      await ensureStaff(ownerOf(world), { ...person, passwordHash });
    const [api, browser] = await Promise.all([
      startApi(world),
      chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] }),
    ]);
    return new Ministry(world, api, browser);
  }

  /** A browser of its own, as fresh as a new machine, in which a language was chosen before (or none). */
  async screen(language?: 'mn' | 'en', width = 1280): Promise<Screen> {
    const context = await this.browser.newContext({
      baseURL: this.api.url,
      viewport: { width, height: 900 },
      acceptDownloads: true,
      // A machine bought in Germany: nothing may depend on the browser's own language.
      locale: 'de-DE',
    });
    if (language) {
      const remember = `localStorage.getItem('elchin.language') ?? localStorage.setItem('elchin.language', '${language}')`;
      await context.addInitScript(remember);
    }
    const screen = new Screen(await context.newPage(), SCREENSHOTS);
    this.screens.push(screen);
    return screen;
  }

  /** This person, signed in, at the first page of their work. */
  async sits(person: PersonOfTest, language: 'mn' | 'en' = 'mn', width?: number): Promise<Screen> {
    const screen = await this.screen(language, width);
    await this.signsIn(screen, person, language);
    return screen;
  }

  /** At a browser that stands there already. */
  async signsIn(screen: Screen, person: PersonOfTest, language: 'mn' | 'en'): Promise<void> {
    await screen.page.goto('/sign-in');
    await signIn(screen.page, person.email, PASSWORD);
    await screen.page.locator('.welcome').waitFor();
    await screen.page.getByRole('button', { name: words(language).signIn.onward }).click();
    await screen.page.locator('.site-nav').waitFor();
    await screen.page.waitForURL((url) => url.pathname !== '/sign-in');
    await screen.settles();
  }

  async closes(): Promise<void> {
    for (const screen of this.screens) await screen.page.context().close();
    await this.browser.close();
    await this.api.close();
    await this.world.end();
  }
}

/** The owner of the tables, as those who seed speak to it: statements in, rows out. */
function ownerOf(world: World): OwnerQuery {
  return { query: async (text, values) => (await world.owner.query<object>(text, values)).rows };
}

/** Fills the sign-in in and sends it, on a computer of one's own. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.locator('#field-email').fill(email);
  await page.locator('#field-password').fill(password);
  const shared = page.getByRole('checkbox');
  if (await shared.count()) await shared.uncheck();
  await page.locator('form button[type=submit]').click();
}

export { words };
