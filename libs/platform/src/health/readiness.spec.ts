import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { disk, type Disk } from './disk.js';
import { type Keeper, LEAST_FREE, Readiness } from './readiness.js';

const MB = 1024 * 1024;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'elchin-disk-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const lines: object[] = [];
beforeEach(() => {
  lines.length = 0;
});
const log = pino(
  { base: undefined, timestamp: false },
  { write: (line: string) => lines.push(JSON.parse(line) as object) },
);

/** On this disk and this database; each question looks anew. */
function readinessWith(space: Partial<Disk>, database: Partial<Keeper> = {}): Readiness {
  const well = { free: () => Promise.resolve(9e9), tryWriting: () => Promise.resolve() };
  const keeps = { isFull: false, tryWriting: () => Promise.resolve() };
  return new Readiness(folder, { ...keeps, ...database }, log, { ...well, ...space }, 0);
}

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

describe('whether the register can do its work', () => {
  it('it can where something can be kept on the disk and in the database', async () => {
    expect(await readinessWith({}).problem()).toBeUndefined();
    expect(await readinessWith(disk).problem()).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('it can where no data folder is needed yet', async () => {
    expect(await disk.free(join(folder, 'nowhere'))).toBeUndefined();
    expect(await readinessWith({ free: () => disk.free(join(folder, 'nowhere')) }).problem()).toBeUndefined();
  });

  it.each([
    ['little is free', { free: () => Promise.resolve(LEAST_FREE - 1) }, {}, 'disk full'],
    ['a write finds no room', { tryWriting: failing('ENOSPC') }, {}, 'disk full'],
    ['a write is not allowed', { tryWriting: failing('EROFS') }, {}, 'disk cannot be written'],
    ['PostgreSQL found no room', {}, { isFull: true }, 'disk full'],
    ['PostgreSQL finds no room now', {}, { tryWriting: failing('53100') }, 'disk full'],
    ['PostgreSQL is away', {}, { tryWriting: failing('ECONNREFUSED') }, 'database unreachable'],
  ])('it cannot where %s', async (_, space, database, problem) => {
    expect(await readinessWith(space, database).problem()).toBe(problem);
  });

  it('the operator is told when the disk gets full, when it is, and when it has room again, once each', async () => {
    let free = 9e9;
    const readiness = readinessWith({ free: () => Promise.resolve(free) });
    for (free of [9e9, 500 * MB, 499 * MB, 10 * MB, 9 * MB, 9e9, 9e9]) await readiness.problem();
    expect(lines).toEqual([
      { level: 40, disk: 'nearly full', freeMb: 500 },
      { level: 50, disk: 'disk full', freeMb: 10 },
      { level: 40, disk: 'has room again', freeMb: expect.any(Number) },
    ]);
  });
});
