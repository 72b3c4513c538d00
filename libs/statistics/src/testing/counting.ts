import type { Dimension, StatisticsFilter, StatisticsTable } from '../question.js';
import type { CountedCase } from './register.js';

const causeListOf: Record<string, string> = {
  DETENTION: 'ICCS',
  CRIME_VICTIM: 'ICCS',
  DEATH: 'ICD10',
  MEDICAL: 'ICD10',
  LABOUR: 'LABOUR_ISSUE',
  INSURANCE: 'INSURANCE_SCHEME',
  MISSING: 'MISSING_CIRCUMSTANCE',
  WELFARE: 'WELFARE_NEED',
};

/**
 * Counts a list of cases one by one, the slow and plain way: what the register's tables are compared with.
 * @returns counts by the codes of the categories, joined by a space, as `readable` writes them.
 */
export function countByHand(
  cases: readonly CountedCase[],
  dimensions: readonly Dimension[],
  filter: StatisticsFilter,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const it of cases.filter((each) => isMeant(each, filter))) {
    for (const month of monthsCounted(it, dimensions, filter)) {
      const cell = dimensions.map((dimension) => codeOf(it, dimension, month)).join(' ');
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return counts;
}

/** A table's cells by the codes of their categories. */
export function readable(table: StatisticsTable): Record<string, number> {
  return Object.fromEntries(
    table.cells.map((cell) => [
      table.axes.map(({ categories }, at) => categories[cell[at] ?? -1]?.code).join(' '),
      cell[table.axes.length] ?? 0,
    ]),
  );
}

/** The months in which a case stands in the table: one of a flow, for a stock each at whose end it was open. */
function monthsCounted(
  it: CountedCase,
  dimensions: readonly Dimension[],
  filter: StatisticsFilter,
): string[] {
  const { basis, from, to } = filter;
  if (basis === 'OPENED') return within(it.openedOn.slice(0, 7), filter) ? [it.openedOn.slice(0, 7)] : [];
  if (basis === 'OCCURRED') return occurredIn(it, filter);
  const isOpenAfter = (month: string) =>
    it.openedOn.slice(0, 7) <= month && (it.closedOn === null || it.closedOn.slice(0, 7) > month);
  const ends = endsOfPeriods(dimensions, from, to);
  return ends.filter(isOpenAfter);
}

function occurredIn(it: CountedCase, { from, to, monthUnknown }: StatisticsFilter): string[] {
  if (it.occurredOn === null || it.precision === 'UNKNOWN') return [];
  const year = it.occurredOn.slice(0, 4);
  if (it.precision === 'YEAR') return `${year}-01` >= from && `${year}-12` <= to ? [`${year}-00`] : [];
  if (monthUnknown) return [];
  const month = it.occurredOn.slice(0, 7);
  return month >= from && month <= to ? [month] : [];
}

/** The months at whose end a stock is taken: the last one, or also each before it that ends a year or a month. */
function endsOfPeriods(dimensions: readonly Dimension[], from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = next(month)) months.push(month);
  if (dimensions.includes('MONTH')) return months;
  return dimensions.includes('YEAR') ? months.filter((month) => month === to || month.endsWith('-12')) : [to];
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

const within = (month: string, { from, to }: StatisticsFilter) => month >= from && month <= to;

function isMeant(it: CountedCase, { types, countries, causes, sexes, missions }: StatisticsFilter): boolean {
  const chosen = (list: readonly string[] | null | undefined, value: string) =>
    !list?.length || list.includes(value);
  return (
    chosen(types, it.type) &&
    chosen(countries, it.country) &&
    chosen(sexes, it.sex) &&
    chosen(missions, it.mission) &&
    (chosen(causes, it.cause) || chosen(causes, `${causeListOf[it.type]}.${it.cause}`))
  );
}

function codeOf(it: CountedCase, dimension: Dimension, month: string): string {
  switch (dimension) {
    case 'COUNTRY':
      return it.country;
    case 'CAUSE':
      return `${causeListOf[it.type]}.${it.cause}`;
    case 'TYPE':
      return it.type;
    case 'SEX':
      return it.sex;
    case 'MISSION':
      return it.mission;
    case 'YEAR':
      return month.slice(0, 4);
    case 'MONTH':
      return month;
  }
}
