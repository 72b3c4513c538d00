import { describe, expect, it } from '@jest/globals';
import { Clock } from './clock.js';
import type { Instance, Target } from './instance.js';
import { counts, lineOf } from './instances.spec-support.js';
import { Prover } from './prover.js';
import { loadSolver } from './solver.js';
import { WholeNumbers } from './whole-numbers.js';

/** So many copies of the same four counts, which have nothing to do with each other. */
const COPIES = 30;
const FOUR = 4;

function copies(lines: number[][], target: Target): Instance {
  const from = Array.from({ length: COPIES }, (_, copy) => FOUR * copy);
  return counts(
    FOUR * COPIES,
    from.flatMap((first) => lines.map((line) => lineOf(...line.map((one) => first + one)))),
    from.map((first) => ({ ...target, column: first + target.column })),
  );
}

/** How many targets whole tables for many at once are seen to prove, when everything is hidden. */
async function seenTogether(instance: Instance): Promise<number> {
  const highs = await loadSolver();
  const clock = new Clock(10);
  const prover = new Prover(highs, instance, new Uint8Array(instance.size).fill(1), clock);
  const wholeNumbers = new WholeNumbers(highs, instance, clock);
  try {
    wholeNumbers.lookAtMany(prover, 2);
    return instance.targets.filter((_, target) => wholeNumbers.isSeenSafe(prover, target)).length;
  } finally {
    prover.dispose();
  }
}

describe('tables for many counts at once', () => {
  it('are not asked for where a look near each count tells', async () => {
    const squares = [
      [0, 1],
      [2, 3],
      [0, 2],
      [1, 3],
    ];
    expect(await seenTogether(copies(squares, { column: 0, up: 4, width: 4 }))).toBe(0);
  });

  it('prove the counts whose own proofs go by halves', async () => {
    const odd = [
      [0, 1, 3],
      [1, 2, 3],
      [0, 2, 3],
    ];
    expect(await seenTogether(copies(odd, { column: 3, up: 1, width: 2 }))).toBe(COPIES);
  });
});
