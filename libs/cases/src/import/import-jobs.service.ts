import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { type Actor, type Asking, Door, SessionOver } from '#access';
import { CONFIG, type Config, Database, LOG, type Log, Refusal, type RefusalItem } from '#platform';
import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { IMPORT_LOCK, importDeaths, type ImportOrder } from './import-deaths.js';
import { ProfileError } from './profile.reader.js';
import { BUILT_IN_PROFILES, profileNamed } from './profile.files.js';
import { Uploads } from './uploads.service.js';

const POLL_MS = 5_000;
const SWEEP_MS = 3_600_000;
const MOST_ATTEMPTS = 3;

interface Job {
  id: string;
  uploadId: string;
  fileName: string;
  profile: string;
  status: 'CHECKING' | 'IMPORTING';
  partial: boolean;
  attempts: number;
  staffId: string;
  role: Actor['role'];
  missionId: string | null;
  tokenHash: Buffer;
}

/** Another process is at work on an import: it is not our turn. */
class NotOurTurn extends Error {}

/**
 * The jobs of imports, worked off inside the API. The table `cases.import` is the queue, and the transaction that does
 * the work holds the only lock: a process that dies leaves neither half an import nor a lock, and whichever process looks
 * next finds the order still open and begins it again.
 */
@Injectable()
export class ImportJobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly profileFolders: readonly string[];
  private poll: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private again = false;
  private swept = 0;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
    @Inject(LOG) private readonly log: Log,
    private readonly database: Database,
    private readonly door: Door,
    private readonly uploads: Uploads,
  ) {
    this.profileFolders = [BUILT_IN_PROFILES, join(config.dataDir, 'profiles')];
  }

  onApplicationBootstrap(): void {
    this.poll = setInterval(() => this.nudge(), POLL_MS);
    this.poll.unref();
    this.nudge();
  }

  /** A running import is broken off and rolled back; its order stays and is taken up at the next start. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.poll);
    this.stopping.abort();
    await this.working;
  }

  /** Looks for orders now instead of at the next turn. */
  nudge(): void {
    if (this.stopping.signal.aborted) return;
    this.again = true;
    this.working ??= this.workOff().finally(() => (this.working = undefined));
  }

  private async workOff(): Promise<void> {
    while (this.again && !this.stopping.signal.aborted) {
      this.again = false;
      try {
        await this.sweepNowAndThen();
        for (const job of await this.pending()) await this.work(job);
      } catch (error) {
        // The database may be away for a while; the next turn comes anyway.
        this.log.warn({
          import: 'queue',
          kind: (error as Error).name,
          code: (error as { code?: string }).code,
        });
      }
    }
  }

  private async pending(): Promise<Job[]> {
    const [rows] = await this.database.oneTrip([
      {
        name: 'cases.pending_imports',
        text: `select id, upload_id as "uploadId", file_name as "fileName", profile, status, partial, attempts,
                      staff_id as "staffId", role, mission_id as "missionId", token_hash as "tokenHash"
                 from cases.pending_imports()`,
        values: [],
      },
    ]);
    return (rows ?? []) as unknown as Job[];
  }

  private async work(job: Job): Promise<void> {
    if (this.stopping.signal.aborted) return;
    // The process died under it each time: it must not take the next one with it.
    if (job.attempts >= MOST_ATTEMPTS) return this.giveUp(job);
    try {
      const profile = await profileNamed(job.profile, this.profileFolders);
      await this.door.act(askingOf(job), job.id, (manager) => this.carryOut(manager, job, profile));
      if (job.status === 'IMPORTING') await this.uploads.remove(job.uploadId);
    } catch (error) {
      await this.settle(job, error);
    }
  }

  private async carryOut(manager: EntityManager, job: Job, profile: ImportOrder['profile']): Promise<void> {
    const client = (await manager.queryRunner?.connect()) as pg.ClientBase;
    const locked = await client.query<{ ours: boolean }>(
      `select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as ours`,
    );
    // Whoever held the lock a moment ago may have finished this very order.
    const open = await client.query('select 1 from cases.import where id = $1 and status = $2', [
      job.id,
      job.status,
    ]);
    if (!locked.rows[0]?.ours || open.rowCount === 0) throw new NotOurTurn();
    await this.outside('select cases.begin_import($1)', [job.id]);
    const path = this.uploads.pathOf(job.uploadId);
    if (!(await stat(path).catch(() => undefined))) throw Refusal.of('UPLOAD_NOT_FOUND', 'fileId');
    const order: ImportOrder = {
      id: job.id,
      path,
      fileName: job.fileName,
      profile,
      step: job.status === 'CHECKING' ? 'CHECK' : 'RUN',
      partial: job.partial,
      staffId: job.staffId,
      signal: this.stopping.signal,
    };
    await importDeaths(client, order, (text, values) => this.outside(text, values));
  }

  private outside(text: string, values: unknown[]): Promise<unknown> {
    return this.database.oneTrip([{ name: '', text, values }]); // too rare to be worth preparing
  }

  /** What a failure means for the order: given up with its reason, or left for another try. */
  private async settle(job: Job, error: unknown): Promise<void> {
    if (error instanceof NotOurTurn || this.stopping.signal.aborted) return;
    const expected = refusalOf(error);
    if (expected) return this.fail(job, expected);
    const { name, stack } = error as Error;
    this.log.error({ import: job.id, kind: name, stack });
    if (job.attempts + 1 >= MOST_ATTEMPTS) await this.giveUp(job);
  }

  private giveUp(job: Job): Promise<void> {
    return this.fail(job, { code: 'IMPORT_GIVEN_UP', params: { errorId: job.id } });
  }

  private async fail(job: Job, why: RefusalItem): Promise<void> {
    await this.outside('select cases.fail_import($1, $2)', [job.id, JSON.stringify(why)]);
  }

  private async sweepNowAndThen(): Promise<void> {
    if (Date.now() - this.swept < SWEEP_MS) return;
    this.swept = Date.now();
    await this.uploads.sweep();
  }
}

/** The job works as whoever ordered it, and only while that session lives and its owner still may. */
function askingOf({ staffId, role, missionId, tokenHash }: Job): Asking {
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
