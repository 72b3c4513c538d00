import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'elchin-disclosure-'));
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const readJson = (name: string): Record<string, unknown> => JSON.parse(read(name)) as Record<string, unknown>;
const write = (name: string, content: object | string): void =>
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command as an operator would; file names are relative to the test's folder. */
function run(...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, 'apps/cli.js'), 'disclosure', ...args], { cwd: folder });
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (outcome.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (outcome.stderr += text.toString()));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ ...outcome, code }));
  });
}

const flat = (name: string, total: string, ...codes: string[]): object => ({
  name,
  codes: [total, ...codes],
  parents: Object.fromEntries(codes.map((code) => [code, total])),
});
const dimensions = [flat('country', 'World', 'FR', 'IT', 'KR'), flat('cause', 'All', 'accident', 'illness')];
const counts = (...rows: [string, string, number][]): object[] =>
  rows.map(([country, cause, value]) => ({ key: [country, cause], value }));
/** The example of the room's README: 3 deaths in France would be known from the totals. */
const readmeProblem = {
  threshold: 5,
  protection: 4,
  zeros: 'published',
  dimensions,
  trueCells: counts(
    ['FR', 'accident', 3],
    ['FR', 'illness', 14],
    ['IT', 'accident', 9],
    ['IT', 'illness', 11],
    ['KR', 'accident', 20],
    ['KR', 'illness', 25],
  ),
};

