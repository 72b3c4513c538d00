import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { type Actor, type Asking, Door, Inbox, SessionOver } from '#access';
import {
  CONFIG,
  type Config,
  Database,
  type FailureReason,
  type Job,
  Jobs,
  NotYet,
  PATIENTLY,
  Refusal,
  type RefusalItem,
} from '#platform';
import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { IMPORT_LOCK, importDeaths, type ImportOrder, type ImportReport } from './import-deaths.js';
import { ProfileError } from './profile.reader.js';
import { BUILT_IN_PROFILES, profileNamed } from './profile.files.js';
import { Uploads } from './uploads.service.js';

/** The task that carries out the step that an import is due for. */
export const IMPORT_TASK = 'cases.import';

/** Some 90 seconds from the first try to the last: a database that restarts is back by then. */
const ATTEMPTS = 5;

/** Another import, perhaps the operator's, is at work. */
const LOOK_AGAIN_S = 2;

/** The order as it stands in `cases.import`: a job brings only its id. */
interface Order {
  id: string;
  uploadId: string;
  fileName: string;
  profile: string;
  status: 'CHECKING' | 'IMPORTING';
  partial: boolean;
  staffId: string;
  role: Actor['role'];
  missionId: string | null;
  tokenHash: Buffer;
}

/**
 * Carries out imports, as a job. Everything happens in one transaction together with the end of the job: a process that dies
 * leaves neither half an import nor a finished job, and whichever process looks next begins it again.
 */
@Injectable()
export class ImportWork implements OnModuleInit {
  private readonly profileFolders: readonly string[];

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly door: Door,
    private readonly uploads: Uploads,
    private readonly inbox: Inbox,
  ) {
    this.profileFolders = [BUILT_IN_PROFILES, join(config.dataDir, 'profiles')];
  }

  onModuleInit(): void {
    this.jobs.declare<{ id: string }>({
      name: IMPORT_TASK,
      attempts: ATTEMPTS,
      queue: IMPORT_TASK,
      work: ({ id }, job) => this.work(id, job),
      gaveUp: (manager, { id }, reason) => this.fail(manager, id, whyGivenUp(id, reason)),
    });
  }

  private async work(id: string, job: Job): Promise<void> {
    const order = await this.orderOf(id);
    if (!order) return; // done, or refused, by a try whose end was not heard of
    try {
      const profile = await profileNamed(order.profile, this.profileFolders);
      await this.door.act(askingOf(order), id, (manager) =>
        job.once(manager, () => this.carryOut(manager, order, profile, job.signal)),
      );
      if (order.status === 'IMPORTING') await this.uploads.remove(order.uploadId);
    } catch (error) {
      const expected = refusalOf(error);
      if (!expected) throw error;
      await this.database.transaction((manager) => job.once(manager, () => this.fail(manager, id, expected)));
    }
  }

  private async orderOf(id: string): Promise<Order | undefined> {
    const [rows] = await this.database.oneTrip([
      {
        name: 'cases.begin_import',
        text: `select id, upload_id as "uploadId", file_name as "fileName", profile, status, partial,
                      staff_id as "staffId", role, mission_id as "missionId", token_hash as "tokenHash"
                 from cases.begin_import($1)`,
        values: [id],
      },
    ]);
    return rows?.[0] as Order | undefined;
  }

  private async carryOut(
    manager: EntityManager,
    order: Order,
    profile: ImportOrder['profile'],
    signal: AbortSignal,
  ): Promise<void> {
    const client = (await manager.queryRunner?.connect()) as pg.ClientBase;
    await client.query(PATIENTLY.text);
    const locked = await client.query<{ ours: boolean }>(
      `select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as ours`,
    );
    if (!locked.rows[0]?.ours) throw new NotYet(LOOK_AGAIN_S);
    const path = this.uploads.pathOf(order.uploadId);
    if (!(await stat(path).catch(() => undefined))) throw Refusal.of('UPLOAD_NOT_FOUND', 'fileId');
    const step: ImportOrder = {
      id: order.id,
      path,
      fileName: order.fileName,
      profile,
      step: order.status === 'CHECKING' ? 'CHECK' : 'RUN',
      partial: order.partial,
      staffId: order.staffId,
      signal,
    };
    const report = await importDeaths(client, step, (text, values) => this.outside(text, values));
    if (step.step === 'RUN') await this.tell(manager, order, report);
  }

  /** A check is waited for by whoever ordered it; of an import that went in, or did not, they are told. */
  private async tell(manager: EntityManager, { id, staffId }: Order, report: ImportReport): Promise<void> {
    const subject = { kind: 'IMPORT', id };
    const { imported, alreadyThere, refused } = report;
    await this.inbox.tell(
      manager,
      report.failure
        ? { to: { staffId }, code: 'IMPORT_FAILED', subject }
        : { to: { staffId }, code: 'IMPORT_DONE', params: { imported, alreadyThere, refused }, subject },
    );
  }

  private async fail(manager: EntityManager, id: string, why: RefusalItem): Promise<void> {
    const due: { by: string }[] = await manager.query('select staff_id as by from cases.begin_import($1)', [
      id,
    ]);
    await manager.query('select cases.fail_import($1, $2)', [id, JSON.stringify(why)]);
    const staffId = due[0]?.by;
    if (staffId) {
      const subject = { kind: 'IMPORT', id };
      await this.inbox.tell(manager, { to: { staffId }, code: 'IMPORT_FAILED', subject });
    }
  }

  private outside(text: string, values: unknown[]): Promise<unknown> {
    return this.database.oneTrip([{ name: '', text, values }]); // too rare to be worth preparing
  }
}

/** In plain words for the person; the operator has the reason itself (`npm run cli -- jobs`). */
function whyGivenUp(id: string, { kind }: FailureReason): RefusalItem {
  if (kind === 'NO_SPACE') return { code: 'IMPORT_NO_SPACE' };
  if (kind === 'DATABASE_AWAY') return { code: 'IMPORT_DATABASE_AWAY' };
  return { code: 'IMPORT_GIVEN_UP', params: { errorId: id } };
}

/** The job works as whoever ordered it, and only while that session lives and its owner still may. */
function askingOf({ staffId, role, missionId, tokenHash }: Order): Asking {
  return {
    actor: { staffId, role, missionId },
    tokenHash,
    language: 'en',
    operation: 'cases.import',
    logged: true,
  };
}

function refusalOf(error: unknown): RefusalItem | undefined {
  if (error instanceof Refusal) return error.items[0];
  if (error instanceof SessionOver) return { code: 'IMPORT_SIGNED_OUT' };
  if (!(error instanceof ProfileError)) return undefined;
  const { line, key, problem, remedy } = error.problems[0] ?? { line: 1, key: '', problem: '', remedy: '' };
  return { code: 'PROFILE_BROKEN', field: 'profile', params: { line, key, problem, remedy } };
}
