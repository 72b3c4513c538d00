import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Asking, Door } from '#access';
import { CONFIG, type Config, Database, Refusal } from '#platform';
import { v4 as newId } from 'uuid';
import { LIMITS, UPLOAD_HOURS, UPLOADS_TOTAL } from './import.limits.js';

const NAME_LENGTH = 200;
const SWEEP_MS = 3_600_000;

/** Files on their way in: kept under random names, outside the web root, swept after a day. */
@Injectable()
export class Uploads implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly folder: string;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
    private readonly door: Door,
    private readonly database: Database,
  ) {
    this.folder = join(config.dataDir, 'uploads');
  }

  onApplicationBootstrap(): void {
    // A sweep that fails (the database restarts) is made up for by the next one.
    const sweep = () => void this.sweep().catch(() => undefined);
    sweep();
    this.timer = setInterval(sweep, SWEEP_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  pathOf(id: string): string {
    return join(this.folder, id);
  }

  /**
   * Takes a file in as it comes, without holding it in memory, and remembers who sent it.
   * @param fileName as the sender calls it; only ever shown.
   * @returns the id to check and import it by.
   * @throws Refusal FILE_TOO_BIG, UPLOADS_FULL, UPLOAD_BROKEN_OFF; SessionOver. Nothing is kept then.
   */
  async receive(asking: Asking, body: Readable, fileName: string, max = LIMITS.bytes): Promise<string> {
    const id = newId();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    if ((await this.bytesKept()) >= UPLOADS_TOTAL) throw Refusal.of('UPLOADS_FULL', 'file');
    const half = `${this.pathOf(id)}.part`;
    try {
      const bytes = await writeTo(half, body, max);
      await rename(half, this.pathOf(id));
      await this.door.oneTrip(asking, [remember(id, asking.actor.staffId, nameOf(fileName), bytes)], id);
      return id;
    } catch (error) {
      await Promise.all([rm(half, { force: true }), this.remove(id)]);
      throw isBrokenOff(error) ? Refusal.of('UPLOAD_BROKEN_OFF', 'file') : error;
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Forgets what was sent more than a day ago, and files that nobody remembers (broken off by a kill). */
  async sweep(hours = UPLOAD_HOURS): Promise<void> {
    await this.database.oneTrip([
      {
        name: 'cases.forget_old_uploads',
        text: 'select cases.forget_old_uploads(make_interval(hours => $1))',
        values: [hours],
      },
    ]);
    const oldest = Date.now() - hours * 3_600_000;
    for (const name of await this.names()) {
      const found = await stat(join(this.folder, name)).catch(() => undefined);
      if (found && found.mtimeMs < oldest) await rm(join(this.folder, name), { force: true });
    }
  }

  private async bytesKept(): Promise<number> {
    const sizes = await Promise.all(
      (await this.names()).map((name) =>
        stat(join(this.folder, name)).then(
          (found) => found.size,
          () => 0,
        ),
      ),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  private names(): Promise<string[]> {
    return readdir(this.folder).catch(() => []);
  }
}

async function writeTo(path: string, body: Readable, max: number): Promise<number> {
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > max) done(Refusal.of('FILE_TOO_BIG', 'file', { max: Math.floor(max / 1024 / 1024) }));
      else done(null, chunk);
    },
  });
  await pipeline(body, meter, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  return bytes;
}

function remember(id: string, staffId: string, fileName: string, bytes: number) {
  return {
    name: 'cases.remember_upload',
    text: 'insert into cases.upload (id, staff_id, file_name, bytes) values ($1, $2, $3, $4)',
    values: [id, staffId, fileName, bytes],
  };
}

/** A name fit to be shown: no folders, no control characters, not endless. */
function nameOf(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  const shown = last.toWellFormed().replace(/\p{C}/gu, '').trim().slice(0, NAME_LENGTH);
  return shown || 'file.csv';
}

function isBrokenOff(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR';
}