// The first call builds the server side where its sources have changed since.
beforeAll(() => run('--help'), 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('disclosure protect', () => {
  it('writes a pattern that attack finds nothing in, and says how it went on stderr alone', async () => {
    write('problem.json', readmeProblem);
    const protectedIt = await run(
      'protect',
      'problem.json',
      '--out',
      'pattern.json',
      '--ledger-out',
      'ledger.json',
    );
    expect(protectedIt).toMatchObject({ code: 0, stdout: '' });
    expect(protectedIt.stderr).toContain('4 of 12 cells hidden (1 of them small; proven optimal)');
    const { proof } = readJson('pattern.json') as { proof: Record<string, unknown> };
    expect(proof).toMatchObject({ level: 'B', cells: 12, hidden: 4, primary: 1, cases: 82, optimal: true });
    const attacked = await run('attack', 'pattern.json', '--json');
    expect(attacked.code).toBe(0);
    expect(JSON.parse(attacked.stdout)).toMatchObject({ findings: [], undetermined: [] });
    // The same request against the ledger gets the same answer: shown stays shown, hidden stays hidden.
    const again = await run('protect', 'problem.json', '--out', 'again.json', '--ledger', 'ledger.json');
    expect(again.code).toBe(0);
    expect(readJson('again.json')['tables']).toEqual(readJson('pattern.json')['tables']);
  });

  it('reads and writes one flat table as CSV', async () => {
    const lines = [
      'FR,accident,3',
      'FR,illness,14',
      'IT,accident,9',
      'IT,illness,11',
      'KR,accident,20',
      'KR,illness,25',
    ];
    write('deaths.csv', ['country,cause,value', ...lines, ''].join('\n'));
    expect((await run('protect', 'deaths.csv', '--out', 'safe.csv')).code).toBe(0);
    expect(read('safe.csv')).toMatch(/^country,cause,value\nTotal,Total,82\n/);
    expect(read('safe.csv')).toContain('\nFR,accident,\n');
    expect(readJson('safe.csv.proof.json')).toMatchObject({ hidden: 4, optimal: true });
    expect((await run('attack', 'safe.csv')).code).toBe(0);
    // Several patterns of four cells are as good: the key decides, and here it hides Italy's accidents too.
    expect(read('safe.csv')).toContain('\nIT,accident,\n');
    write('leaky.csv', read('safe.csv').replace('\nIT,accident,\n', '\nIT,accident,9\n'));
    const { code, stdout } = await run('attack', 'leaky.csv');
    expect(code).toBe(1);
    expect(stdout).toContain('exact: [FR, accident] (table) is in [3, 3]');
  });

  it('exits 3 and writes nothing when nothing safe exists, or the table is too fine', async () => {
    write('lonely.json', { ...readmeProblem, trueCells: counts(['FR', 'accident', 3]) });
    const lonely = await run('protect', 'lonely.json', '--out', 'lonely-pattern.json');
    expect(lonely).toMatchObject({ code: 3, stdout: '' });
    expect(lonely.stderr).toContain('Nothing safe exists');
    expect(existsSync(at('lonely-pattern.json'))).toBe(false);
    write('fine.json', {
      ...readmeProblem,
      trueCells: counts(['FR', 'accident', 3], ['IT', 'illness', 2], ['KR', 'illness', 1]),
    });
    const fine = await run('protect', 'fine.json', '--out', 'fine-pattern.json', '--redesign', 'always');
    expect(fine).toMatchObject({ code: 3, stdout: '' });
    expect(fine.stderr).toContain('more than a third');
    expect(existsSync(at('fine-pattern.json'))).toBe(false);
  });

  it('says which corrections of former releases wait, and shows the others', async () => {
    const release = (number: number): object => ({
      tables: [{ name: 't', dimensions: ['country', 'cause'], release: number }],
    });
    const first = { ...readmeProblem, ...release(1) };
    const cells = readmeProblem.trueCells.map((one) => {
      const { key, value } = one as { key: string[]; value: number };
      const added: Record<string, number> = { 'KR,illness': 7, 'IT,illness': 2, 'IT,accident': -2 };
      return { key, value: value + (added[key.join()] ?? 0) };
    });
    const corrections = [
      { key: ['KR', 'illness'], change: 7 },
      { key: ['IT', 'illness'], change: 2 },
      { key: ['IT', 'accident'], change: -2 },
    ];
    write('first.json', first);
    write('corrected.json', { ...first, ...release(2), trueCells: cells, corrections });
    await run('protect', 'first.json', '--out', 'first-pattern.json', '--ledger-out', 'first-ledger.json');
    const again = await run(
      ...['protect', 'corrected.json', '--ledger', 'first-ledger.json'],
      ...['--out', 'corrected-pattern.json', '--ledger-out', 'second-ledger.json'],
    );
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toMatch(/waits: \[IT, illness\] \+2: .* would change by/);
    expect(again.stderr).toMatch(/waits: \[IT, accident\] -2: /);
    expect(readJson('corrected-pattern.json')['corrections']).toContainEqual({
      key: ['KR', 'illness'],
      change: 7,
    });
    expect(await run('attack', 'second-ledger.json')).toMatchObject({ code: 0 });
  });

  it('guards the increase between two cumulative releases, whose hidden counts come from the former problem', async () => {
    const first = { ...readmeProblem, releaseMode: 'cumulative' };
    const tables = (release: number): object => [
      { name: 'deaths', dimensions: ['country', 'cause'], release },
    ];
    write('2024.json', { ...first, tables: tables(1) });
    const grown = counts(
      ['FR', 'accident', 9],
      ['FR', 'illness', 16],
      ['IT', 'accident', 19],
      ['IT', 'illness', 31],
      ['KR', 'accident', 28],
      ['KR', 'illness', 40],
    );
    write('2025.json', { ...first, trueCells: grown, tables: tables(2) });
    const one = await run('protect', '2024.json', '--out', 'p1.json', '--ledger-out', 'l1.json');
    expect(one.code).toBe(0);
    const blind = await run('protect', '2025.json', '--out', 'p2.json', '--ledger', 'l1.json');
    expect(blind.code).toBe(4);
    expect(blind.stderr).toMatch(/release 1 hid \[.*\]; its true counts are needed/);
    const flags = ['--ledger', 'l1.json', '--former', '2024.json', '--ledger-out', 'l2.json'];
    expect((await run('protect', '2025.json', '--out', 'p2.json', ...flags)).code).toBe(0);
    expect((await run('attack', 'p2.json', '--ledger', 'l1.json')).code).toBe(0);
    // The ledger has grown: it holds both releases, and is safe by itself.
    const { tables: kept } = readJson('l2.json') as { tables: { release: number }[] };
    expect(kept.map(({ release }) => release)).toEqual([1, 2]);
    expect((await run('attack', 'l2.json')).code).toBe(0);
    const falling = { ...first, trueCells: counts(['FR', 'accident', 1]), tables: tables(2) };
    write('falling.json', falling);
    const fallen = await run('protect', 'falling.json', '--out', 'p3.json', ...flags);
    expect(fallen).toMatchObject({ code: 4, stdout: '' });
    expect(fallen.stderr).toContain('/trueCells');
  }, 120_000);
});

describe('disclosure attack', () => {
  const cell = (value: number | null, ...key: string[]): object => ({ key, value });
  const publication = (cells: object[], change: object = {}): object => ({
    threshold: 5,
    protection: 4,
    dimensions: [flat('country', 'World', 'FR', 'IT', 'MN')],
    cells,
    ...change,
  });

  it.each([
    ['a small count simply shown', publication([cell(3, 'IT')]), 'exact: [IT] (table) is in [3, 3]'],
    [
      'a hidden count that the total gives back',
      publication([cell(30, 'World'), cell(12, 'FR'), cell(null, 'IT'), cell(15, 'MN')]),
      'exact: [IT] (table) is in [3, 3]',
    ],
    [
      'a pair with too few people',
      publication([cell(30, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(25, 'MN')]),
      'below-threshold: [FR] (table) is in [1, 4]',
    ],
    [
      'a narrow interval',
      publication([cell(30, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(24, 'MN')], { protection: 5 }),
      'narrow: [FR] (table) is in [1, 5]',
    ],
    [
      'a count that no table lists',
      publication([cell(30, 'World'), cell(12, 'FR'), cell(15, 'MN')]),
      'unlisted: [IT] is in [3, 3]',
    ],
  ])('exits 1 and names %s', async (_, file, line) => {
    write('weak.json', file);
    const { code, stdout } = await run('attack', 'weak.json');
    expect(code).toBe(1);
    expect(stdout).toContain(line);
  });

  it('exits 1 when the ledger and the new table give a count away only together, and names the difference', async () => {
    const tables = (release: number, ...cells: object[]): object => ({
      tables: [{ name: 't', dimensions: ['country'], release, cells }],
    });
    write(
      'before.json',
      publication([], tables(1, cell(30, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(9, 'MN'))),
    );
    write('now.json', publication([], tables(2, cell(30, 'World'), cell(18, 'FR'))));
    expect((await run('attack', 'before.json')).code).toBe(0);
    const { code, stdout } = await run('attack', 'now.json', '--ledger', 'before.json');
    expect(code).toBe(1);
    expect(stdout).toContain('differencing: [IT]');
  });

  it('exits 2 when it could not decide: too many people could stand behind three tables in a circle', async () => {
    const codes = (letter: string): string[] => Array.from({ length: 75 }, (_, i) => `${letter}${i}`);
    const three = ['a', 'b', 'c'].map((name) => flat(name, `${name}T`, ...codes(name)));
    const tables = ['ab', 'bc', 'ca'].map((names) => ({
      name: names,
      dimensions: [...names],
      cells: [] as object[],
    }));
    tables[0]!.cells = [{ key: ['aT', 'bT'], value: 900_000 }];
    write('circle.json', { dimensions: three, tables });
    const { code, stdout } = await run('attack', 'circle.json', '--time', '1');
    expect(code).toBe(2);
    expect(stdout).toContain('undetermined (size)');
  });

  it('exits 1 for a group whose people are all in one category, unless that is nobody to hide from', async () => {
    const sensitive = [
      flat('country', 'World', 'FR', 'IT'),
      { ...flat('cause', 'Any', 'illness', 'accident'), sensitive: true },
    ];
    const cells = [
      cell(12, 'FR', 'Any'),
      cell(11, 'FR', 'illness'),
      cell(null, 'FR', 'accident'),
      cell(40, 'World', 'Any'),
    ];
    write('group.json', publication(cells, { dimensions: sensitive, zeros: 'maySuppress' }));
    expect((await run('attack', 'group.json', '--coalition', '1')).stdout).toContain('group: [FR, illness]');
    expect((await run('attack', 'group.json', '--coalition', '0')).stdout).not.toContain(
      'group: [FR, illness]',
    );
  });
});

describe('bad input exits 4 with its place, and nothing is written', () => {
  const [first] = readmeProblem.trueCells;
  it.each([
    ['an empty file', 'bad.json', '', 'bad.json is not JSON'],
    ['a file that is not JSON', 'bad.json', '{ "threshold": 5,', 'bad.json is not JSON'],
    ['a picture', 'bad.json', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'bad.json is not JSON'],
    ['a picture called CSV', 'bad.csv', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'line 1: '],
    [
      'a negative count',
      'bad.json',
      { trueCells: [{ ...first, value: -3 }] },
      '/trueCells/0/value: A count is -3',
    ],
    [
      'a cyclic hierarchy',
      'bad.json',
      { dimensions: [{ name: 'country', codes: ['A', 'B'], parents: { A: 'B', B: 'A' } }] },
      '/dimensions/0/parents: the hierarchy is cyclic: A → B → A',
    ],
  ])('%s', async (_, name, content, message) => {
    write(name, typeof content === 'string' ? content : { ...readmeProblem, ...content });
    const { code, stdout, stderr } = await run('protect', name, '--out', 'none.json');
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toContain(message);
    expect(existsSync(at('none.json'))).toBe(false);
  });

  it('a truth that the ledger contradicts, a missing file, a folder', async () => {
    const shown = { threshold: 5, dimensions, cells: [{ key: ['KR', 'illness'], value: 26 }] };
    write('ledger.json', shown);
    write('problem.json', readmeProblem);
    const against = await run('protect', 'problem.json', '--out', 'none.json', '--ledger', 'ledger.json');
    expect(against.code).toBe(4);
    expect(against.stderr).toContain(
      '/trueCells: [KR, illness] of table "table", release 1, was published as 26',
    );
    expect(await run('attack', 'missing.json')).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('missing.json'),
    });
    expect(await run('attack', '.')).toMatchObject({ code: 4, stderr: expect.stringContaining('directory') });
  });

  it('tables that do not add up', async () => {
    const cells = [
      { key: ['World', 'All'], value: 30 },
      { key: ['World', 'accident'], value: 12 },
      { key: ['World', 'illness'], value: 12 },
    ];
    write('bad.json', { dimensions, cells });
    const { code, stderr } = await run('attack', 'bad.json');
    expect(code).toBe(4);
    expect(stderr).toContain('/cells/0: [World, All] is not additive: its parts sum to 24, it says 30');
  });
});
