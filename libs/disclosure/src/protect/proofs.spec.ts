import { describe, expect, it } from '@jest/globals';
import { linesThrough, type Instance, type Move } from './instance.js';
import { CAUSES, cell, deaths, hiding } from './instances.spec-support.js';
import { growFrom } from './near.js';
import { Proofs } from './proofs.js';
import { ShortMoves } from './short-moves.js';

const french = { column: cell('France', 'accident'), up: 2, width: 2 };

/** Two more accidents and fewer illnesses in France, the other way round in Italy. */
function exchange(): Move {
  return {
    columns: Int32Array.of(
      cell('France', 'accident'),
      cell('France', 'illness'),
      cell('Italy', 'accident'),
      cell('Italy', 'illness'),
    ),
    steps: Float64Array.of(2, -2, -2, 2),
  };
}

function addsUp({ lines }: Instance, { columns, steps }: Move): boolean {
  return lines.every((line) => {
    const sum = columns.reduce((so, one, i) => so + (line.columns.includes(one) ? steps[i]! : 0), 0);
    return sum === 0;
  });
}

function proofsIn(hidden: Uint8Array, instance = deaths(french)): Proofs {
  const proofs = new Proofs(instance, hidden, new ShortMoves(instance));
  proofs.learn(0, exchange());
  return proofs;
}

describe('the proof of French accidents by an exchange with Italy', () => {
  it('stays as it is while its cells are hidden', () => {
    const proofs = proofsIn(hiding(['France', 'Italy'], ['accident', 'illness']));
    proofs.recall(0);
    expect(proofs.isProven(0)).toBe(true);
    expect(proofs.of(0)).toEqual([exchange()]);
  });

  it('goes by way of Korea when Italian illnesses are shown', () => {
    const hidden = hiding(['France', 'Italy', 'Korea'], ['accident', 'illness']);
    const proofs = proofsIn(hidden);
    hidden[cell('Italy', 'illness')] = 0;
    proofs.recall(0);
    expect(proofs.isProven(0)).toBe(true);
    const [patched] = proofs.of(0);
    expect(patched!.columns).not.toContain(cell('Italy', 'illness'));
    expect(addsUp(deaths(french), patched!)).toBe(true);
    expect(patched!.columns.every((column) => hidden[column] === 1)).toBe(true);
  });

  it('is dropped when nothing can step in', () => {
    const hidden = hiding(['France', 'Italy'], ['accident', 'illness']);
    const proofs = proofsIn(hidden);
    hidden[cell('Italy', 'illness')] = 0;
    proofs.recall(0);
    expect(proofs.isProven(0)).toBe(false);
    expect(proofs.of(0)).toEqual([]);
  });

  it('never takes a count further down than it can be', () => {
    const instance = deaths(french);
    instance.roomDown[cell('Korea', 'accident')] = 1;
    const hidden = hiding(['France', 'Italy', 'Korea'], ['accident', 'illness']);
    const proofs = proofsIn(hidden, instance);
    hidden[cell('Italy', 'accident')] = 0;
    proofs.recall(0);
    for (const move of proofs.of(0)) {
      const at = move.columns.indexOf(cell('Korea', 'accident'));
      expect(at < 0 ? 0 : move.steps[at]!).toBeGreaterThanOrEqual(-1);
    }
    expect(proofs.isProven(0)).toBe(false);
  });

  it('comes back with what was known before', () => {
    const hidden = hiding(['France', 'Italy'], ['accident', 'illness']);
    const proofs = proofsIn(hidden);
    const { memory } = proofs;
    hidden[cell('Italy', 'illness')] = 0;
    proofs.recall(0);
    hidden[cell('Italy', 'illness')] = 1;
    proofs.restore(memory);
    expect(proofs.of(0)).toEqual([exchange()]);
  });
});

describe('columns that belong together', () => {
  it('are, around French accidents, those that close a rectangle before those that open new lines', () => {
    const instance = deaths(french);
    const hidden = hiding(['France', 'Italy'], ['accident', 'illness']);
    hidden[cell('Mexico', 'crime')] = 1;
    const grown = growFrom(instance, linesThrough(instance), hidden, cell('France', 'accident'), 4);
    expect([...grown].sort((a, b) => a - b)).toEqual([...exchange().columns].sort((a, b) => a - b));
  });

  it('are never more than asked for, nor shown', () => {
    const instance = deaths(french);
    const hidden = hiding(['France', 'Italy', 'Korea'], CAUSES);
    const grown = growFrom(instance, linesThrough(instance), hidden, cell('France', 'accident'), 5);
    expect(grown).toHaveLength(5);
    expect(new Set(grown).size).toBe(5);
    expect(grown.every((column) => hidden[column] === 1)).toBe(true);
  });
});
