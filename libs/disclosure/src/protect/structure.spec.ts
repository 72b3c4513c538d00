import { describe, expect, it } from '@jest/globals';
import type { Cut } from './cuts.js';
import type { Instance, Target } from './instance.js';
import { allBridges, lineCuts } from './structure.js';

/** Deaths in France by cause, with their total; a count that is shown to be at least 1 can be presumed to fall to 1. */
const CAUSES = ['accident', 'illness', 'crime', 'all causes'] as const;
type Cause = (typeof CAUSES)[number];
const place = (cause: Cause): number => CAUSES.indexOf(cause);

function france(counts: Record<Cause, number>, small: Cause[], targets: Target[]): Instance {
  return {
    size: CAUSES.length,
    roomDown: Float64Array.from(CAUSES, (cause) => counts[cause] - 1),
    roomUp: new Float64Array(CAUSES.length).fill(Infinity),
    cost: new Float64Array(CAUSES.length).fill(1),
    fixed: Uint8Array.from(CAUSES, (cause) => (small.includes(cause) ? 1 : 0)),
    lines: [{ columns: Int32Array.from(CAUSES.keys()), signs: Float64Array.of(1, 1, 1, -1) }],
    targets,
    rank: Int32Array.from(CAUSES.keys()),
  };
}

const counts = { accident: 3, illness: 2, crime: 8, 'all causes': 13 };
/** What an accident count of 3 needs at level B with k = 5. */
const threeAccidents: Target = { column: place('accident'), up: 2, width: 4 };

function written({ columns, coefficients }: Cut): Record<string, number> {
  return Object.fromEntries(Array.from(columns, (column, at) => [CAUSES[column]!, coefficients[at]!]));
}

describe('bridges', () => {
  it('say of every count of a line that it is known when it alone is hidden', () => {
    const bridges = allBridges(france(counts, [], []));
    expect(bridges).toHaveLength(CAUSES.length);
    expect(bridges[place('crime')]).toEqual({
      column: place('crime'),
      others: [place('accident'), place('illness'), place('all causes')],
    });
  });

  it('say nothing of a line on which a small count is hidden anyway', () => {
    expect(allBridges(france(counts, ['accident'], [threeAccidents]))).toEqual([]);
  });
});

describe('what a line says of a small count on it', () => {
  it('is that something must fall, or the total rise, by what the count must be able to rise', () => {
    const [rise] = lineCuts(france(counts, ['accident'], [threeAccidents]));
    // Illness can fall by 1 of the 2 asked for, crime by 7 and the total can rise without limit: each is enough.
    expect(written(rise!)).toEqual({ illness: 0.5, crime: 1, 'all causes': 1 });
  });

  it('is that rise and fall together must be as wide as the interval, each column lending at most what is asked', () => {
    const [, width] = lineCuts(france(counts, ['accident'], [threeAccidents]));
    // Illness lends 1 of 4 downwards and all 4 upwards, which is enough by itself for width, though not for the rise.
    expect(written(width!)).toEqual({ illness: 1, crime: 1, 'all causes': 1 });
  });

  it('counts what other small counts lend, and asks the rest of those that may be shown', () => {
    const both = france(counts, ['accident', 'illness'], [threeAccidents]);
    const [rise] = lineCuts(both);
    expect(written(rise!)).toEqual({ crime: 1, 'all causes': 1 });
  });

  it('is nothing where small counts lend enough', () => {
    const many = france({ ...counts, illness: 4 }, ['accident', 'illness'], [threeAccidents]);
    expect(lineCuts(many)).toEqual([]);
  });

  it('gives a larger share of what is missing to a column when others have lent a part', () => {
    const few = france({ ...counts, crime: 2 }, ['accident', 'illness'], [{ ...threeAccidents, up: 4 }]);
    const [rise] = lineCuts(few);
    // 4 are asked for and illness lends 1: crime's 1 is a third of the missing 3.
    expect(written(rise!)['crime']).toBeCloseTo(1 / 3);
    expect(written(rise!)['all causes']).toBe(1);
  });

  it('asks nothing for a count that is hidden by choice, or that may be possibly 0 instead', () => {
    const zero: Target = { column: place('accident'), up: 5, width: 4, isZero: true };
    const firm: Target = { column: place('accident'), up: 0, width: 4, firm: 1 };
    const unlisted: Target = { column: place('accident'), up: 2, width: 0, down: 3 };
    expect(lineCuts(france(counts, ['accident'], [zero, firm, unlisted]))).toEqual([]);
  });
});
