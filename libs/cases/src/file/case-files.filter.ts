import { ENDED } from './case-file.lifecycle.js';
import { plainName } from '../people/names.rules.js';

/** Which cases a list is about; what is left out does not narrow it. */
export interface CaseFilter {
  types?: readonly string[] | null;
  statuses?: readonly string[] | null;
  open?: boolean | null;
  missionId?: string | null;
  countries?: readonly string[] | null;
  text?: string | null;
  criteria?: CaseCriteria;
}

/** The cases behind a figure of the statistics. */
export interface CaseCriteria {
  basis: 'OCCURRED' | 'OPENED' | 'OPEN_AT_END';
  /** Months, `YYYY-MM`, both included. */
  from: string;
  to: string;
  types?: readonly string[] | null;
  countries?: readonly string[] | null;
  /** A code means something only within the list that the type names. */
  causes?: readonly { type: string; code: string }[] | null;
  sexes?: readonly string[] | null;
  missions?: readonly string[] | null;
  /** Only events known to the year and no nearer, of the whole years in the period. For OCCURRED alone. */
  monthUnknown?: boolean;
}

type Add = (value: unknown) => string;

// Written out, not passed as a parameter: the partial index of open cases serves only a condition it can see.
const OPEN = `c.status not in (${ENDED.map((status) => `'${status}'`).join(', ')})`;

/** SQL conditions over `cases.case_file c`. */
export function conditionsOf(filter: CaseFilter, add: Add): string[] {
  const where: string[] = [];
  if (filter.types?.length) where.push(`c.type = any(${add(filter.types)})`);
  if (filter.statuses?.length) where.push(`c.status = any(${add(filter.statuses)})`);
  if (filter.open === true) where.push(OPEN);
  if (filter.open === false) where.push(`not (${OPEN})`);
  if (filter.missionId) where.push(`c.mission_id = ${add(filter.missionId)}`);
  if (filter.countries?.length) where.push(`c.host_country = any(${add(filter.countries)})`);
  if (filter.text?.trim()) where.push(textCondition(filter.text.trim(), add));
  if (filter.criteria) where.push(...criteriaConditions(filter.criteria, add));
  return where;
}

function textCondition(text: string, add: Add): string {
  const literal = add(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
  const plain = plainName(text);
  const byName = plain
    ? `or exists (select 1 from cases.person q where q.id = c.subject_id and q.match_key like ${add(`%${plain}%`)})`
    : '';
  return `(c.case_no ilike ${literal} or c.summary ilike ${literal} or c.place ilike ${literal} ${byName})`;
}

function criteriaConditions(criteria: CaseCriteria, add: Add): string[] {
  const where = periodConditions(criteria, add);
  if (criteria.types?.length) where.push(`c.type = any(${add(criteria.types)})`);
  if (criteria.countries?.length) where.push(`c.host_country = any(${add(criteria.countries)})`);
  if (criteria.causes?.length) {
    const types = add(criteria.causes.map((cause) => cause.type));
    const codes = add(criteria.causes.map((cause) => cause.code));
    where.push(`(c.type, c.cause_code) in (select * from unnest(${types}::text[], ${codes}::text[]))`);
  }
  if (criteria.missions?.length) where.push(`c.mission_id = any(${add(criteria.missions)})`);
  if (criteria.sexes?.length) {
    where.push(
      `exists (select 1 from cases.person x where x.id = c.subject_id and x.sex = any(${add(criteria.sexes)}))`,
    );
  }
  return where;
}

function periodConditions({ basis, from, to, monthUnknown }: CaseCriteria, add: Add): string[] {
  const end = `(${add(`${to}-01`)}::date + interval '1 month')`;
  // Added only where it is used: PostgreSQL refuses a parameter that the text does not mention.
  const start = () => `${add(`${from}-01`)}::date`;
  switch (basis) {
    case 'OPENED':
      return [`c.opened_on >= ${start()}`, `c.opened_on < ${end}`];
    case 'OPEN_AT_END':
      return [`c.opened_on < ${end}`, `(c.closed_on is null or c.closed_on >= ${end})`];
    case 'OCCURRED': {
      // What is known to the year only belongs to a period that holds the whole year, as in the statistics.
      const wholeYear = `date_trunc('year', c.occurred_on) + interval '1 year' <= ${end}`;
      return [
        `c.occurred_on >= ${start()}`,
        `c.occurred_on < ${end}`,
        monthUnknown
          ? `c.occurred_precision = 'YEAR' and ${wholeYear}`
          : `(c.occurred_precision <> 'YEAR' or ${wholeYear})`,
      ];
    }
  }
}
