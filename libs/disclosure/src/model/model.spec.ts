import { describe, expect, it } from '@jest/globals';
import { buildSystem, keyString, ModelError, parseProblem, parsePublished, trueValues } from './index.js';

const country = {
  name: 'country',
  codes: ['Total', 'R1', 'FR', 'IT', 'MN'],
  parents: { R1: 'Total', MN: 'Total', FR: 'R1', IT: 'R1' },
};
const year = { name: 'year', codes: ['All', '2024', '2025'], parents: { '2024': 'All', '2025': 'All' } };
const sex = { name: 'sex', codes: ['Both', 'F', 'M'], parents: { F: 'Both', M: 'Both' } };

function placeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ModelError) return error.place;
    throw error;
  }
  return 'no error';
}

describe('a problem', () => {
  const problem = {
    threshold: 5,
    protection: 4,
    zeros: 'published',
    dimensions: [country, year, sex],
    trueCells: [
      { key: ['FR', '2024', 'F'], value: 3 },
      { key: ['IT', '2025', 'M'], value: 8 },
    ],
    tables: [
      { name: 'by-year', dimensions: ['country', 'year'], release: 1 },
      { name: 'by-sex', dimensions: ['country', 'sex'], release: 1 },
    ],
  };

  it('gives every code its leaves and finds the total', () => {
    const [first] = parseProblem(problem).dimensions;
    expect(first?.total).toBe('Total');
    expect(first?.leaves).toEqual(['FR', 'IT', 'MN']);
    expect(first?.leavesOf.get('R1')).toEqual(['FR', 'IT']);
  });

  it('lets linked tables share their common margins, each relation once', () => {
    const parsed = parseProblem(problem);
    const system = buildSystem(parsed.dimensions, parsed.tables);
    expect(system.size).toBe(5 * 3 + 5 * 3 - 5);
    // by-year: 2 parents × 3 years along country, 5 along year; by-sex the same; the country margin is shared.
    expect(system.relations).toHaveLength(6 + 5 + 6 + 5 - 2);
    const truth = trueValues(parsed, system);
    const valueOf = (...key: string[]): number | undefined => truth[system.indexOf(key) ?? -1];
    expect(valueOf('Total', 'All', 'Both')).toBe(11);
    expect(valueOf('R1', '2025', 'Both')).toBe(8);
    expect(valueOf('FR', 'All', 'F')).toBe(3);
    expect(system.indexOf(['FR', '2024', 'F'])).toBeUndefined();
    for (const { total, parts } of system.relations) {
      expect([...parts].reduce((sum, part) => sum + (truth[part] ?? 0), 0)).toBe(truth[total]);
    }
  });

  it('keeps a variable per cumulative release and the increase between them', () => {
    const parsed = parseProblem(problem);
    const tables = [1, 2, 4].map((release) => ({ name: 't', dimensions: ['year'], release }));
    const system = buildSystem(parsed.dimensions, tables, 'cumulative');
    expect(system.size).toBe(3 * 3 + 2 * 3);
    const increases = [...system.increaseFrom].filter((from) => from >= 0);
    expect(increases).toHaveLength(6);
    expect(system.indexOf(['Total', '2024', 'Both'], 3)).toBeUndefined();
    expect(system.indexOf(['Total', '2024', 'Both'], 4)).toBeDefined();
  });

  const wrong: [string, object, string][] = [
    ['a threshold that is a text', { threshold: '5' }, '/threshold'],
    [
      'an unknown parent',
      { dimensions: [{ ...country, parents: { FR: 'R9' } }] },
      '/dimensions/0/parents/FR',
    ],
    [
      'a cyclic hierarchy',
      { dimensions: [{ ...country, parents: { ...country.parents, Total: 'FR' } }] },
      '/dimensions/0/parents',
    ],
    [
      'a code without a parent',
      { dimensions: [{ ...country, parents: { R1: 'Total', FR: 'R1', IT: 'R1' } }] },
      '/dimensions/0/parents',
    ],
    [
      'a code listed twice',
      { dimensions: [{ ...year, codes: ['All', '2024', '2025', '2024'] }] },
      '/dimensions/0/codes/3',
    ],
    [
      'groupings that disagree',
      {
        dimensions: [
          { ...country, parents: [country.parents, { R1: 'Total', IT: 'Total', FR: 'R1', MN: 'R1' }] },
        ],
      },
      '/dimensions/0/parents',
    ],
    ['an unknown code', { trueCells: [{ key: ['XX', '2024', 'F'], value: 3 }] }, '/trueCells/0/key/0'],
    [
      'a total among the innermost',
      { trueCells: [{ key: ['R1', '2024', 'F'], value: 3 }] },
      '/trueCells/0/key/0',
    ],
    ['a short key', { trueCells: [{ key: ['FR', '2024'], value: 3 }] }, '/trueCells/0/key'],
    ['a negative count', { trueCells: [{ key: ['FR', '2024', 'F'], value: -1 }] }, '/trueCells/0/value'],
    ['half a person', { trueCells: [{ key: ['FR', '2024', 'F'], value: 0.5 }] }, '/trueCells/0/value'],
    [
      'nobody can be counted so far',
      { trueCells: [{ key: ['FR', '2024', 'F'], value: 1e12 }] },
      '/trueCells/0',
    ],
    [
      'more than a number holds',
      { trueCells: [{ key: ['FR', '2024', 'F'], value: 1e300 }] },
      '/trueCells/0/value',
    ],
    ['a count that is missing', { trueCells: [{ key: ['FR', '2024', 'F'] }] }, '/trueCells/0/value'],
    ['counts that are no list', { trueCells: {} }, '/trueCells'],
    ['no dimensions', { dimensions: undefined }, '/dimensions'],
    ['an empty list of tables', { tables: [] }, '/tables'],
    ['a cell given twice', { trueCells: [problem.trueCells[0], problem.trueCells[0]] }, '/trueCells/1'],
    [
      'a table of an unknown dimension',
      { tables: [{ name: 't', dimensions: ['age'] }] },
      '/tables/0/dimensions/0',
    ],
    ['a rule for zeros nobody knows', { zeros: 'sometimes' }, '/zeros'],
  ];
  it.each(wrong)('is refused with the place: %s', (_, change, place) => {
    expect(placeOf(() => parseProblem({ ...problem, ...change }))).toBe(place);
  });
});

