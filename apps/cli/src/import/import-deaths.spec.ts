import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aWorld, type World } from '#support/world';
import { importCommand } from './command.js';

const file = resolve(import.meta.dirname, '../../../../libs/cases/src/import/fixtures/us-2002-2012.csv');

describe('the operator’s command `import deaths`', () => {
  let world: World;
  let folder: string;

  beforeAll(async () => {
    world = await aWorld();
    folder = mkdtempSync(join(tmpdir(), 'elchin-cli-'));
    process.env.DATABASE_URL = world.ownerUrl;
  });
  afterEach(() => {
    process.exitCode = undefined;
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    rmSync(folder, { recursive: true });
    await world.end();
  });

  /** Runs it as typed; everything it said, and the code it would end with. */
  async function run(...typed: string[]): Promise<{ said: string; code: number }> {
    const said: string[] = [];
    const listen = (text: unknown) => void said.push(String(text));
    const spies = [
      jest.spyOn(console, 'log').mockImplementation(listen),
      jest.spyOn(console, 'error').mockImplementation(listen),
    ];
    await importCommand().parseAsync(['deaths', ...typed], { from: 'user' });
    for (const spy of spies) spy.mockRestore();
    return { said: said.join('\n'), code: Number(process.exitCode ?? 0) };
  }

  it('refuses the published file for its one row, names it in the language asked for, and ends with 1', async () => {
    const english = await run(file, '--profile', 'us-deaths', '--language', 'en');
    expect(english).toEqual({
      code: 1,
      said: [
        'row 5680, country_alpha3: The value is missing. Fill it in, or import the other rows without this one.',
        '1 of the rows are refused, so nothing was imported. Correct them in the file, or import the good rows alone (partial).',
        'Rows: 8390; imported 0, would be imported 8389, already there 0, refused 1',
      ].join('\n'),
    });
    const mongolian = await run(file, '--profile', 'us-deaths', '--language', 'mn');
    expect(mongolian.said).toContain('мөр 5680, country_alpha3: Утга байхгүй байна.');
  });

  it('says with --check what it would do, then does it with --partial, and does nothing the second time', async () => {
    const typed = [file, '--profile', 'us-deaths', '--partial', '--language', 'en'];
    expect((await run(...typed, '--check')).said).toMatch(
      /would be imported 8389, already there 0, refused 1$/,
    );
    expect(await run(...typed)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Rows: 8390; imported 8389, already there 0, refused 1$/),
    });
    expect((await run(...typed)).said).toMatch(/imported 0, already there 8389, refused 1$/);
    const kept = await world.owner.query('select count(*)::int as n from cases.case_file');
    expect(kept.rows).toEqual([{ n: 8389 }]);
  });

  it('takes a profile of the operator’s own, and names the line of a mistake in it', async () => {
    const csv = join(folder, 'own.csv');
    writeFileSync(csv, 'огноо;газар;улс;шалтгаан\n9.3.2021;Сөүл;KR;Осол\n10.3.2021;Бусан;KR;Лусын хорлол\n');
    const own = join(folder, 'own.yaml');
    const text = [
      'name: own',
      'label: { en: Own, mn: Өөрийн }',
      'columns:',
      '  date: { column: Огноо, format: d.M.yyyy }',
      '  place: газар',
      '  country: улс',
      '  cause: шалтгаан',
      'case: { source: MINISTRY, status: REGISTERED }',
      'causes:',
      '  Осол: { manner: ACCIDENT, icd10: X58-X59 }',
    ];
    writeFileSync(own, text.join('\n'));
    const unknown = await run(csv, '--profile', own, '--partial', '--language', 'en');
    expect(unknown.code).toBe(1);
    expect(unknown.said).toContain(
      'Cause texts that the profile does not know, with their counts:\n  1 × Лусын хорлол',
    );
    const mapped = await run(csv, '--profile', own, '--unmapped-as', 'UNKNOWN', '--language', 'en');
    expect(mapped.said).toBe('Rows: 2; imported 2, already there 0, refused 0');
    const made = await world.owner.query(
      `select occurred_on::text, status, closed_on, cause_code from cases.case_file where host_country = 'KR'
          and place in ('Сөүл', 'Бусан') order by 1`,
    );
    expect(made.rows).toEqual([
      { occurred_on: '2021-03-09', status: 'REGISTERED', closed_on: null, cause_code: 'X58-X59' },
      { occurred_on: '2021-03-10', status: 'REGISTERED', closed_on: null, cause_code: 'UNKNOWN' },
    ]);

    writeFileSync(own, text.join('\n').replace('X58-X59', 'X58-X99'));
    const broken = await run(csv, '--profile', own, '--language', 'en');
    expect(broken.code).toBe(1);
    expect(broken.said).toContain('line 10, causes.Осол.icd10: "X58-X99" is not in the list ICD10.');
  });

  it('explains a file that is not there and a profile that is not known', async () => {
    expect(await run(join(folder, 'none.csv'), '--profile', 'us-deaths', '--language', 'en')).toMatchObject({
      code: 1,
      said: expect.stringContaining('cannot be read (ENOENT)'),
    });
    expect(await run(file, '--profile', 'uk-deaths', '--language', 'en')).toEqual({
      code: 1,
      said: 'There is no profile "uk-deaths". Choose one of: us-deaths.',
    });
  });
});
