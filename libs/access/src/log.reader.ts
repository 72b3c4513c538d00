import { Injectable } from '@nestjs/common';
import { type Connection, connectionOf, type Page, Refusal } from '#platform';
import type { Asking } from './asking.js';
import { Door } from './door.service.js';
import { countOf, type LogFilter, pageOf } from './log.statements.js';
import type { Role } from './policy.rules.js';
import { isUuid } from './uuid.rules.js';

export type { LogFilter } from './log.statements.js';

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
  /** Codes of why it was not done; null when it was. */
  refused: string | null;
  /** How many rows a list showed; null for everything else. */
  shownCount: number | null;
}

/** Somebody whom the log can be asked about, as they are now. */
export interface LogPerson {
  id: string;
  name: string;
  role: Role;
  missionId: string | null;
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

  /** Everybody whom the log can be asked about, in the order of the Mongolian alphabet. */
  async people(asking: Asking): Promise<LogPerson[]> {
    const [rows = []] = await this.door.read(asking, [
      {
        name: 'access.people_for_auditor',
        text: `select id, name, role, mission_id as "missionId" from access.people_for_auditor()`,
        values: [],
      },
    ]);
    return rows as unknown as LogPerson[];
  }
}