describe('a publication', () => {
  const head = { threshold: 5, dimensions: [country, year] };
  const cells = [
    { key: ['Total', 'All'], value: 30 },
    { key: ['FR', 'All'], value: 12 },
    { key: ['FR', '2024'], value: null },
    { key: ['FR', '2025'], value: null },
  ];

  it('takes keys of all dimensions, or of the table only', () => {
    const dimensions = [country, year, sex];
    const tables = [
      { name: 'a', dimensions: ['year', 'country'], cells: [{ key: ['2024', 'FR'], value: 7 }] },
      { name: 'b', dimensions: ['sex'], cells: [{ key: ['Total', 'All', 'F'], value: null }], sparse: true },
    ];
    const [a, b] = parsePublished({ dimensions, tables }).tables;
    expect([...(a?.cells ?? [])]).toEqual([[keyString(['FR', '2024', 'Both']), 7]]);
    expect([...(b?.cells ?? [])]).toEqual([[keyString(['Total', 'All', 'F']), null]]);
  });

  const wrong: [string, object, string][] = [
    ['no cells at all', { cells: [] }, '/cells'],
    ['a cell given twice', { cells: [...cells, cells[1]] }, '/cells/4'],
    ['a negative value', { cells: [{ key: ['FR', 'All'], value: -12 }] }, '/cells/0/value'],
    ['half a person', { cells: [{ key: ['FR', 'All'], value: 1.5 }] }, '/cells/0/value'],
    ['nobody can be counted so far', { cells: [{ key: ['FR', 'All'], value: 1e12 }] }, '/cells/0/value'],
    ['an unknown code', { cells: [{ key: ['XX', 'All'], value: 12 }] }, '/cells/0/key/0'],
    ['a value that is a text', { cells: [{ key: ['FR', 'All'], value: '12' }] }, '/cells/0/value'],
    [
      'parts above their total',
      { cells: [...cells, { key: ['IT', 'All'], value: 20 }, { key: ['R1', 'All'], value: 21 }] },
      '/cells/5',
    ],
    [
      'a total that its parts do not make',
      { cells: [...cells.slice(0, 2), { key: ['FR', '2024'], value: 7 }, { key: ['FR', '2025'], value: 4 }] },
      '/cells/1',
    ],
  ];
  it.each(wrong)('is refused with the place: %s', (_, change, place) => {
    expect(placeOf(() => parsePublished({ ...head, ...change }))).toBe(place);
  });

  it('is refused where one cell is shown with two values, or a cumulative count falls', () => {
    const table = (release: number, value: number): object => ({
      name: 't',
      dimensions: ['year'],
      release,
      cells: [{ key: ['2024'], value }],
    });
    const tables = [table(1, 12), table(2, 11)];
    expect(placeOf(() => parsePublished({ ...head, tables }))).toBe('/tables/1/cells/0');
    expect(placeOf(() => parsePublished({ ...head, tables, releaseMode: 'cumulative' }))).toBe(
      '/tables/1/cells/0',
    );
    const rising = [table(1, 12), table(2, 19)];
    expect(placeOf(() => parsePublished({ ...head, tables: rising, releaseMode: 'cumulative' }))).toBe(
      'no error',
    );
  });
});
