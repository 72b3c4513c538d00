import { Injectable } from '@nestjs/common';
import { type Asking, Door } from '#access';
import { composed, composedOf, MAX_PAGE, Parameters, type Page, type Row, type Statement } from '#platform';
import { type CaseRow, type ColumnKey, columns, INSTANTS, joinsFor } from './case-files.columns.js';
import { ENTRY_COLUMNS, type EntryRow } from '../timeline/entry-row.js';
import { CHANGING_KINDS } from '../timeline/timeline-entry.entity.js';
import { type CaseFilter, conditionsOf } from './case-files.filter.js';
import { inUtc } from './dates.rules.js';
import { inReach } from './case-files.reach.js';
import { searchPatterns } from '../people/names.rules.js';
import {
  afterCursor,
  type CaseOrder,
  cursorColumns,
  type CursorValues,
  orderBy,
  orderOf,
} from './case-files.order.js';

export interface CaseList {
  /** With the values of their cursors beside them. */
  rows: (CaseRow & CursorValues)[];
  /** Undefined when it was not asked for. */
  total: number | undefined;
}

/** The reads. All start from the person's reach, all in one round trip, selecting only the columns asked for. */
@Injectable()
export class CaseFilesReader {
  constructor(private readonly door: Door) {}

  /** A page of cases, with one row more than asked when there is a next page. */
  async list(
    asking: Asking,
    filter: CaseFilter,
    order: CaseOrder,
    page: Page,
    select: { columns: readonly ColumnKey[]; total: boolean },
  ): Promise<CaseList> {
    const list = listStatement(asking, filter, order, page, select.columns);
    const counting = select.total ? [countStatement(asking, filter)] : [];
    const [rows = [], counted] = await this.door.readList(asking, list, page.first, counting);
    return { rows: rows as CaseList['rows'], total: counted?.[0]?.n as number | undefined };
  }

  /** One case by id or reference; undefined when there is none in reach. The log notes which was asked for. */
  async find(
    asking: Asking,
    key: { id: string } | { caseNo: string },
    wanted: readonly ColumnKey[],
  ): Promise<CaseRow | undefined> {
    const statement = findStatement(asking, key, wanted);
    if ('id' in key) return foundRow(await this.door.readOne(asking, statement, key.id));
    return foundRow(await this.door.readOneBy(asking, statement, idOf(key.caseNo)));
  }

  /** The id behind a reference, for the auditor, who sees nothing else of it; null for others. The log notes which was asked for. */
  async idForAuditor(asking: Asking, caseNo: string): Promise<string | null> {
    const which = {
      name: 'cases.id_for_auditor',
      text: 'select cases.id_for_auditor($1) as id',
      values: [caseNo],
    };
    const [row] = await this.door.readOneBy(asking, which, which);
    return (row?.id ?? null) as string | null;
  }

  /** Cases of the people whose names hold the fragment: the likest names first, at most `first`. */
  async search(
    asking: Asking,
    fragment: string,
    first: number,
    wanted: readonly ColumnKey[],
  ): Promise<CaseRow[]> {
    const patterns = searchPatterns(fragment);
    if (!patterns) return [];
    const { add, values } = new Parameters();
    const text = `select ${selection(wanted)}, c.id as shown_id
      from cases.persons_matching(${add(patterns)}, ${add(first)}) m
      join cases.case_file c on c.subject_id = m.person_id
      ${joinsFor(wanted)}
      where ${inReach(asking.actor, add)}
      order by m.likeness desc, c.registered_at desc, c.id desc limit ${add(first)}`;
    const [rows = []] = await this.door.readList(asking, composed(text, values), first);
    return rows as unknown as CaseRow[];
  }

  /** A further page of a case's timeline, newest first. */
  async timeline(asking: Asking, caseId: string, page: Page): Promise<EntryRow[]> {
    const { add, values } = new Parameters();
    const id = add(caseId);
    const after = page.after
      ? `and (t.at, t.id) < (${add(page.after[0])}::timestamptz, ${add(page.after[1])}::uuid)`
      : '';
    const text = `select row_to_json(x) as entry from (select ${ENTRY_COLUMNS}
      from cases.timeline_entry t join cases.case_file c on c.id = t.case_id
      left join access.staff_directory s on s.id = t.staff_id
      where t.case_id = ${id} and ${inReach(asking.actor, add)} ${after}
      order by t.at desc, t.id desc limit ${add(page.first + 1)}) x`;
    const [rows = []] = await this.door.read(asking, [composed(text, values)], caseId);
    return rows.map((row) => row.entry as EntryRow);
  }

