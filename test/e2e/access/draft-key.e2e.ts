import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import request from 'supertest';
import { hashToken } from '#access';
import { type Client, people, type PersonOfTest, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

let world: World;
let api: RunningApi;
let app: pg.Client;
beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  app = new pg.Client({ connectionString: world.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await api.close();
  await world.end();
});

const keyOf = async (client: Client): Promise<string> => {
  const { data, errors } = await client.query('{ draftKey }');
  expect(errors).toBeUndefined();
  return data?.draftKey as unknown as string;
};

/** Raw SQL as the application's role after this person has shown her session, in a transaction that leaves nothing. */
async function behindTheCode(person: PersonOfTest, sql: string, values: unknown[] = []) {
  const { token, staffId } = await api.as(person);
  await app.query('begin');
  try {
    const session = [hashToken(token), staffId, person.role, person.missionId];
    await app.query('select access.enter($1, $2, $3, $4)', session);
    return await app.query<Record<string, unknown>>(sql, values);
  } finally {
    await app.query('rollback');
  }
}

describe('the key of what a person has half-written', () => {
  it('has 256 bits, and is the same on Bolormaa’s next device and after she has signed in again', async () => {
    const first = await keyOf(await api.as(people.bolormaa));
    expect(Buffer.from(first, 'base64url')).toHaveLength(32);
    expect(await keyOf(await api.as(people.bolormaa))).toBe(first);
  });

  it('is made once, though two tabs ask at the same moment', async () => {
    const ganbold = await api.as(people.ganbold);
    const keys = await Promise.all(Array.from({ length: 6 }, () => keyOf(ganbold)));
    expect(new Set(keys).size).toBe(1);
  });

  it('is another one for Tuul', async () => {
    expect(await keyOf(await api.as(people.tuul))).not.toBe(await keyOf(await api.as(people.bolormaa)));
  });

  it('goes to nobody whose session is over', async () => {
    const tuul = await api.as(people.tuul);
    await tuul.query('mutation { signOut }');
    const { data, errors } = await tuul.query('{ draftKey }');
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is kept by no cache on the way', async () => {
    const { token } = await api.as(people.bolormaa);
    const sent = request(api.url).post('/graphql').set('authorization', `Bearer ${token}`);
    const { headers } = await sent.send({ query: '{ draftKey }' });
    expect((headers as Record<string, string>)['cache-control']).toBe('no-store');
  });

  it('stands in no log', async () => {
    const key = await keyOf(await api.as(people.bolormaa));
    const { rows } = await world.owner.query<{ line: string }>('select l::text as line from access.log l');
    expect(rows.filter(({ line }) => line.includes(key) || line.includes('drafts'))).toEqual([]);
  });
});

describe('the database’s lock on these keys', () => {
  beforeAll(async () => {
    for (const person of [people.bolormaa, people.tuul]) await keyOf(await api.as(person));
  });

  const all = 'select staff_id from access.draft_key';

  it('shows Tuul her own key and not Bolormaa’s, whatever she asks', async () => {
    const { staffId } = await api.as(people.tuul);
    expect((await behindTheCode(people.tuul, all)).rows).toEqual([{ staff_id: staffId }]);
  });

  it('shows the administrator, who sees all staff, no key', async () => {
    expect((await behindTheCode(people.admin, all)).rows).toEqual([]);
  });

  it('shows none to a connection on which nobody has shown a session', async () => {
    expect((await app.query(all)).rows).toEqual([]);
  });

  it('lets Tuul make no key in Bolormaa’s name, and change or throw away none', async () => {
    const { rows } = await world.owner.query<{ id: string }>(`select id from access.staff where email = $1`, [
      people.analyst.email,
    ]);
    const analyst = rows[0]?.id ?? (await api.as(people.analyst)).staffId;
    const made = behindTheCode(
      people.tuul,
      `insert into access.draft_key (staff_id, key) values ($1, decode(repeat('00', 32), 'hex'))`,
      [analyst],
    );
    await expect(made).rejects.toThrow('row-level security');
    for (const sql of [`update access.draft_key set key = key`, 'delete from access.draft_key'])
      await expect(behindTheCode(people.tuul, sql)).rejects.toThrow('permission denied');
  });
});
