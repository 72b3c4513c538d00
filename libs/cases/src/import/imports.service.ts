import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Asking, Door } from '#access';
import { CONFIG, type Config, Jobs, type Page, readPage, Refusal, type RefusalItem } from '#platform';
import { IMPORT_TASK } from './import-work.service.js';
import type { Profile } from './profile.js';
import { BUILT_IN_PROFILES, listProfiles, profileNamed } from './profile.files.js';

export const IMPORT_STATUSES = ['CHECKING', 'CHECKED', 'IMPORTING', 'IMPORTED', 'FAILED'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const ROW_VERDICTS = ['OK', 'IMPORTED', 'ALREADY_THERE', 'REFUSED'] as const;
export type RowVerdict = (typeof ROW_VERDICTS)[number];

/** An import as its readers see it. */
export interface ImportView {
  id: string;
  fileName: string;
  profile: string;
  status: ImportStatus;
  rowsDone: number;
  rowsTotal: number;
  imported: number;
  alreadyThere: number;
  refused: number;
  unmapped: { field: string; text: string; count: number }[];
  failure: RefusalItem | null;
  startedAt: string;
  by: { id: string; name: string } | null;
}

export interface ImportRowView {
  rowNo: number;
  verdict: RowVerdict;
  problem: RefusalItem | null;
}

const read = `
  select i.id, i.file_name as "fileName", i.profile, i.status, i.rows_done as "rowsDone", i.rows_total as "rowsTotal",
         i.imported, i.already_there as "alreadyThere", i.refused, i.unmapped, i.failure,
         to_char(i.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt",
         case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as by
    from cases.import i left join access.staff_directory s on s.id = i.staff_id
   where i.id = $1`;

/** Imports through the web: the orders for the jobs, and what became of them. */
@Injectable()
export class Imports {
  readonly profileFolders: readonly string[];

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
    private readonly door: Door,
    private readonly jobs: Jobs,
  ) {
    this.profileFolders = [BUILT_IN_PROFILES, join(config.dataDir, 'profiles')];
  }

  profiles(): Promise<Map<string, Profile>> {
    return listProfiles(this.profileFolders);
  }

  /** An import, or undefined when there is none that this person may see. */
  async find(asking: Asking, id: string): Promise<ImportView | undefined> {
    const [rows] = await this.door.read(asking, [{ name: 'cases.import', text: read, values: [id] }], id);
    return rows?.[0] as ImportView | undefined;
  }

  /**
   * Orders the check of a file: what would be imported, and what is wrong. Sent twice, it is one import.
   * @throws Refusal UPLOAD_NOT_FOUND, UNKNOWN_PROFILE, ID_ALREADY_USED.
   */
  async check(asking: Asking, order: { id: string; fileId: string; profile: string }): Promise<ImportView> {
    await profileNamed(order.profile, this.profileFolders);
    return this.door.act(asking, order.id, async (manager) => {
      if (await addImport(manager, asking, order)) await this.due(manager, order.id);
      return view(manager, order.id);
    });
  }

  /**
   * Orders the import of a checked file. Sent again while it runs, or after it has, it does nothing more.
   * @param partial import the good rows although some are refused.
   * @throws Refusal IMPORT_NOT_FOUND, IMPORT_NOT_CHECKED, UNMAPPED_TEXTS, ROWS_REFUSED.
   */
  async run(asking: Asking, { id, partial }: { id: string; partial: boolean }): Promise<ImportView> {
    return this.door.act(asking, id, async (manager) => {
      if (await mayStart(manager, id, partial)) {
        await manager.query(
          `update cases.import set status = 'IMPORTING', partial = $2, failure = null, rows_done = 0,
                  started_at = clock_timestamp(), staff_id = $3, role = $4, mission_id = $5, token_hash = $6
            where id = $1`,
          [id, partial, ...orderer(asking)],
        );
        await this.due(manager, id);
      }
      return view(manager, id);
    });
  }

  /** The job stands or falls with the order. */
  private due(manager: EntityManager, id: string): Promise<void> {
    return this.jobs.add(manager, { task: IMPORT_TASK, payload: { id }, key: `${IMPORT_TASK} ${id}` });
  }

  /** Verdicts row by row, in the order of the file. Cursor: the row's number. */
  async rows(
    asking: Asking,
    id: string,
    { verdict, first, after }: { verdict: RowVerdict | null; first: number; after?: string | null },
  ): Promise<{ rows: ImportRowView[]; total: number; page: Page }> {
    const page = readPage(first, after, 1);
    const from = Number(page.after?.[0] ?? 0);
    if (!Number.isSafeInteger(from) || from > 2 ** 31 - 2) throw Refusal.of('BAD_CURSOR', 'after');
    const [rows, totals] = await this.door.read(asking, [
      { name: 'cases.import_rows', text: rowsText, values: [id, verdict, from, first + 1] },
      { name: 'cases.import_rows_total', text: totalText, values: [id, verdict] },
    ]);
    return { rows: (rows ?? []) as unknown as ImportRowView[], total: Number(totals?.[0]?.n ?? 0), page };
  }
}

