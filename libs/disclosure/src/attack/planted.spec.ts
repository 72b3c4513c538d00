import { describe, expect, it } from '@jest/globals';
import { ModelError, parsePublished } from '../model/index.js';
import { attack, type AttackOptions, type AttackResult, type Finding } from './index.js';

const flat = (name: string, total: string, ...codes: string[]): object => ({
  name,
  codes: [total, ...codes],
  parents: Object.fromEntries(codes.map((code) => [code, total])),
});
const country = flat('country', 'World', 'FR', 'IT', 'MN');
const cause = flat('cause', 'Any', 'illness', 'accident');
const cell = (value: number | null, ...key: string[]): object => ({ key, value });

function attackFile(file: object, options?: AttackOptions): Promise<AttackResult> {
  return attack(parsePublished({ threshold: 5, protection: 4, ...file }), options);
}

const names = ({ findings }: AttackResult): string[] => findings.map(nameOf);
const nameOf = ({ kind, how, key, lower, upper }: Finding): string =>
  `${kind}${kind === how ? '' : `/${how}`} ${key.join(' ')} ${lower}..${upper}`;

describe('a planted weakness is found and named', () => {
  it('a small count that is simply shown', async () => {
    const cells = [cell(30, 'World'), cell(12, 'FR'), cell(3, 'IT'), cell(15, 'MN')];
    expect(names(await attackFile({ dimensions: [country], cells }))).toEqual(['exact IT 3..3']);
  });

  it('a single hidden cell in a row: the total gives it back', async () => {
    const cells = [cell(30, 'World'), cell(12, 'FR'), cell(null, 'IT'), cell(15, 'MN')];
    expect(names(await attackFile({ dimensions: [country], cells }))).toEqual(['exact IT 3..3']);
  });

  it('two hidden cells that must share too few people, since zeros are shown', async () => {
    const cells = [cell(30, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(25, 'MN')];
    const file = { dimensions: [country], cells };
    expect(names(await attackFile(file))).toEqual(['below-threshold FR 1..4', 'below-threshold IT 1..4']);
    expect(names(await attackFile({ ...file, zeros: 'maySuppress' }))).toEqual([]);
  });

  it('two hidden cells that can only be 1 and 1: the announced zeros make it exact', async () => {
    const cells = [cell(30, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(28, 'MN')];
    expect(names(await attackFile({ dimensions: [country], cells }))).toEqual([
      'exact FR 1..1',
      'exact IT 1..1',
    ]);
  });

  it('an interval that is too narrow although it is not surely small', async () => {
    // FR may be 1..5 alone; the protection asked for is wider than that.
    const cells = [cell(30, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(24, 'MN')];
    const narrow = await attackFile({ dimensions: [country], cells, protection: 5 });
    expect(names(narrow)).toEqual(['narrow FR 1..5', 'narrow IT 1..5']);
    expect(names(await attackFile({ dimensions: [country], cells }))).toEqual([]);
  });

  it('a group all of whose people but one are seen to be in one category', async () => {
    const dimensions = [country, { ...cause, sensitive: true }];
    const cells = [
      cell(12, 'FR', 'Any'),
      cell(11, 'FR', 'illness'),
      cell(null, 'FR', 'accident'),
      cell(40, 'World', 'Any'),
    ];
    const file = {
      dimensions,
      cells,
      zeros: 'maySuppress',
      tables: [{ name: 't', dimensions: ['country', 'cause'] }],
    };
    expect(names(await attackFile(file, { coalition: 1 }))).toContain('group FR illness 1..1');
    expect(names(await attackFile(file, { coalition: 0 }))).not.toContain('group FR illness 1..1');
  });

  it('a group whose new people are all in one category, though those who were there before are not', async () => {
    const table = (release: number, any: number, ill: number, accident: number): object => ({
      name: 't',
      dimensions: ['country', 'cause'],
      release,
      cells: [
        cell(any, 'FR', 'Any'),
        cell(ill, 'FR', 'illness'),
        cell(accident, 'FR', 'accident'),
        cell(any + 50 + 20 * release, 'World', 'Any'),
      ],
    });
    const head = { dimensions: [country, { ...cause, sensitive: true }], releaseMode: 'cumulative' };
    const all = await attackFile({ ...head, tables: [table(1, 20, 11, 9), table(2, 29, 20, 9)] });
    expect(names(all)).toEqual(['differencing/group FR illness 0..0']);
    expect(all.findings[0]).toMatchObject({ since: 1, release: 2 });
    const mixed = await attackFile({ ...head, tables: [table(1, 20, 11, 9), table(2, 35, 20, 15)] });
    expect(names(mixed)).toEqual([]);
  });

  it('a hidden cell that a later release of the same people shows round about', async () => {
    const table = (release: number, ...cells: object[]): object => ({
      name: 't',
      dimensions: ['country'],
      release,
      cells,
    });
    const first = table(1, cell(30, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(9, 'MN'));
    const second = table(2, cell(18, 'FR'), cell(30, 'World'));
    const joint = await attackFile({ dimensions: [country], tables: [first, second] });
    expect(names(joint)).toEqual(['differencing/exact IT 3..3']);
    const ledger = parsePublished({ dimensions: [country], tables: [first] });
    expect(names(await attackFile({ dimensions: [country], tables: [second] }, { ledger }))).toEqual([
      'differencing/exact IT 3..3',
    ]);
  });

  it('a small increase between cumulative releases, and one that can be bounded', async () => {
    const table = (release: number, ...cells: object[]): object => ({
      name: 't',
      dimensions: ['country'],
      release,
      cells,
    });
    const tables = [
      table(1, cell(40, 'World'), cell(20, 'FR'), cell(11, 'IT'), cell(9, 'MN')),
      table(2, cell(52, 'World'), cell(22, 'FR'), cell(null, 'IT'), cell(null, 'MN')),
    ];
    const result = await attackFile({ dimensions: [country], tables, releaseMode: 'cumulative' });
    expect(names(result)).toEqual(['differencing/exact FR 2..2']);
    expect(result.findings[0]).toMatchObject({ since: 1, release: 2 });
  });

  it('a small increase over a cumulative release that did not list the country', async () => {
    const table = (release: number, ...cells: object[]): object => ({
      name: 't',
      dimensions: ['country'],
      release,
      cells,
    });
    const tables = [
      table(1, cell(60, 'World'), cell(20, 'FR')),
      table(2, cell(80, 'World')),
      table(3, cell(100, 'World'), cell(22, 'FR')),
    ];
    const result = await attackFile({ dimensions: [country], tables, releaseMode: 'cumulative' });
    expect(names(result)).toEqual(['differencing/exact FR 2..2']);
    expect(result.findings[0]).toMatchObject({ since: 1, release: 3 });
  });

  it('a count that no table lists: the rest of a total, one cell or several', async () => {
    const one = [cell(30, 'World'), cell(12, 'FR'), cell(15, 'MN')];
    expect(names(await attackFile({ dimensions: [country], cells: one }))).toEqual([
      'unlisted/exact IT 3..3',
    ]);
    const several = await attackFile({ dimensions: [country], cells: [cell(30, 'World'), cell(27, 'FR')] });
    expect(names(several)).toEqual(['unlisted/exact World 3..3']);
    expect(several.findings[0]?.less).toEqual([['FR']]);
  });

  it('a count that no table lists: the difference of two groupings', async () => {
    const groupings = {
      name: 'country',
      codes: ['World', 'Europe', 'EU', 'FR', 'IT', 'CH', 'NO', 'MN'],
      parents: [
        { Europe: 'World', MN: 'World', FR: 'Europe', IT: 'Europe', CH: 'Europe', NO: 'Europe' },
        { EU: 'World', MN: 'World', CH: 'World', NO: 'World', FR: 'EU', IT: 'EU' },
      ],
    };
    const cells = [cell(40, 'World'), cell(29, 'Europe'), cell(26, 'EU')];
    const { findings } = await attackFile({ dimensions: [groupings], cells });
    expect(findings.map((finding) => [nameOf(finding), finding.less])).toEqual([
      ['unlisted/exact Europe 3..3', [['EU']]],
    ]);
  });

  it('a count that no table lists: an innermost cell behind three linked tables', async () => {
    const year = flat('year', 'All', '2024', '2025');
    const place = flat('country', 'World', 'FR', 'IT');
    // Behind the margins: FR illness 2024 must be 2, though no margin is below 5.
    const margins = {
      'country,cause': [
        ['FR', 'illness', 9],
        ['FR', 'accident', 8],
        ['IT', 'illness', 8],
        ['IT', 'accident', 6],
      ],
      'country,year': [
        ['FR', '2024', 10],
        ['FR', '2025', 7],
        ['IT', '2024', 6],
        ['IT', '2025', 8],
      ],
      'cause,year': [
        ['illness', '2024', 2],
        ['illness', '2025', 15],
        ['accident', '2024', 14],
        ['accident', '2025', 0],
      ],
    };
    const tables = Object.entries(margins).map(([list, rows]) => ({
      name: list,
      dimensions: list.split(','),
      cells: rows.map((row) => ({ key: row.slice(0, 2), value: row[2] })),
    }));
    const { findings } = await attackFile({ dimensions: [place, cause, year], tables });
    const inner = findings.filter(({ tables }) => tables.length === 0).map(nameOf);
    expect(inner).toContain('unlisted/exact FR illness 2024 2..2');
  });
});

describe('an attack', () => {
  const cells = [cell(30, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(15, 'MN')];

  it('finds nothing in a safe table', async () => {
    const result = await attackFile({ dimensions: [country], cells });
    expect(result).toMatchObject({ findings: [], undetermined: [] });
    expect(result.targets).toBe(4);
  });

  it('reports what it had no time for as undetermined, never as safe', async () => {
    const late = await attackFile({ dimensions: [country], cells }, { timeLimitSeconds: 0 });
    expect(late.undetermined.map(({ key, reason }) => [key.join(), reason])).toEqual([
      ['FR', 'time'],
      ['IT', 'time'],
    ]);
    const aborted = await attackFile({ dimensions: [country], cells }, { signal: AbortSignal.abort() });
    expect(aborted.undetermined.map(({ reason }) => reason)).toEqual(['cancelled', 'cancelled']);
  });

  it('refuses values that no table of people can be behind', async () => {
    const impossible = [cell(30, 'World'), cell(null, 'FR'), cell(null, 'IT'), cell(29, 'MN')];
    await expect(attackFile({ dimensions: [country], cells: impossible })).rejects.toThrow(ModelError);
    const odd = [cell(null, 'FR'), cell(30, 'World'), cell(20, 'IT'), cell(10, 'MN')];
    await expect(attackFile({ dimensions: [country], cells: odd })).rejects.toThrow(/\[FR\]|\[World\]/);
  });

  it('does not take ten million people for a contradiction where nothing limits the hidden counts', async () => {
    const crossed = {
      name: 'country',
      codes: ['World', 'A', 'B', 'C', 'D', 'ac', 'ad', 'bc', 'bd'],
      parents: [
        { A: 'World', B: 'World', ac: 'A', ad: 'A', bc: 'B', bd: 'B' },
        { C: 'World', D: 'World', ac: 'C', bc: 'C', ad: 'D', bd: 'D' },
      ],
    };
    const hidden = ['World', 'A', 'B', 'D', 'ac', 'ad', 'bc', 'bd'].map((code) => cell(null, code));
    const result = await attackFile({ dimensions: [crossed], cells: [cell(10_000_000, 'C'), ...hidden] });
    expect(result).toMatchObject({ findings: [], undetermined: [] });
  });
});
