import { Inject, Injectable } from '@nestjs/common';
import { type Config, CONFIG, Database, type Log, LOG } from '#platform';
import { type Checkpoint, type CheckpointBody, hashOfBody, readBody, rootOf } from './log-chain.rules.js';
import { LogFolder } from './log-folder.js';
import { LogKey, openLogKey } from './log-key.js';

/** Links under one checkpoint at most, so that a long log (the first one of an old register) is signed in parts. */
const MOST = 50_000;

/** Signs what has come into the chain, and keeps the signed word in two places. */
@Injectable()
export class LogCheckpoints {
  private readonly folder: LogFolder;
  private key: LogKey | undefined;
  private told = false;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'logKeyFile' | 'logFolder'>,
    @Inject(LOG) private readonly log: Pick<Log, 'error' | 'warn'>,
  ) {
    this.folder = new LogFolder(config.logFolder);
  }

  /** Signs all links that no checkpoint stands over yet. @returns how many checkpoints were made. */
  async sign(): Promise<number> {
    const key = (this.key ??= openLogKey(this.config.logKeyFile));
    let made = 0;
    while (await this.signNext(key)) made += 1;
    await this.keepCopies(key);
    return made;
  }

  private async signNext(key: LogKey): Promise<boolean> {
    const before = await this.last();
    const body = before && readBody(before.body);
    const first = (body?.last ?? 0) + 1;
    const links = await this.linksFrom(first);
    const link = links.at(-1);
    if (!link) return false;
    const number = (before?.number ?? 0) + 1;
    const text = JSON.stringify({
      ...{ v: 1, number, at: new Date().toISOString(), first, last: first + links.length - 1 },
      ...{ root: rootOf(links).toString('hex'), link: link.toString('hex') },
      ...{ previous: before ? hashOfBody(before.body) : '', key: key.id },
    } satisfies CheckpointBody);
    const [rows] = await this.database.oneTrip([
      {
        name: 'access.add_log_checkpoint',
        text: 'select access.add_log_checkpoint($1, $2, $3) as added',
        values: [number, text, key.sign(text)],
      },
    ]);
    return rows?.[0]?.added === true;
  }

  private async last(): Promise<Checkpoint | undefined> {
    const [rows] = await this.database.oneTrip([
      {
        name: 'access.last_log_checkpoint',
        text: 'select number, body, signature from access.log_checkpoint order by number desc limit 1',
        values: [],
      },
    ]);
    return rows?.[0] && checkpointOf(rows[0]);
  }

  private async linksFrom(first: number): Promise<Buffer[]> {
    const [rows = []] = await this.database.oneTrip([
      {
        name: 'access.log_links_to_sign',
        text: 'select hash from access.log_link where n >= $1 order by n limit $2',
        values: [first, MOST],
      },
    ]);
    return rows.map(({ hash }) => hash as Buffer);
  }

  /** Work goes on without the folder; what it missed is written when it is back. The operator hears of each change once. */
  private async keepCopies(key: LogKey): Promise<void> {
    try {
      await this.folder.keepKey(key);
      const from = (await this.folder.numbers()).at(-1) ?? 0;
      const [rows = []] = await this.database.oneTrip([
        {
          name: 'access.log_checkpoints_after',
          text: 'select number, body, signature from access.log_checkpoint where number > $1 order by number limit 10000',
          values: [from],
        },
      ]);
      for (const row of rows) await this.folder.keep(checkpointOf(row));
      if (this.told) this.log.warn({ accessLogFolder: 'can be written again' });
      this.told = false;
    } catch (error) {
      const reason = (error as { code?: string }).code ?? 'UNKNOWN';
      if (!this.told) this.log.error({ accessLogFolder: 'cannot be written', reason });
      this.told = true;
    }
  }
}

/** A checkpoint as the database gives it. */
function checkpointOf(row: Record<string, unknown>): Checkpoint {
  return { number: Number(row.number), body: String(row.body), signature: row.signature as Buffer };
}
