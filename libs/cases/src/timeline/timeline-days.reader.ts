import { Injectable } from '@nestjs/common';
import { type Asking, Door } from '#access';
import { composed, type Page, Parameters } from '#platform';
import { inReach } from '../file/case-files.reach.js';
import { ENTRY_COLUMNS, type EntryRow } from './entry-row.js';

/** A day on which something stands in a timeline, and how much. */
export interface TimelineDay {
  /** On the calendar of the post. */
  day: string;
  count: number;
}

export interface TimelineStretch {
  /** One more than asked for when there are older ones. */
  rows: EntryRow[];
  /** Of the whole timeline. */
  total: number;
}

/** Reads of a long timeline by its days: which there are, and any stretch of it without what lies before. One trip each. */
@Injectable()
export class TimelineDaysReader {
  constructor(private readonly door: Door) {}

  /** Newest first; of a case out of reach none. */
  async days(asking: Asking, caseId: string, timeZone: string): Promise<TimelineDay[]> {
    const { add, values } = new Parameters();
    const text = `select (t.at at time zone ${add(timeZone)})::date::text as day, count(*)::integer as count
      from cases.timeline_entry t join cases.case_file c on c.id = t.case_id
      where t.case_id = ${add(caseId)} and ${inReach(asking.actor, add)} group by 1 order by 1 desc`;
    const [rows = []] = await this.door.read({ ...asking, logged: false }, [composed(text, values)]);
    return rows as unknown as TimelineDay[];
  }

  /** Newest first: what happened before an instant, or after the cursor, or both. */
  async stretch(asking: Asking, caseId: string, before: string | null, page: Page): Promise<TimelineStretch> {
    const { add, values } = new Parameters();
    const where = [`t.case_id = ${add(caseId)}`, inReach(asking.actor, add)];
    const counted = composed(`select count(*)::integer as n ${source} where ${where.join(' and ')}`, [
      ...values,
    ]);
    if (before !== null) where.push(`t.at < ${add(before)}::timestamptz`);
    if (page.after)
      where.push(`(t.at, t.id) < (${add(page.after[0])}::timestamptz, ${add(page.after[1])}::uuid)`);
    const text = `select row_to_json(x) as entry from (select ${ENTRY_COLUMNS} ${source}
      left join access.staff_directory s on s.id = t.staff_id
      where ${where.join(' and ')} order by t.at desc, t.id desc limit ${add(page.first + 1)}) x`;
    const [rows = [], totals] = await this.door.read(asking, [composed(text, values), counted], caseId);
    return { rows: rows.map(({ entry }) => entry as EntryRow), total: Number(totals?.[0]?.n ?? 0) };
  }
}

const source = 'from cases.timeline_entry t join cases.case_file c on c.id = t.case_id';
