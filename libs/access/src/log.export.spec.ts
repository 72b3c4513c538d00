import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { aWorld, type World } from '#support/world';
import type { Asking } from './asking.js';
import { type AccessRoom, accessRoom, signedInAs } from './testing/index.js';

let world: World;
let room: AccessRoom;
let munkh: Asking;
const ENTRIES = 12_000;

beforeAll(async () => {
  world = await aWorld();
  room = await accessRoom(world.database);
  munkh = {
    ...(await signedInAs(world.owner, { name: 'Мөнх', role: 'AUDITOR' })),
    operation: 'log.export',
    logged: true,
  };
  // Two thousand of each instant, so that pages are cut within one.
  await world.owner.query(
    `insert into access.log (at, role, operation, subject_id)
     select timestamptz '2026-11-20T01:00:00Z' + (n / 2000) * interval '1 second', 'OFFICER',
            case when n % 4000 = 0 then 'staff.write' else 'cases.read' end, uuidv7()
       from generate_series(1, $1::integer) n`,
    [ENTRIES],
  );
  await world.owner.query('analyze access.log');
});
afterAll(() => world.end());

const period = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
const written = async () => {
  const { rows } = await world.owner.query<{ n: string }>(
    `select count(*) as n from access.log where operation = 'log.export'`,
  );
  return Number(rows[0]?.n);
};

describe('a long log as a file', () => {
  it('has every entry once, page after page, newest first', async () => {
    const csv = await room.logExport.csv(munkh, period);
    const [, ...lines] = parse(csv, { bom: true });
    expect(lines).toHaveLength(ENTRIES);
    expect(new Set(lines.map((line) => line.at(-1))).size).toBe(ENTRIES);
    const times = lines.map((line) => line[1] ?? '');
    expect(times).toEqual([...times].sort().reverse());
    expect(lines[0]?.[0]).toMatch(/^2026-11-20 09:00:0\d$/);
  });

  it('is written to the log once, however many pages it has', async () => {
    const before = await written();
    await room.logExport.csv(munkh, period);
    expect(await written()).toBe(before + 1);
  });

  it('is refused beyond its bound, and exactly there', async () => {
    await expect(room.logExport.csv(munkh, period, ENTRIES - 1)).rejects.toThrow('LOG_TOO_LONG');
    await expect(room.logExport.csv(munkh, period, ENTRIES)).resolves.toContain('\r\n');
  });
});

const some = '01980000-0000-7000-8000-000000000000';

describe('the log finds by its indexes', () => {
  it.each([
    ['act', `operation = 'staff.write'`, 'log_operation'],
    ['row', `subject_id = '${some}'`, 'log_subject'],
    ['person', `staff_id = '${some}'`, 'log_staff'],
    ['time', `at >= '2026-11-20T01:00:06Z'`, 'log_at'],
  ])('entries of one %s', async (_, condition, index) => {
    const [plan = []] = await room.door.read(munkh, [
      {
        name: `test.plan ${index}`,
        text: `explain select * from access.log l where ${condition} order by l.at desc, l.id desc limit 51`,
        values: [],
      },
    ]);
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
  });
});
