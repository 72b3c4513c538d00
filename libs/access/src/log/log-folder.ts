import { createPublicKey, type KeyObject } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkpoint } from './log-chain.rules.js';
import { keyId, type LogKey } from './log-key.js';

const NAME = /^checkpoint-(\d{9})\.json$/;
const nameOf = (number: number): string => `checkpoint-${String(number).padStart(9, '0')}.json`;

/** The second folder: copies of the checkpoints where who writes the database does not write. */
export class LogFolder {
  constructor(private readonly path: string) {}

  /** Numbers of the checkpoints that lie there; none when there is no folder. */
  async numbers(): Promise<number[]> {
    const names = await readdir(this.path).catch(noSuchFolder);
    return names
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  }

  /** Writes one that is not there yet, whole or not at all; what is there is never written over. */
  async keep({ number, body, signature }: Checkpoint): Promise<void> {
    await this.write(
      nameOf(number),
      `${JSON.stringify({ body, signature: signature.toString('base64') })}\n`,
    );
  }

  /** Beside the checkpoints, for whoever verifies them. */
  async keepKey(key: LogKey): Promise<void> {
    await this.write(`key-${key.id}.pem`, key.publicPem);
  }

  async read(number: number): Promise<Checkpoint | undefined> {
    try {
      const kept = JSON.parse(await readFile(join(this.path, nameOf(number)), 'utf8')) as Record<
        string,
        string
      >;
      return { number, body: String(kept.body), signature: Buffer.from(String(kept.signature), 'base64') };
    } catch {
      return undefined;
    }
  }

  /** Public keys that lie there, by their ids. */
  async keys(): Promise<Map<string, KeyObject>> {
    const names = (await readdir(this.path).catch(noSuchFolder)).filter((name) => /^key-.*\.pem$/.test(name));
    const keys = await Promise.all(
      names.map(async (name) => createPublicKey(await readFile(join(this.path, name)))),
    );
    return new Map(keys.map((key) => [keyId(key), key]));
  }

  private async write(name: string, text: string): Promise<void> {
    await mkdir(this.path, { recursive: true });
    const half = join(this.path, `.${name}.${process.pid}`);
    await writeFile(half, text);
    await link(half, join(this.path, name))
      .catch((error: { code?: string }) => {
        if (error.code !== 'EEXIST') throw error;
      })
      .finally(() => rm(half, { force: true }));
  }
}

function noSuchFolder(error: { code?: string }): string[] {
  if (error.code === 'ENOENT') return [];
  throw error as Error;
}
