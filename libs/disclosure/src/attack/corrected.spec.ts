import { describe, expect, it } from '@jest/globals';
import { parsePublished } from '../model/index.js';
import { attack, type Finding } from './index.js';

const flat = (name: string, total: string, ...codes: string[]): object => ({
  name,
  codes: [total, ...codes],
  parents: Object.fromEntries(codes.map((code) => [code, total])),
});
const country = flat('country', 'World', 'FR', 'IT', 'KR', 'MN');
const cell = (value: number | null, ...key: string[]): object => ({ key, value });
const change = (by: number, ...key: string[]): object => ({ key, change: by });

/** What falls of a second release with corrections of the first, both of the same table. */
async function falls(
  first: object[],
  second: object[],
  corrections: object[],
  head: object = {},
): Promise<Finding[]> {
  const rule = { threshold: 5, protection: 4, dimensions: [country], ...head };
  const dimensions = (rule.dimensions as { name: string }[]).map(({ name }) => name);
  const table = (release: number, cells: object[]): object => ({ name: 't', dimensions, release, cells });
  const ledger = parsePublished({ ...rule, tables: [table(1, first)] });
  const published = parsePublished({ ...rule, tables: [table(2, second)], corrections });
  const { findings, undetermined } = await attack(published, { ledger });
  expect(undetermined).toEqual([]);
  return findings;
}

const names = (findings: Finding[]): string[] =>
  findings.map(
    ({ kind, how, key, less, lower, upper, asOf, since }) =>
      `${kind}/${how} ${key.join(' ')}${less ? ` less ${less.map((one) => one.join(' ')).join(', ')}` : ''}` +
      ` ${lower}..${upper}${asOf ? ` as of ${asOf}` : ''}${since ? ` since ${since}` : ''}`,
  );

describe('corrections that give somebody away are found and named', () => {
  const all = (fr: number, it: number): object[] => [
    cell(fr + it + 40, 'World'),
    cell(fr, 'FR'),
    cell(it, 'IT'),
    cell(20, 'KR'),
    cell(20, 'MN'),
  ];

  it('not when every change is of as many people as the threshold', async () => {
    expect(await falls(all(30, 20), all(36, 20), [change(6, 'World'), change(6, 'FR')])).toEqual([]);
  });

  it('when a count is put right by a few', async () => {
    const found = await falls(all(30, 20), all(32, 20), [change(2, 'World'), change(2, 'FR')]);
    expect(names(found)).toEqual([
      'differencing/exact World 2..2 since 1',
      'differencing/exact FR 2..2 since 1',
    ]);
  });

  it('when what is announced leaves a few for those that are not listed', async () => {
    const some = (world: number, fr: number, it: number): object[] => [
      cell(world, 'World'),
      cell(fr, 'FR'),
      cell(it, 'IT'),
    ];
    const found = await falls(some(90, 30, 20), some(102, 35, 25), [
      change(12, 'World'),
      change(5, 'FR'),
      change(5, 'IT'),
    ]);
    expect(names(found)).toEqual(['differencing/exact World less FR, IT 2..2 since 1']);
  });

  it('when a count that is large now was hidden because it was small', async () => {
    const first = [cell(62, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(20, 'KR'), cell(20, 'MN')];
    const found = await falls(first, all(12, 19), [change(9, 'World'), change(9, 'FR')]);
    expect(names(found)).toEqual(['differencing/exact FR 3..3 as of 1']);
  });

  it('when a hidden count must have been small before, though it may be anything from 10 on now', async () => {
    // FR and IT together were 7; FR was 1 to 6 at least, now at least 10 more.
    const hidden = (world: number): object[] => [
      cell(world, 'World'),
      cell(null, 'FR'),
      cell(null, 'IT'),
      cell(20, 'KR'),
      cell(20, 'MN'),
    ];
    const found = await falls(hidden(45), hidden(55), [change(10, 'World'), change(10, 'FR')]);
    expect(names(found)).toContain('differencing/below-threshold FR 1..4 as of 1');
  });

  it('when all people of a group were in one category before others were added', async () => {
    const cause = { ...flat('cause', 'Any', 'illness', 'accident'), sensitive: true };
    const row = (any: number, ill: number, accident: number): object[] => [
      cell(any, 'FR', 'Any'),
      cell(ill, 'FR', 'illness'),
      cell(accident, 'FR', 'accident'),
    ];
    const head = { dimensions: [flat('country', 'World', 'FR', 'IT'), cause], zeros: 'maySuppress' };
    const added = [change(9, 'FR', 'Any'), change(9, 'FR', 'accident')];
    const found = await falls(row(12, 12, 0), row(21, 12, 9), added, head);
    expect(names(found)).toContain('differencing/group FR illness 0..0 as of 1');
  });

  it('when an increase between cumulative releases was small before it was put right', async () => {
    const rule = { threshold: 5, protection: 4, dimensions: [country], releaseMode: 'cumulative' };
    const table = (release: number, fr: number): object => ({
      name: 't',
      dimensions: ['country'],
      release,
      cells: [cell(fr, 'FR')],
    });
    const ledger = parsePublished({ ...rule, tables: [table(1, 30), table(2, 33)] });
    const corrections = [{ ...change(6, 'FR'), release: 2 }];
    const published = parsePublished({ ...rule, tables: [table(3, 39)], corrections });
    const { findings } = await attack(published, { ledger });
    expect(names(findings)).toContain('differencing/exact FR 3..3 as of 2 since 1');
  });
});

describe('an attack on corrections', () => {
  const cells = [cell(30, 'World')];
  const published = {
    dimensions: [country],
    tables: [{ name: 't', dimensions: ['country'], release: 2, cells }],
  };

  it('needs the ledger that they are of, with the cells that they name', async () => {
    const corrected = parsePublished({ ...published, corrections: [change(6, 'FR')] });
    await expect(attack(corrected)).rejects.toThrow('/corrections: they are of a ledger; name it.');
    const ledger = parsePublished({
      dimensions: [country],
      tables: [{ name: 't', dimensions: ['country'], release: 1, cells }],
    });
    await expect(attack(corrected, { ledger })).rejects.toThrow(
      '/corrections/0: the ledger has no cell [FR]',
    );
  });

  it('refuses values that the corrections do not lead to', async () => {
    const ledger = parsePublished({
      dimensions: [country],
      tables: [{ name: 't', dimensions: ['country'], release: 1, cells: [cell(20, 'World')] }],
    });
    const corrected = parsePublished({ ...published, corrections: [change(6, 'World')] });
    await expect(attack(corrected, { ledger })).rejects.toThrow(/contradict.*26 and as 30/);
  });
});
