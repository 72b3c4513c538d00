import { describe, expect, it } from '@jest/globals';
import type { Instance } from './instance.js';
import { RegionMaster, type Row } from './region-master.js';
import { loadSolver } from './solver.js';

const COUNTRIES = ['France', 'Italy', 'Korea', 'Mexico', 'Peru'] as const;
type Country = (typeof COUNTRIES)[number];
const at = (country: Country): number => COUNTRIES.indexOf(country);

function counts(cost: Partial<Record<Country, number>> = {}): Instance {
  const size = COUNTRIES.length;
  return {
    size,
    roomDown: new Float64Array(size).fill(9),
    roomUp: new Float64Array(size).fill(9),
    cost: Float64Array.from(COUNTRIES, (country) => cost[country] ?? 1),
    fixed: new Uint8Array(size),
    lines: [],
    targets: [],
    rank: Int32Array.from(COUNTRIES.keys()),
  };
}

/** At least one of these is hidden. */
function oneOf(...countries: Country[]): Row {
  return {
    columns: Int32Array.from(countries, at),
    values: new Float64Array(countries.length).fill(1),
    least: 1,
  };
}

/** If the first is hidden, then one of the others too. */
function bridge(country: Country, ...others: Country[]): Row {
  const { columns } = oneOf(country, ...others);
  return { columns, values: Float64Array.of(-1, ...others.map(() => 1)), least: 0 };
}

const hiding = (...countries: Country[]): Uint8Array =>
  Uint8Array.from(COUNTRIES, (country) => (countries.includes(country) ? 1 : 0));
const all = Int32Array.from(COUNTRIES.keys());

async function cheaper(rows: Row[], pattern: Uint8Array, region: Country[] | 'all', instance = counts()) {
  const master = new RegionMaster(await loadSolver(), instance);
  return master.cheaper(rows, pattern, region === 'all' ? all : Int32Array.from(region, at));
}

describe('the master of a region', () => {
  it('finds the one column that does for two', async () => {
    const rows = [oneOf('France', 'Italy'), oneOf('Italy', 'Korea')];
    const { value } = await cheaper(rows, hiding('France', 'Korea'), 'all');
    expect(value).toEqual(hiding('Italy'));
  });

  it('knows when nothing cheaper is left', async () => {
    const rows = [oneOf('France', 'Italy'), oneOf('Korea', 'Mexico')];
    expect(await cheaper(rows, hiding('France', 'Korea'), 'all')).toEqual({ isProven: true });
  });

  it('leaves what lies outside the region as it is, and takes what that gives into account', async () => {
    const rows = [oneOf('France', 'Peru'), oneOf('Italy', 'Korea')];
    const { value } = await cheaper(rows, hiding('France', 'Italy', 'Korea', 'Peru'), [
      'France',
      'Italy',
      'Korea',
    ]);
    expect(value![at('Peru')]).toBe(1);
    expect(value![at('France')]).toBe(0);
    expect(value![at('Italy')]! + value![at('Korea')]!).toBe(1);
  });

  it('of equally cheap answers takes the one that hides least of what was shown', async () => {
    const rows = [oneOf('France', 'Mexico', 'Peru'), oneOf('Italy', 'Mexico', 'Peru')];
    const { value } = await cheaper(
      [...rows, oneOf('France', 'Italy')],
      hiding('France', 'Italy', 'Korea'),
      'all',
    );
    expect(value).toEqual(hiding('France', 'Italy'));
  });

  it('hides another column with one that would be known alone', async () => {
    const rows = [oneOf('France'), bridge('France', 'Italy', 'Korea')];
    const { value } = await cheaper(rows, hiding('France', 'Italy', 'Korea'), 'all');
    expect(value![at('France')]).toBe(1);
    expect(value!.reduce((sum, one) => sum + one, 0)).toBe(2);
  });

  it('counts a column that stands for several cells as often', async () => {
    const rows = [oneOf('France', 'Italy')];
    const { value } = await cheaper(rows, hiding('France'), 'all', counts({ France: 3, Italy: 2 }));
    expect(value).toEqual(hiding('Italy'));
  });
});
