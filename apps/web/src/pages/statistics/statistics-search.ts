import {
  bases,
  caseTypes,
  dimensions,
  sexes,
  type Basis,
  type CaseType,
  type Dimension,
  type Sex,
} from '../../enums.ts';
import type { VariablesOf } from '../../graphql/tada.ts';
import { codesOf, oneOf, someOf, textLike } from '../../search-params.ts';
import type { statisticsDocument } from './statistics-documents.ts';

/** A table of statistics as it stands in the address: whoever has the address sees the same question. */
export interface StatisticsSearch {
  basis?: Basis;
  /** First and last month, YYYY-MM. */
  from?: string;
  to?: string;
  row?: Dimension;
  /** The dimension of the columns; "NONE" for a list of totals. */
  column?: Dimension | 'NONE';
  sort?: 'label';
  type?: CaseType[];
  country?: string[];
  cause?: string[];
  sex?: Sex[];
  mission?: string[];
  /** Only events of which the year is known and not the month. */
  monthUnknown?: true;
}

const month = /^\d{4}-(0[1-9]|1[0-2])$/;
/** How the server writes the unknown month of a year. */
const unknownMonth = /^(\d{4})-00$/;

/**
 * Reads the address; what is not part of a table is dropped. It must stand there as undefined: the router puts what this
 * gives over what the address holds.
 */
export function statisticsSearch(raw: Record<string, unknown>): StatisticsSearch {
  const basis = oneOf(raw['basis'], bases);
  return {
    basis,
    from: textLike(raw['from'], month),
    to: textLike(raw['to'], month),
    row: oneOf(raw['row'], dimensions),
    column: oneOf(raw['column'], [...dimensions, 'NONE'] as const),
    sort: oneOf(raw['sort'], ['label'] as const),
    type: someOf(raw['type'], caseTypes),
    country: codesOf(raw['country']),
    cause: codesOf(raw['cause']),
    sex: someOf(raw['sex'], sexes),
    mission: codesOf(raw['mission']),
    // Only of what happened can the month be unknown: the day of opening and of closing always is known.
    monthUnknown: basis === 'OCCURRED' && String(raw['monthUnknown']) === 'true' ? true : undefined,
  };
}

/** The table that the address asks for, with everything it leaves open filled in. */
export interface TableQuestion extends StatisticsSearch {
  basis: Basis;
  from: string;
  to: string;
  row: Dimension;
  column: Dimension | 'NONE';
}

/** Fills in: this year up to this month, cases opened, countries by causes. */
export function questionOf(search: StatisticsSearch, today: string): TableQuestion {
  const row = search.row ?? 'COUNTRY';
  const column = search.column ?? (row === 'CAUSE' ? 'COUNTRY' : 'CAUSE');
  return {
    ...search,
    basis: search.basis ?? 'OPENED',
    from: search.from ?? `${today.slice(0, 4)}-01`,
    to: search.to ?? today.slice(0, 7),
    row,
    column: column === row ? 'NONE' : column,
  };
}

export type StatisticsFilter = VariablesOf<typeof statisticsDocument>['filter'];

/** The question's filter as the server takes it. */
export function filterOf(question: TableQuestion): StatisticsFilter {
  return {
    basis: question.basis,
    from: question.from,
    to: question.to,
    types: question.type ?? null,
    countries: question.country ?? null,
    causes: question.cause ?? null,
    sexes: question.sex ?? null,
    missions: question.mission ?? null,
    monthUnknown: question.monthUnknown ?? null,
  };
}

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Narrows a question to one category of a dimension: the cases behind a row, a column, or their crossing. */
export function narrow(question: TableQuestion, dimension: Dimension, code: string): TableQuestion {
  switch (dimension) {
    case 'COUNTRY':
      return { ...question, country: [code] };
    case 'CAUSE':
      return { ...question, cause: [code] };
    case 'TYPE':
      return { ...question, type: caseTypes.filter((type) => type === code) };
    case 'SEX':
      return { ...question, sex: sexes.filter((sex) => sex === code) };
    case 'MISSION':
      return { ...question, mission: [code] };
    case 'YEAR':
      return {
        ...question,
        from: later(question.from, `${code}-01`),
        to: earlier(question.to, `${code}-12`),
      };
    case 'MONTH': {
      const [, year] = unknownMonth.exec(code) ?? [];
      return year
        ? { ...question, from: `${year}-01`, to: `${year}-12`, monthUnknown: true }
        : { ...question, from: code, to: code };
    }
  }
}

/** Whether a code is a month of the calendar, not the unknown month of a year. */
export function isMonth(code: string): boolean {
  return month.test(code);
}
