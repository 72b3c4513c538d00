import type { Answer, Client } from '#support/api';

export interface TableSeen {
  basis: string;
  from: string;
  to: string;
  statement: string;
  axes: { dimension: string; additive: boolean; categories: { code: string; label: string }[] }[];
  cells: number[][];
  total: number;
  illustrations: number;
  countedAt: string;
  undated: number | null;
  csv: string;
  crosstab: string;
  told: string;
}

export type Filter = Record<string, unknown>;

const COUNT = `query ($dimensions: [Dimension!]!, $filter: StatisticsFilter!) {
  statistics(dimensions: $dimensions, filter: $filter) {
    basis from to statement axes { dimension additive categories { code label } } cells total undated illustrations
    countedAt csv crosstab: csv(form: CROSSTAB) told: csv(about: true) } }`;

const CASES = `query ($filter: StatisticsFilter!, $first: Int! = 50, $after: String) {
  statisticsCases(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id type hostCountry { code } } } } }`;

export const march = { basis: 'OPENED', from: '2026-03', to: '2026-03' };
export const year2026 = { basis: 'OPENED', from: '2026-01', to: '2026-12' };

/** Asks for a table, as a client of the API does. */
export function asks(
  client: Client,
  dimensions: string[],
  filter: Filter,
  language?: 'mn' | 'en',
): Promise<Answer> {
  return client.query(COUNT, { dimensions, filter }, language);
}

/** @throws with the errors, where there are some: for what a test only builds on. */
export async function counts(
  client: Client,
  dimensions: string[],
  filter: Filter,
  language?: 'mn' | 'en',
): Promise<TableSeen> {
  const { data, errors } = await asks(client, dimensions, filter, language);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as { statistics: TableSeen }).statistics;
}

/** The cells by the codes of their categories. */
export function cellsOf({ axes, cells }: TableSeen): Record<string, number> {
  return Object.fromEntries(
    cells.map((cell) => [
      axes.map(({ categories }, at) => categories[cell[at] ?? -1]?.code).join(' '),
      cell[axes.length] ?? 0,
    ]),
  );
}

/** How many cases stand behind the figures of a filter, counted by turning every page. */
export async function casesBehind(client: Client, filter: Filter): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await client.query(CASES, { filter, first: 40, after });
    if (errors) throw new Error(JSON.stringify(errors));
    const page = (data as unknown as { statisticsCases: PageSeen }).statisticsCases;
    ids.push(...page.edges.map(({ node }) => node.id));
    if (!page.pageInfo.hasNextPage) {
      if (page.totalCount !== ids.length) throw new Error(`${page.totalCount} said, ${ids.length} shown`);
      return ids;
    }
    after = page.pageInfo.endCursor;
  }
}

interface PageSeen {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { id: string } }[];
}
