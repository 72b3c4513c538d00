import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  attack,
  ledgerWith,
  NothingSafe,
  parseProblem,
  parsePublished,
  protect,
  Register,
  type AttackResult,
  type GeneratedRelease,
  type Pattern,
  type Published,
} from './index.js';

interface Released {
  json: GeneratedRelease;
  pattern: Pattern;
  attacked: AttackResult;
  /** Everything published before. */
  ledger: Published | undefined;
}

/** Four seconds a release, enough for a busy machine too; twice as long, once, with causes grouped as before where the new grouping was not safe. */
async function patternOf(
  register: Register,
  ledger?: Published,
): Promise<Pick<Released, 'json' | 'pattern'>> {
  const now = register.next();
  for (const [json, seconds] of [
    [now, 4],
    [register, 8],
  ] as const) {
    const release = json === now ? now : register.groupedAsBefore();
    try {
      const options = { timeLimitSeconds: seconds, ...(ledger ? { ledger } : {}) };
      return { json: release, pattern: await protect(parseProblem(release), options) };
    } catch (error) {
      if (!(error instanceof NothingSafe)) throw error;
    }
  }
  throw new Error(`nothing safe for release ${now.tables![0]!.release}`);
}

describe('twenty successive releases: a year more each time, former years put right, causes regrouped', () => {
  const released: Released[] = [];
  let ledger: Published | undefined;

  beforeAll(async () => {
    const register = new Register({ seed: 1, cases: 120, countries: 3, causes: 4, corrections: 6 });
    while (released.length < 20) {
      const { json, pattern } = await patternOf(register, ledger);
      const attacked = await attack(parsePublished(pattern), ledger ? { ledger } : {});
      released.push({ json, pattern, attacked, ledger });
      ledger = parsePublished(JSON.parse(JSON.stringify(ledgerWith(pattern, ledger))));
      register.released(pattern.proof.waiting ?? []);
    }
  }, 500_000);

  it('give nobody away, each together with all that was published before it', () => {
    for (const { attacked } of released) expect(attacked).toMatchObject({ findings: [], undetermined: [] });
  });

  it('give nobody away as one ledger, read from its file', async () => {
    expect(await attack(ledger!)).toMatchObject({ findings: [], undetermined: [] });
  });

  it('show some corrections and let others wait, of which none is a few people alone', () => {
    const waiting = released.flatMap(({ pattern }) => pattern.proof.waiting ?? []);
    const announced = released.flatMap(({ pattern }) => pattern.corrections ?? []);
    expect(waiting.length).toBeGreaterThan(20);
    expect(announced.length).toBeGreaterThan(20);
    expect(announced.every(({ change }) => Math.abs(change) >= 5)).toBe(true);
    expect(announced.some(({ change }) => change < 0)).toBe(true);
  });

  it('had the causes in several groupings', () => {
    const groupings = new Set(released.map(({ json }) => JSON.stringify(json.dimensions[1]!.parents)));
    expect(groupings.size).toBeGreaterThan(2);
  });

  it('fall when one hidden count of a release that had to be hidden is shown', async () => {
    const one = released.find(({ ledger: before, pattern }) => before && pattern.proof.primary > 0)!;
    const { key } = one.pattern.proof.hiddenCells.find(({ role }) => role === 'primary')!;
    const opened = parsePublished(one.pattern);
    const shown = key.join('\u001f');
    for (const { cells } of opened.tables) if (cells.has(shown)) cells.set(shown, countIn(one, key));
    const { findings } = await attack(opened, { ledger: one.ledger! });
    expect(findings).not.toEqual([]);
  });
});

/** The count that a release has of a cell: without the corrections that wait. */
function countIn({ json, pattern }: Released, key: string[]): number {
  const { dimensions, trueCells } = parseProblem(json);
  let sum = 0;
  const waiting = (pattern.proof.waiting ?? []).map((one) => [one.key.join('\u001f'), -one.change] as const);
  for (const [id, count] of [...trueCells, ...waiting]) {
    const leaves = id.split('\u001f');
    if (dimensions.every(({ leavesOf }, d) => leavesOf.get(key[d]!)?.includes(leaves[d]!))) sum += count;
  }
  return sum;
}
