import { composed, type Statement } from '#platform';
import { fullYears, type Stretch, stretchesOf, unknownMonthsOf, yearOf } from './period.rules.js';
import type { Dimension, Question } from './question.js';

const columnsOf: Record<Dimension, readonly string[]> = {
  MISSION: ['mission_id'],
  COUNTRY: ['country'],
  TYPE: ['type'],
  CAUSE: ['type', 'cause'], // a code means something only within the list that the type names
  SEX: ['sex'],
  YEAR: [],
  MONTH: [],
};
const columnOrder = ['mission_id', 'country', 'type', 'cause', 'sex'];

/** Columns in which the answer's lines begin, in their order. */
export function keyColumns(dimensions: readonly Dimension[]): string[] {
  const wanted = new Set(dimensions.flatMap((dimension) => columnsOf[dimension]));
  return columnOrder.filter((column) => wanted.has(column));
}

/**
 * The counts and the facts they have not taken in yet, in one statement and so as of one moment.
 *
 * One row: `version` of the counts; `ours`, false when they came from another server; `counted_at`; `kept` and `pending`,
 * the counts and the facts as text: a line per combination of key columns, tab-separated: the columns, how many are
 * illustrations, and pairs "period count" (period: 201603, 2016, or 0 where the table has no time, or before it).
 * For events also `undated_kept` and `undated_pending`: how many cases have no date, and so stand in no period.
 * Text, because a row of protocol per cell costs both sides more than the counting.
 */
export function countStatement(question: Question): Statement {
  return statement(question, true);
}

/** The same without `kept`, for whoever still holds it: it is good as long as `version` is the same. */
export function pendingStatement(question: Question): Statement {
  return statement(question, false);
}

function statement(question: Question, withKept: boolean): Statement {
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const kept = withKept ? `(${lines(question, keptSources(question, add))}) as kept,` : '';
  const text = `select m.version, m.tx <= pg_snapshot_xmax(pg_current_snapshot()) as ours,
      statement_timestamp() as counted_at, ${kept}
      (${lines(question, [pendingSource(question, add)])}) as pending${undated(question, withKept, add)}
    from stat.fold_mark m`;
  return composed(text, values);
}

type Add = (value: unknown) => string;

/** Every case is opened in some month; one of known date also happened in some: what is missing has no date. */
function undated(question: Question, withKept: boolean, add: Add): string {
  if (!countsUndated(question)) return '';
  const sum = (table: string, where: string[]) =>
    `(select coalesce(sum(opened - occurred), 0)::integer from ${table} s where ${where.join(' and ')})`;
  const narrowed = narrowing(question, add);
  const pending = sum('stat.fact_move', ['s.tx >= m.tx', ...narrowed]);
  if (!withKept) return `, ${pending} as undated_pending`;
  const kept = sum(`stat.${isWorldwide(question) ? 'world' : 'post'}_year`, ['true', ...narrowed]);
  return `, ${pending} as undated_pending, ${kept} as undated_kept`;
}

/** Whether the cases without a date are to be told: where events are counted, and not those of unknown month alone. */
export function countsUndated({ basis, monthUnknown }: Question): boolean {
  return basis === 'OCCURRED' && !monthUnknown;
}

/** Whether posts and sexes need not be told apart, so that the small tables serve. */
function isWorldwide({ dimensions, missions, sexes }: Question): boolean {
  return !missions && !sexes && !dimensions.includes('MISSION') && !dimensions.includes('SEX');
}

function keptSources(question: Question, add: Add): string[] {
  const tables = isWorldwide(question) ? 'world' : 'post';
  return keptStretches(question).map((stretch) => {
    const { grain } = stretch;
    const between = `${grain} between ${add(stretch.from)} and ${add(stretch.to)}`;
    const where = [between, ...(grain === 'month' ? monthsOfEvents(question, add) : [])];
    return source(question, `stat.${tables}_${grain} s`, grain, where, add);
  });
}

function pendingSource(question: Question, add: Add): string {
  const { from, to } = question.period;
  const start = question.basis === 'OPEN_AT_END' ? 0 : withUnknownMonth(from);
  const where = [
    's.tx >= m.tx',
    `month between ${add(start)} and ${add(to)}`,
    ...monthsOfEvents(question, add),
  ];
  return source(question, 'stat.fact_move s', 'month', where, add);
}

