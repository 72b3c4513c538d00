import { describe, expect, it } from '@jest/globals';
import { attack } from '../attack/index.js';
import { parseProblem, parsePublished, type Problem } from '../model/index.js';
import { ledgerWith, protect } from './index.js';

const flat = (name: string, total: string, ...codes: string[]): object => ({
  name,
  codes: [total, ...codes],
  parents: Object.fromEntries(codes.map((code) => [code, total])),
});

/** Deaths to date in three countries, by a cause that nobody's family may see given away. */
function deaths(release: number, counts: Record<string, [illness: number, accident: number]>): Problem {
  return parseProblem({
    threshold: 5,
    releaseMode: 'cumulative',
    dimensions: [
      flat('country', 'World', ...Object.keys(counts)),
      { ...flat('cause', 'Any', 'illness', 'accident'), sensitive: true },
    ],
    trueCells: Object.entries(counts).flatMap(([country, [illness, accident]]) => [
      { key: [country, 'illness'], value: illness },
      { key: [country, 'accident'], value: accident },
    ]),
    tables: [{ name: 'deaths', dimensions: ['country', 'cause'], release }],
  });
}

describe('the people by whom a group grew', () => {
  const before = deaths(1, { FR: [30, 20], IT: [25, 40], KR: [60, 35] });
  /** Nine more in France, all of illness. */
  const after = deaths(2, { FR: [39, 20], IT: [37, 52], KR: [71, 47] });

  it('are not all seen to be in one category, though nothing would be hidden otherwise', async () => {
    const first = await protect(before);
    expect(first.proof.hidden).toBe(0);
    const ledger = parsePublished(ledgerWith(first));
    const options = { ledger, formerCells: new Map([[1, before.trueCells]]) };
    const careless = await protect(after, { ...options, level: 'B' });
    expect(careless.proof.hidden).toBe(0);
    const { findings } = await attack(parsePublished(careless), { ledger });
    expect(findings.map(({ kind, how, key }) => [kind, how, key.join(' ')])).toEqual([
      ['differencing', 'group', 'FR illness'],
    ]);
    const pattern = await protect(after, options);
    expect(pattern.proof.hidden).toBeGreaterThan(0);
    expect(await attack(parsePublished(pattern), { ledger })).toMatchObject({
      findings: [],
      undetermined: [],
    });
  });
});
