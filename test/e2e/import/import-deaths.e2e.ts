import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { v7 as uuidv7 } from 'uuid';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { casesIn, Clerk, type ImportSeen, publishedDeaths } from './clerk.js';

/** The file as it is, read without the register. */
const rows: Record<'date_of_death' | 'country_alpha3' | 'cause_of_death', string>[] = parse(publishedDeaths, {
  columns: true,
});
const good = rows.filter((row) => row.country_alpha3 !== '');

describe('Enkhjargal of the consular department imports the published deaths', () => {
  let world: World;
  let api: RunningApi;
  let client: Client;
  let enkhjargal: Clerk;
  let checked: ImportSeen;

  beforeAll(async () => {
    world = await aWorld();
    api = await startApi(world);
    client = await api.as(people.enkhjargal);
    enkhjargal = new Clerk(api, client);
    checked = await enkhjargal.checked(publishedDeaths);
  });
  afterAll(async () => {
    await api.close();
    await world.end();
  });

  const cases = () => casesIn(world);

  it('is offered the profiles in her language', async () => {
    const { data } = await client.query('{ importProfiles { name label } }', {}, 'mn');
    expect(data?.importProfiles).toEqual([{ name: 'us-deaths', label: 'Гадаадад нас барсан АНУ-ын иргэд' }]);
  });

  it('sees before anything is written that 8,389 would go in and one would not', async () => {
    expect(checked).toMatchObject({
      status: 'CHECKED',
      fileName: 'нас баралт.csv',
      rowsDone: 8390,
      rowsTotal: 8390,
      imported: 0,
      refused: 1,
      unmapped: [],
      failure: null,
      by: { name: people.enkhjargal.name },
    });
    expect(await cases()).toBe(0);
  });

  it('sees which row it is, why, and what to do, in Mongolian', async () => {
    const inMongolian = new Clerk(api, client, 'mn');
    const refused = await inMongolian.rows(checked.id, { verdict: 'REFUSED' });
    expect(refused).toMatchObject({ totalCount: 1, pageInfo: { hasNextPage: false } });
    expect(refused.edges[0]?.node).toEqual({
      rowNo: 5680,
      verdict: 'REFUSED',
      field: 'country_alpha3',
      reason: 'Утга байхгүй байна.',
      remedy: 'Нөхөж бичих, эсвэл энэ мөргүйгээр бусдыг оруулна уу.',
    });
  });

  it('goes through the verdicts page by page, each row once, in the order of the file', async () => {
    const seen: number[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const found = await enkhjargal.rows(checked.id, { verdict: 'OK', first: 100, after });
      expect(found.totalCount).toBe(8389);
      seen.push(...found.edges.map(({ node }) => node.rowNo));
      after = found.pageInfo.endCursor;
    }
    expect(seen).toEqual(Array.from({ length: 300 }, (_, at) => at + 2));
    const around = Buffer.from(JSON.stringify(['5678'])).toString('base64url');
    const found = await enkhjargal.rows(checked.id, { first: 3, after: around });
    expect(found.edges.map(({ node }) => `${node.rowNo} ${node.verdict}`)).toEqual([
      '5679 OK',
      '5680 REFUSED',
      '5681 OK',
    ]);
  });

  it('is not let import the file whole, and nothing goes in', async () => {
    expect((await enkhjargal.run(checked.id)).refusals).toMatchObject([
      { code: 'ROWS_REFUSED', field: 'partial' },
    ]);
    expect(await cases()).toBe(0);
  });

  it('imports the good rows, once, however often she asks', async () => {
    expect(await enkhjargal.run(checked.id, true)).toMatchObject({ __typename: 'Import', id: checked.id });
    const done = await enkhjargal.ended(checked.id);
    expect(done).toMatchObject({ status: 'IMPORTED', imported: 8389, alreadyThere: 0, refused: 1 });
    expect((await enkhjargal.run(checked.id, true)).status).toBe('IMPORTED');
    expect(await cases()).toBe(8389);
    const imported = await enkhjargal.rows(checked.id, { verdict: 'IMPORTED', first: 1 });
    expect(imported.totalCount).toBe(8389);
  });

  it('adds nothing with the same file a second time', async () => {
    const again = await enkhjargal.checked(publishedDeaths);
    expect(again).toMatchObject({ alreadyThere: 8389, refused: 1 });
    await enkhjargal.run(again.id, true);
    expect(await enkhjargal.ended(again.id)).toMatchObject({
      status: 'IMPORTED',
      imported: 0,
      alreadyThere: 8389,
    });
    expect(await cases()).toBe(8389);
  });

  it('finds the file’s own counts in the statistics: by country, by cause and by year', async () => {
    const countries = await world.owner.query<{ code: string; alpha3: string }>(
      'select code, alpha3 from reference.country',
    );
    const codeOf = new Map(countries.rows.map(({ code, alpha3 }) => [alpha3, code]));
    expect(await statistics('COUNTRY')).toEqual(tally((row) => codeOf.get(row.country_alpha3) ?? '?'));
    expect(await statistics('YEAR')).toEqual(tally((row) => row.date_of_death.slice(0, 4)));
    const byCause = await statistics('CAUSE');
    const having = (text: RegExp) => good.filter((row) => text.test(row.cause_of_death)).length;
    expect(byCause.get('ICD10.W65-W74')).toBe(having(/^Drowning/));
    expect(byCause.get('ICD10.X60-X84')).toBe(having(/^Suicide$/));
    expect(byCause.get('ICD10.V40-V49')).toBe(having(/^Vehicle Accident - Auto$/));
    expect([...byCause.values()].reduce((sum, n) => sum + n)).toBe(8389);
  });

  function tally(of: (row: (typeof good)[number]) => string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const row of good) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
    return counts;
  }

  async function statistics(dimension: string): Promise<Map<string, number>> {
    const { data, errors } = await client.query(
      `query ($filter: StatisticsFilter!, $dimensions: [Dimension!]!) {
         statistics(filter: $filter, dimensions: $dimensions) { total axes { categories { code } } cells } }`,
      { dimensions: [dimension], filter: { from: '2002-01', to: '2012-12', types: ['DEATH'] } },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const table = data?.statistics as unknown as {
      axes: { categories: { code: string }[] }[];
      cells: number[][];
    };
    return new Map(
      table.cells.map(([index, n]) => [table.axes[0]?.categories[index ?? -1]?.code ?? '?', n ?? 0]),
    );
  }

  it('leaves her name in the log: the files, the orders and the work', async () => {
    const log = await world.owner.query<{ done: number; refused: string[] }>(
      `select count(*) filter (where refused is null)::int as done, array_agg(refused) filter (where refused is not null) as refused
         from access.log where operation = 'cases.import' and staff_id = $1 and subject_id = $2`,
      [client.staffId, checked.id],
    );
    // The check and its work, the run, its work, and the run asked again; and the run that was refused, with why.
    expect(log.rows[0]?.done).toBe(5);
    expect(log.rows[0]?.refused).toEqual([expect.stringContaining('ROWS_REFUSED')]);
  });

  it('may send the check twice under one id, but not another file under it', async () => {
    const { fileId } = await enkhjargal.send(publishedDeaths);
    const id = uuidv7();
    const twice = await Promise.all([
      enkhjargal.check(fileId, 'us-deaths', id),
      enkhjargal.check(fileId, 'us-deaths', id),
    ]);
    expect(twice.map((one) => one.id)).toEqual([id, id]);
    const other = await enkhjargal.send('x');
    expect((await enkhjargal.check(other.fileId, 'us-deaths', id)).refusals).toMatchObject([
      { code: 'ID_ALREADY_USED', field: 'id' },
    ]);
    await enkhjargal.ended(id);
  });
});