// A page needs at most as many spans as rows, and of each at most as many rows.
const rowsText = `
  select r.row_no as "rowNo", s.verdict,
         case when s.reason is not null then
           jsonb_build_object('code', s.reason, 'field', s.field, 'params', coalesce(s.params, '{}')) end as problem
    from (select * from cases.import_span
           where import_id = $1 and last_row > $3 and ($2::text is null or verdict = $2)
           order by first_row limit $4) s
   cross join lateral generate_series(greatest(s.first_row, $3 + 1), least(s.last_row, greatest(s.first_row, $3 + 1) + $4)) r(row_no)
   order by r.row_no limit $4`;

const totalText = `
  select coalesce(sum(last_row - first_row + 1), 0)::int as n from cases.import_span
   where import_id = $1 and ($2::text is null or verdict = $2)`;

const orderer = ({ actor, tokenHash }: Asking) => [actor.staffId, actor.role, actor.missionId, tokenHash];

/** @returns false when this very order was there before. */
async function addImport(
  manager: EntityManager,
  asking: Asking,
  { id, fileId, profile }: { id: string; fileId: string; profile: string },
): Promise<boolean> {
  const sent: { file_name: string }[] = await manager.query(
    'select file_name from cases.upload where id = $1 and staff_id = $2',
    [fileId, asking.actor.staffId],
  );
  if (!sent[0]) throw Refusal.of('UPLOAD_NOT_FOUND', 'fileId');
  const added: unknown[] = await manager.query(
    `insert into cases.import (id, upload_id, file_name, profile, status, staff_id, role, mission_id, token_hash)
     values ($1, $2, $3, $4, 'CHECKING', $5, $6, $7, $8) on conflict (id) do nothing returning id`,
    [id, fileId, sent[0].file_name, profile, ...orderer(asking)],
  );
  const same: unknown[] = await manager.query(
    'select 1 from cases.import where id = $1 and upload_id = $2 and profile = $3',
    [id, fileId, profile],
  );
  if (same.length === 0) throw Refusal.of('ID_ALREADY_USED', 'id');
  return added.length > 0;
}

async function mayStart(manager: EntityManager, id: string, partial: boolean): Promise<boolean> {
  const found: { status: ImportStatus; checked: boolean; refused: number; unmapped: unknown[] }[] =
    await manager.query(
      'select status, checked_at is not null as checked, refused, unmapped from cases.import where id = $1 for update',
      [id],
    );
  const one = found[0];
  if (!one) throw Refusal.of('IMPORT_NOT_FOUND', 'id');
  if (one.status === 'IMPORTING' || one.status === 'IMPORTED') return false;
  if (!one.checked || one.status === 'CHECKING') throw Refusal.of('IMPORT_NOT_CHECKED', 'id');
  if (one.unmapped.length > 0) throw Refusal.of('UNMAPPED_TEXTS', 'id', { count: one.unmapped.length });
  if (one.refused > 0 && !partial) throw Refusal.of('ROWS_REFUSED', 'partial', { count: one.refused });
  return true;
}

async function view(manager: EntityManager, id: string): Promise<ImportView> {
  const rows: ImportView[] = await manager.query(read, [id]);
  if (!rows[0]) throw Refusal.of('IMPORT_NOT_FOUND', 'id');
  return rows[0];
}