  /** The entries that changed the case since a version of it, newest first; each made one version more. */
  async changesSince(asking: Asking, caseId: string, version: number): Promise<EntryRow[]> {
    const { add, values } = new Parameters();
    const id = add(caseId);
    const text = `select row_to_json(x) as entry from (select ${ENTRY_COLUMNS}
      from cases.timeline_entry t join cases.case_file c on c.id = t.case_id
      left join access.staff_directory s on s.id = t.staff_id
      where t.case_id = ${id} and ${inReach(asking.actor, add)} and t.kind = any(${add(CHANGING_KINDS)}::text[])
      order by t.recorded_at desc, t.id desc
      limit (select least(greatest(n.version - ${add(version)}::integer, 0), ${MAX_PAGE})
               from cases.case_file n where n.id = ${id})) x`;
    const [rows = []] = await this.door.read({ ...asking, logged: false }, [composed(text, values)]);
    return rows.map((row) => row.entry as EntryRow);
  }

  /** How many entries a case's timeline has. */
  async entryCount(asking: Asking, caseId: string): Promise<number> {
    const { add, values } = new Parameters();
    const text = `select count(*) as n from cases.timeline_entry t join cases.case_file c on c.id = t.case_id
      where t.case_id = ${add(caseId)} and ${inReach(asking.actor, add)}`;
    const [rows] = await this.door.read({ ...asking, logged: false }, [composed(text, values)]);
    return Number(rows?.[0]?.n ?? 0);
  }
}

/** The id behind a reference. */
function idOf(caseNo: string): Statement {
  return {
    name: 'cases.id_of_case_no',
    text: 'select id from cases.case_file where case_no = $1',
    values: [caseNo],
  };
}

export function findStatement(
  asking: Asking,
  key: { id: string } | { caseNo: string },
  wanted: readonly ColumnKey[],
): Statement {
  const { add, values } = new Parameters();
  const which = 'id' in key ? `c.id = ${add(key.id)}` : `c.case_no = ${add(key.caseNo)}`;
  const where = `where ${which} and ${inReach(asking.actor, add)}`;
  return composedOf(wanted, where, values, () => {
    return `select row_to_json(r) as found
      from (select ${selection(wanted)} from cases.case_file c ${joinsFor(wanted)} ${where}) r`;
  });
}

/**
 * The row of a `findStatement`. It comes as one column of JSON: a case with everything has over thirty, and to describe, write
 * and read each on its own takes longer.
 */
export function foundRow(rows: readonly Row[] | undefined): CaseRow | undefined {
  const found = rows?.[0]?.found as CaseRow | undefined;
  if (!found) return undefined;
  for (const key of INSTANTS) if (typeof found[key] === 'string') found[key] = inUtc(found[key]);
  return found;
}

function listStatement(
  asking: Asking,
  filter: CaseFilter,
  by: CaseOrder,
  page: Page,
  wanted: readonly ColumnKey[],
): Statement {
  const { add, values } = new Parameters();
  const order = orderOf(by);
  const where = [inReach(asking.actor, add), ...conditionsOf(filter, add)];
  if (page.after) where.push(afterCursor(order, page.after, add));
  // The page is cut before anything is joined to it: fifty rows have persons and entries looked up, not thousands.
  const cut = `where ${where.join(' and ')} order by ${orderBy(order)} limit ${add(page.first + 1)}`;
  return composedOf(wanted, cut, values, () => {
    return `select ${selection(wanted)}, ${cursorColumns(order)}, c.id as shown_id
      from (select c.* from cases.case_file c ${order.joins} ${cut}) c
      ${joinsFor(wanted)} ${order.joins} order by ${orderBy(order)}`;
  });
}

function countStatement(asking: Asking, filter: CaseFilter): Statement {
  const { add, values } = new Parameters();
  const where = [inReach(asking.actor, add), ...conditionsOf(filter, add)];
  return composed(`select count(*) as n from cases.case_file c where ${where.join(' and ')}`, values);
}

function selection(wanted: readonly ColumnKey[]): string {
  return wanted.map((key) => `${columns[key]} as "${key}"`).join(', ');
}
