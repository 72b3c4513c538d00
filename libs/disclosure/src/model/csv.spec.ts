import { describe, expect, it } from '@jest/globals';
import { flatTableFromCsv, flatTableToCsv, keyString, parseProblem, parsePublished } from './index.js';

describe('a flat table as CSV', () => {
  it('is a problem whose codes stand under a total', () => {
    const problem = parseProblem(flatTableFromCsv('country,sex,value\nFR,F,3\nIT,M,12\n', 'problem'));
    expect(problem.dimensions.map(({ codes }) => codes)).toEqual([
      ['Total', 'FR', 'IT'],
      ['Total', 'F', 'M'],
    ]);
    expect(problem.trueCells.get(keyString(['FR', 'F']))).toBe(3);
  });

  it('is a publication with empty values for suppressed cells, and is written back the same', () => {
    const text = 'country,value\nTotal,30\nFR,\nIT,\nMN,15\n';
    const published = parsePublished(flatTableFromCsv(text, 'published', { threshold: 7 }));
    expect(published.threshold).toBe(7);
    expect(published.tables[0]?.cells.get('FR')).toBeNull();
    expect(flatTableToCsv(published)).toBe(text);
  });

  it('takes its groups from a head', () => {
    const dimensions = [
      { name: 'country', codes: ['World', 'R', 'FR', 'IT'], parents: { R: 'World', FR: 'R', IT: 'R' } },
    ];
    const problem = parseProblem(flatTableFromCsv('country,value\nFR,3\n', 'problem', { dimensions }));
    expect(problem.dimensions[0]?.leavesOf.get('R')).toEqual(['FR', 'IT']);
  });

  it.each([
    ['nothing at all', '', 'line 1'],
    ['a negative count', 'country,value\nFR,-3\n', 'line 2'],
    ['no value column', 'country,count\nFR,3\n', 'line 1'],
    ['a short line', 'country,sex,value\nFR,3\n', 'line 2'],
    ['half a person', 'country,value\nIT,3\nFR,2.5\n', 'line 3'],
    ['a true count left empty', 'country,value\nFR,\n', 'line 2'],
    ['a quote that never ends', 'country,value\n"FR,3\n', 'line 1'],
  ])('is refused with the line: %s', (_, text, place) => {
    expect(() => flatTableFromCsv(text, 'problem')).toThrow(`${place}: `);
  });
});
