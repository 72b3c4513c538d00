import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
/** Pixels of height; Chromium draws no texture longer than 16,384. */
const LONGEST_PICTURE = 16_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** What a person has before them: a page, what it complained of, and how it looks. */
export class Screen {
  /** Errors of scripts and of the Content-Security-Policy. */
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    private readonly folder: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.complaints.push(message.text());
    });
  }

  async goes(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settles();
  }

  /** Until the heading is there and nothing is awaited any more. */
  async settles(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await this.page.waitForLoadState('networkidle');
    await this.page.locator('.waiting').waitFor({ state: 'hidden' });
  }

  async heading(): Promise<string> {
    return (await this.page.locator('h1').first().innerText()).trim();
  }

  /** The text of the page's main part, spaces drawn together. */
  async says(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ');
  }

  /** The whole page, or what is seen of one that is longer than a browser can draw at once. */
  private async pictures(name: string): Promise<void> {
    const height = await this.page.evaluate<number>('document.documentElement.scrollHeight');
    await this.page.screenshot({ path: `${this.folder}/${name}.png`, fullPage: height < LONGEST_PICTURE });
  }

  /**
   * Looks at the page as it is: keeps a picture of it, at its width and at 320 px, and expects no violation of WCAG 2.2 AA,
   * no sideways scrolling of the page, and no complaint of the browser.
   */
  async isSound(name: string): Promise<void> {
    await this.settles();
    const wide = this.page.viewportSize() ?? { width: 1280, height: 900 };
    for (const width of [wide.width, 320]) {
      await this.page.setViewportSize({ width, height: wide.height });
      await this.pictures(`${name}-${width}`);
      expect({ name, width, violations: await this.violations() }).toEqual({ name, width, violations: [] });
      const over = await this.page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect({ name, width, over }).toEqual({ name, width, over: 0 });
    }
    await this.page.setViewportSize(wide);
    expect(this.complaints).toEqual([]);
  }

  private async violations(): Promise<string[]> {
    // Evaluated by the debugger, which the page's policy does not bind.
    await this.page.evaluate(axe);
    const options = JSON.stringify({ runOnly: RULES });
    const found = await this.page.evaluate<Violation[]>(
      `axe.run(document, ${options}).then((r) => r.violations)`,
    );
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }
}
