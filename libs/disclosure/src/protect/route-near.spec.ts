import { describe, expect, it } from '@jest/globals';
import { linesThrough, type Instance, type Line, type Move } from './instance.js';
import { columnsNear } from './near.js';
import { NearRoutes } from './route-near.js';
import { ShortMoves } from './short-moves.js';
import { loadSolver } from './solver.js';

/** Counts of deaths, by country down and cause across, all changes of a row or column adding up to nothing. */
const COUNTRIES = ['France', 'Italy', 'Korea', 'Mexico'];
const CAUSES = ['accident', 'illness', 'crime'];
const cell = (country: string, cause: string): number =>
  COUNTRIES.indexOf(country) * CAUSES.length + CAUSES.indexOf(cause);

function lineOf(columns: number[]): Line {
  return { columns: Int32Array.from(columns), signs: new Float64Array(columns.length).fill(1) };
}

function deaths(): Instance {
  const size = COUNTRIES.length * CAUSES.length;
  return {
    size,
    roomDown: new Float64Array(size).fill(9),
    roomUp: new Float64Array(size).fill(9),
    cost: new Float64Array(size).fill(1),
    fixed: new Uint8Array(size),
    lines: [
      ...COUNTRIES.map((country) => lineOf(CAUSES.map((cause) => cell(country, cause)))),
      ...CAUSES.map((cause) => lineOf(COUNTRIES.map((country) => cell(country, cause)))),
    ],
    targets: [],
    rank: Int32Array.from({ length: size }, (_, column) => column),
  };
}

/** Hidden: France and Italy, accidents and illnesses. */
function rectangle(): Uint8Array {
  const hidden = new Uint8Array(COUNTRIES.length * CAUSES.length);
  for (const country of ['France', 'Italy'])
    for (const cause of ['accident', 'illness']) hidden[cell(country, cause)] = 1;
  return hidden;
}

function breaks({ lines }: Instance, { columns, steps }: Move): Line[] {
  return lines.filter((line) => {
    let sum = 0;
    columns.forEach((column, i) => (sum += line.columns.includes(column) ? steps[i]! : 0));
    return sum !== 0;
  });
}

const stepOf = ({ columns, steps }: Move, column: number): number => steps[columns.indexOf(column)] ?? 0;

describe('columns near a cell', () => {
  it('are, of French accidents, the hidden cells of their row and column first', () => {
    const instance = deaths();
    const { columns, inner } = columnsNear(instance, linesThrough(instance), rectangle(), 0, 3);
    expect(columns[0]).toBe(cell('France', 'accident'));
    expect([...columns].sort()).toEqual([
      cell('France', 'accident'),
      cell('France', 'illness'),
      cell('Italy', 'accident'),
    ]);
    expect([...inner].sort()).toEqual([0, COUNTRIES.length]);
  });
});

describe('short moves', () => {
  it('let French accidents rise by 4 over the hidden rectangle, whole and with every sum kept', () => {
    const instance = deaths();
    const move = new ShortMoves(instance).find(rectangle(), cell('France', 'accident'), 4)!;
    expect(stepOf(move, cell('France', 'accident'))).toBe(4);
    expect(stepOf(move, cell('Italy', 'illness'))).toBe(4);
    expect(breaks(instance, move)).toEqual([]);
  });

  it('find nothing once Italian illnesses are shown', () => {
    const hidden = rectangle();
    hidden[cell('Italy', 'illness')] = 0;
    expect(new ShortMoves(deaths()).find(hidden, cell('France', 'accident'), 4)).toBeUndefined();
  });
});

describe('routes near a cell', () => {
  it('hide one more cell, Italian illnesses, rather than a rectangle elsewhere', async () => {
    const instance = deaths();
    const hidden = rectangle();
    hidden[cell('Italy', 'illness')] = 0;
    const prices = Float64Array.from(hidden, (flag) => (flag ? 0.05 : 1));
    const routes = new NearRoutes(await loadSolver(), instance, 8);
    const { move } = routes.cheapest(hidden, prices, cell('France', 'accident'), 4)!;
    expect(stepOf(move, cell('France', 'accident'))).toBe(4);
    expect([...move.columns].filter((column) => !hidden[column])).toEqual([cell('Italy', 'illness')]);
    expect(breaks(instance, move)).toEqual([]);
    routes.changed();
  });

  it('say that there is none where French accidents may rise by 3 at most', async () => {
    const instance = deaths();
    instance.roomUp[cell('France', 'accident')] = 3;
    const prices = new Float64Array(instance.size).fill(1);
    const routes = new NearRoutes(await loadSolver(), instance, 8);
    expect(routes.cheapest(rectangle(), prices, cell('France', 'accident'), 4)).toBeUndefined();
    routes.changed();
  });
});
