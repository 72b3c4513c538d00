import { describe, expect, it } from '@jest/globals';
import { linesThrough, type Instance, type Line, type Move } from './instance.js';
import { cell, COUNTRIES, deaths, hiding } from './instances.spec-support.js';
import { columnsNear } from './near.js';
import { NearRoutes } from './route-near.js';
import { ShortMoves } from './short-moves.js';
import { loadSolver } from './solver.js';

/** Hidden: France and Italy, accidents and illnesses. */
const rectangle = (): Uint8Array => hiding(['France', 'Italy'], ['accident', 'illness']);

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
