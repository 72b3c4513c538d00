import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { endLaunched, launch, type Launched } from '#support/launched';

let folder: string;
let elchin: Launched;
let bystander: ChildProcess;

const pidFile = () => join(folder, 'postgres/postmaster.pid');
const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
const start = () => launch({ ELCHIN_DATA_DIR: folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'elchin-killed-'));
  bystander = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 300000)']);
  elchin = await start();
});
afterAll(() => {
  bystander.kill('SIGKILL');
  endLaunched();
  rmSync(folder, { recursive: true, force: true });
});

async function readiness(wanted: number): Promise<number> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { status } = await request(elchin.url ?? '').get('/health/ready');
    if (status === wanted) return status;
    await wait(50);
  }
  throw new Error(`never ${wanted}`);
}

/** What the folder says of this process after it was killed and another got its number. */
function giveAway(path: string): void {
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [bystander.pid, ...rest].join('\n'));
}

describe('with a PostgreSQL of its own', () => {
  it('Elchin tells, the first time, what it is doing', () => {
    expect(elchin.said()).toMatch(/Making a PostgreSQL of its own in .*\n[^]*Elchin is at/);
  });

  it('a killed PostgreSQL is started again, at its address, and the log says once that it went and once that it is back', async () => {
    const before = postmaster();
    process.kill(before, 'SIGKILL');
    await readiness(503);
    await readiness(200);
    expect(postmaster()).not.toBe(before);
    // The line follows the first answer by a moment: the log is written by who watches, not by who answers.
    for (let tries = 0; tries < 100 && !elchin.said().includes('"runs again"'); tries += 1) await wait(50);
    const told = elchin.said().match(/"postgresql":"[^"]+"/g);
    expect(told).toEqual(['"postgresql":"ended unasked, is started again"', '"postgresql":"runs again"']);
  });

  it('a second Elchin leaves the folder alone, and says who has it', async () => {
    const second = await start();
    await second.ended;
    expect(second.said()).toContain(`Elchin already runs in ${folder} (process ${elchin.process.pid})`);
    await readiness(200);
  });

  it('Elchin and PostgreSQL killed, their numbers given to others, it starts again and leaves these alone', async () => {
    const killed = postmaster();
    elchin.process.kill('SIGKILL');
    process.kill(killed, 'SIGKILL');
    await elchin.ended;
    giveAway(pidFile());
    giveAway(join(folder, 'server.pid'));
    elchin = await start();
    expect(elchin.url).toBeDefined();
    await readiness(200);
    expect([bystander.exitCode, bystander.signalCode]).toEqual([null, null]);
  });

  it('only Elchin killed, it joins the PostgreSQL that still runs, also where the claim names a number alone; told to stop, it stops both', async () => {
    const running = postmaster();
    elchin.process.kill('SIGKILL');
    await elchin.ended;
    writeFileSync(join(folder, 'server.pid'), String(bystander.pid));
    elchin = await start();
    await readiness(200);
    expect(postmaster()).toBe(running);
    elchin.process.kill('SIGTERM');
    expect(await elchin.ended).toEqual([0, null]);
    expect(existsSync(pidFile())).toBe(false);
  });
});
