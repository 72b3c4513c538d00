import { createPublicKey, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { verifyLog } from '#access';
import { accessRoom, signedInAs } from '#access/testing';
import { verifyDatabase } from '../../apps/verifier/verify-log.js';
import { aWorld, type World } from '#support/world';
import { type Tampering, tamperings } from './tampering.js';
import { seededRandom } from './seeded-random.js';

/** 200 in the run of all tests; `npm run tamper` tries 10,000. */
const TRIES = Number(process.env.TAMPERINGS ?? 200);
const SEED = Number(process.env.SEED ?? randomBytes(4).readUInt32LE());

const ROWS_PER_CHECKPOINT = [7, 16, 1, 23];
const SIGNED = ROWS_PER_CHECKPOINT.reduce((all, some) => all + some, 0);

let world: World;
let client: pg.PoolClient;
let kept: { logKeyFile: string; logFolder: string };
let folder: string;
const copies = new Map<number, string>();

beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), 'elchin-log-'));
  kept = { logKeyFile: join(folder, 'key.pem'), logFolder: join(folder, 'copies') };
  mkdirSync(kept.logFolder);
  const { door, sealer, checkpoints } = await accessRoom(world.database, world.door, kept);
  const tuul = await signedInAs(world.owner, { name: 'Туул', role: 'OFFICER', missionId: 'PRG' });
  const look = (subject?: string) =>
    door.read(tuul, [{ name: 'one', text: 'select 1', values: [] }], subject);
  const chained = async () =>
    Number((await world.owner.query<{ n: string }>('select count(*) as n from access.log_link')).rows[0]?.n);
  let wanted = 0;
  for (const some of [...ROWS_PER_CHECKPOINT, 4]) {
    for (let n = 0; n < some; n += 1) await look(n % 2 ? tuul.actor.staffId : undefined);
    wanted += some;
    while ((await chained()) < wanted) await sealer.seal();
    if (wanted <= SIGNED) await checkpoints.sign();
  }
  await look();
  for (const name of readdirSync(kept.logFolder).filter((one) => one.startsWith('checkpoint'))) {
    const { body } = JSON.parse(readFileSync(join(kept.logFolder, name), 'utf8')) as { body: string };
    copies.set(Number(name.slice(11, 20)), body);
  }
  client = await world.owner.connect();
});
afterAll(async () => {
  client.release();
  await world.end();
  rmSync(folder, { recursive: true });
});

const query = async (text: string, values: unknown[] = []) =>
  (await client.query<Record<string, unknown>>(text, values)).rows;
const ours = () => verifyLog((_, text, values) => query(text, values), kept);
const theirs = () => {
  const key = readdirSync(kept.logFolder).find((name) => name.endsWith('.pem')) ?? '';
  return verifyDatabase(query, [createPublicKey(readFileSync(join(kept.logFolder, key)))], copies);
};

/** @returns what both verifiers say of the log after this was done to it. */
async function tried(
  tampering: Tampering,
): Promise<{ ours: number | null; theirs: number | null; code: string }> {
  await client.query('begin');
  try {
    await tampering.tamper(query);
    const found = await ours();
    const second = await theirs();
    return {
      ours: found.fault?.n ?? null,
      theirs: second.ok ? null : second.n,
      code: found.fault?.code ?? 'none',
    };
  } finally {
    await client.query('rollback');
  }
}

describe('an access log that nobody touched', () => {
  it('is whole, for the register and for the verifier that shares no code with it', async () => {
    expect(await ours()).toMatchObject({
      rows: SIGNED + 4,
      signed: SIGNED,
      checkpoints: 4,
      young: 1,
      fault: null,
    });
    expect(await theirs()).toEqual({ ok: true, rows: SIGNED + 4, signed: SIGNED, checkpoints: 4 });
  });
});

describe('an access log that a superuser tampers with', () => {
  it(`is found out, ${TRIES} times of ${TRIES}, with the first bad row`, async () => {
    const random = seededRandom(SEED);
    const missed: object[] = [];
    const kinds = new Map<string, number>();
    for (let n = 0; n < TRIES; n += 1) {
      const tampering = tamperings(random, ROWS_PER_CHECKPOINT);
      const found = await tried(tampering);
      kinds.set(tampering.kind, (kinds.get(tampering.kind) ?? 0) + 1);
      const named =
        found.ours === tampering.firstBad && (found.theirs === tampering.firstBad || found.theirs === 0);
      if (!named)
        missed.push({ seed: SEED, n, kind: tampering.kind, firstBad: tampering.firstBad, ...found });
    }
    if (process.env.TAMPERINGS) {
      const counted = JSON.stringify(Object.fromEntries(kinds), null, 2);
      process.stdout.write(`seed ${SEED}: found ${TRIES - missed.length} of ${TRIES}\n${counted}\n`);
    }
    expect(missed).toEqual([]);
  }, 3_600_000);
});
