import { describe, expect, it } from '@jest/globals';
import { buildSystem, parseProblem } from '../model/index.js';
import { consularPlan, generateProblem } from './index.js';

describe('generated problems', () => {
  it('are the same for the same seed, and others for another', () => {
    const text = (seed: number): string => JSON.stringify(generateProblem(consularPlan('small', seed)));
    expect(text(1)).toBe(text(1));
    expect(text(1)).not.toBe(text(2));
  });

  it('hold every case that was thrown', () => {
    const { trueCells } = generateProblem(consularPlan('small', 7));
    expect(trueCells.reduce((sum, { value }) => sum + value, 0)).toBe(420);
  });

  it.each([
    ['small', 132],
    ['table', 1656],
    ['linked', 4491],
    ['large', 8280],
  ] as const)('%s has %i cells', (size, cells) => {
    const problem = parseProblem(generateProblem(consularPlan(size, 1)));
    expect(buildSystem(problem.dimensions, problem.tables).size).toBe(cells);
  });
});
