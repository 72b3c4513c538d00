import type { Statement } from '#platform';

/** Which entries; what is undefined or null does not narrow. Instants: from (included) … to (excluded). */
export interface LogFilter {
  staffId?: string | null;
  operation?: string | null;
  /** A row that was asked for or acted on, or that a list showed. */
  subjectId?: string | null;
  /** Of people at this post then. */
  missionId?: string | null;
  /** Only what was refused, or only what was done. */
  refused?: boolean | null;
  from?: string | null;
  to?: string | null;
}

/** Each narrowing has its own condition, so that the statement of every combination can use its index. */
const conditions: Record<keyof LogFilter, (at: number) => string> = {
  staffId: (at) => `l.staff_id = $${at}`,
  operation: (at) => `l.operation = $${at}`,
  subjectId: (at) =>
    `l.id in (select s.id from access.log s where s.subject_id = $${at} union all select access.log_showing($${at}))`,
  missionId: (at) => `l.mission_id = $${at}`,
  refused: (at) => `(l.refused is not null) = $${at}`,
  from: (at) => `l.at >= $${at}`,
  to: (at) => `l.at < $${at}`,
};

function narrowed(filter: LogFilter): { name: string; where: string[]; values: unknown[] } {
  const used = (Object.keys(conditions) as (keyof LogFilter)[]).filter((key) => filter[key] != null);
  return {
    name: used.join('+'),
    where: used.map((key, at) => conditions[key](at + 1)),
    values: used.map((key) => filter[key]),
  };
}

/** Entries newest first, with one more than asked when there are more. */
export function pageOf(filter: LogFilter, first: number, after: readonly string[] | undefined): Statement {
  const { name, where, values } = narrowed(filter);
  const at = values.length;
  if (after) where.push(`(l.at, l.id) < ($${at + 2}::timestamptz, $${at + 3}::uuid)`);
  return {
    name: `access.log_page ${name}${after ? ' after' : ''}`,
    text: `select l.id, l.at, l.staff_id as "staffId", d.name as "staffName", l.role, l.mission_id as "missionId",
                  l.operation, l.subject_id as "subjectId", l.refused, cardinality(l.shown) as "shownCount"
             from access.log l left join access.staff_directory d on d.id = l.staff_id
            where ${['true', ...where].join(' and ')}
            order by l.at desc, l.id desc limit $${at + 1}`,
    values: [...values, first + 1, ...(after ?? [])],
  };
}

export function countOf(filter: LogFilter): Statement {
  const { name, where, values } = narrowed(filter);
  return {
    name: `access.log_count ${name}`,
    text: `select count(*) as n from access.log l where ${['true', ...where].join(' and ')}`,
    values,
  };
}

/** How many there are, counted no further than `most`. */
export function countUpTo(filter: LogFilter, most: number): Statement {
  const { name, where, values } = narrowed(filter);
  return {
    name: `access.log_count_up_to ${name}`,
    text: `select count(*) as n from (
             select from access.log l where ${['true', ...where].join(' and ')} limit $${values.length + 1}) l`,
    values: [...values, most],
  };
}
