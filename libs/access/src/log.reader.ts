import { Injectable } from '@nestjs/common';
import { type Connection, connectionOf, type Page, Refusal, type Statement } from '#platform';
import type { Asking } from './asking.js';
import { Door } from './door.service.js';
import { isUuid } from './uuid.rules.js';

/** One row of the access log. */
export interface LogEntry {
  id: string;
  /** ISO 8601 in UTC, to the microsecond. */
  at: string;
  staffId: string | null;
  staffName: string | null;
  /** A `Role`; `OPERATOR` for the operators' own program; null when nobody was signed in. */
  role: string | null;
  missionId: string | null;
  operation: string;
  subjectId: string | null;
}

/** Which entries; what is undefined or null does not narrow. Instants: from (included) … to (excluded). */
export interface LogFilter {
  staffId?: string | null;
  operation?: string | null;
  subjectId?: string | null;
  from?: string | null;
  to?: string | null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;

/** Reads of the access log. The database itself shows it to the auditor only. */
@Injectable()
export class LogReader {
  constructor(private readonly door: Door) {}

  /**
   * Newest first.
   * @param page of the order (at, id).
   */
  async page(asking: Asking, filter: LogFilter, { first, after }: Page): Promise<Connection<LogEntry>> {
    if (after && !(INSTANT.test(after[0] ?? '') && isUuid(after[1]))) throw Refusal.of('BAD_CURSOR', 'after');
    const [rows, counts] = await this.door.read(asking, [pageOf(filter, first, after), countOf(filter)]);
    const entries = (rows ?? []) as unknown as LogEntry[];
    return connectionOf(entries, first, Number(counts?.[0]?.n ?? 0), (entry) => [entry.at, entry.id]);
  }
}

/** Each narrowing has its own condition, so that the statement of every combination can use its index. */
const conditions: Record<keyof LogFilter, (at: number) => string> = {
  staffId: (at) => `l.staff_id = $${at}`,
  operation: (at) => `l.operation = $${at}`,
  subjectId: (at) => `l.subject_id = $${at}`,
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

function pageOf(filter: LogFilter, first: number, after: readonly string[] | undefined): Statement {
  const { name, where, values } = narrowed(filter);
  const at = values.length;
  if (after) where.push(`(l.at, l.id) < ($${at + 2}::timestamptz, $${at + 3}::uuid)`);
  return {
    name: `access.log_page ${name}${after ? ' after' : ''}`,
    text: `select l.id, l.at, l.staff_id as "staffId", d.name as "staffName", l.role, l.mission_id as "missionId",
                  l.operation, l.subject_id as "subjectId"
             from access.log l left join access.staff_directory d on d.id = l.staff_id
            where ${['true', ...where].join(' and ')}
            order by l.at desc, l.id desc limit $${at + 1}`,
    values: [...values, first + 1, ...(after ?? [])],
  };
}

function countOf(filter: LogFilter): Statement {
  const { name, where, values } = narrowed(filter);
  return {
    name: `access.log_count ${name}`,
    text: `select count(*) as n from access.log l where ${['true', ...where].join(' and ')}`,
    values,
  };
}