function keptStretches({ basis, dimensions, period, monthUnknown }: Question): Stretch[] {
  // Years hold their events of unknown month together with the others: only months tell them apart.
  const monthly = dimensions.includes('MONTH') || monthUnknown;
  if (basis !== 'OPEN_AT_END') {
    return monthly
      ? [{ grain: 'month', from: withUnknownMonth(period.from), to: period.to }]
      : stretchesOf(period);
  }
  // A stock is what was ever opened less what was ever closed: whole years as far as they go, then months.
  const monthsFrom = monthly ? yearOf(period.from) : yearOf(period.to) + (period.to % 100 === 12 ? 1 : 0);
  const years = { grain: 'year', from: 0, to: monthsFrom - 1 } as const;
  const months = { grain: 'month', from: monthsFrom * 100 + 1, to: period.to } as const;
  return months.from <= months.to ? [years, months] : [years];
}

/** 201600 for 201601: events of unknown month lie before January, where the period covers the year. */
function withUnknownMonth(from: number): number {
  return from % 100 === 1 ? from - 1 : from;
}

/** An event of unknown month counts only in a period that holds its whole year; or such events alone are meant. */
function monthsOfEvents({ basis, period, monthUnknown }: Question, add: Add): string[] {
  if (basis !== 'OCCURRED') return [];
  if (monthUnknown) return [`month = any(${add(unknownMonthsOf(period))}::int[])`];
  const years = fullYears(period) ?? { from: 0, to: 0 };
  return [`(month % 100 <> 0 or month / 100 between ${add(years.from)} and ${add(years.to)})`];
}

function source(
  question: Question,
  table: string,
  grain: Stretch['grain'],
  where: string[],
  add: Add,
): string {
  const { n, illustrations, any } = measures[question.basis];
  const columns = [...keyColumns(question.dimensions), `${periodOf(question, grain, add)} as period`];
  const conditions = [...where, any, ...narrowing(question, add)];
  return `select ${columns.join(', ')}, ${n} as n, ${illustrations} as i
            from ${table} where ${conditions.join(' and ')}`;
}

const measures: Record<Question['basis'], { n: string; illustrations: string; any: string }> = {
  OCCURRED: { n: 'occurred', illustrations: 'illustrated_occurred', any: 'occurred <> 0' },
  OPENED: { n: 'opened', illustrations: 'illustrated_opened', any: 'opened <> 0' },
  OPEN_AT_END: {
    n: 'opened - closed',
    illustrations: 'illustrated_opened - illustrated_closed',
    any: '(opened <> 0 or closed <> 0)',
  },
};

/** The period of a row: as fine as the dimensions ask, 0 for what a stock brings along from before. */
function periodOf({ dimensions, basis, period }: Question, grain: Stretch['grain'], add: Add): string {
  const stock = basis === 'OPEN_AT_END';
  if (dimensions.includes('MONTH')) {
    if (grain === 'year') return '0';
    return stock ? `case when month < ${add(period.from)} then 0 else month end` : 'month';
  }
  if (!dimensions.includes('YEAR')) return '0';
  const year = grain === 'year' ? 'year' : 'month / 100';
  return stock ? `case when ${year} < ${add(yearOf(period.from))} then 0 else ${year} end` : year;
}

function narrowing({ types, countries, causes, sexes, missions }: Question, add: Add): string[] {
  const where: string[] = [];
  if (missions) where.push(`mission_id = any(${add(missions)}::text[])`);
  if (countries) where.push(`country = any(${add(countries)}::bpchar[])`);
  if (types) where.push(`type = any(${add(types)}::text[])`);
  if (sexes) where.push(`sex = any(${add(sexes)}::text[])`);
  if (causes) {
    const ofTypes = add(causes.map((cause) => cause.type));
    const codes = add(causes.map((cause) => cause.code));
    where.push(`(type, cause) in (select * from unnest(${ofTypes}::text[], ${codes}::text[]))`);
  }
  return where;
}

/** One text of all the lines of the sources together. */
function lines(question: Question, sources: string[]): string {
  const keys = keyColumns(question.dimensions);
  const timed = question.dimensions.some((dimension) => dimension === 'YEAR' || dimension === 'MONTH');
  const groups = [...keys, ...(timed ? ['period'] : [])];
  const summed = `select ${[...groups, 'sum(n) as n', 'sum(i) as i'].join(', ')}
    from (${sources.join(' union all ')}) counted group by ${groups.join(', ')}
    having sum(n) <> 0 or sum(i) <> 0`;
  const series = timed ? `string_agg(period || ' ' || n, ' ')` : `'0 ' || n`;
  const perKey = timed
    ? `select ${[...keys, 'sum(i) as i', `${series} as series`].join(', ')} from (${summed}) periods
       ${keys.length > 0 ? `group by ${keys.join(', ')}` : 'having count(*) > 0'}`
    : `select ${[...keys, 'i', `${series} as series`].join(', ')} from (${summed}) sums`;
  const line = [...keys, 'i', 'series'].join(` || e'\\t' || `);
  return `select string_agg(${line}, e'\\n') from (${perKey}) per_key`;
}
