import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { casesIn, Clerk } from './clerk.js';

const header = 'date_of_death,place,country_alpha3,cause_of_death';
const seoul = '2011/03/09,Seoul,KOR,Homicide';
const goodFile = `${header}\n${seoul}\n`;

describe('a file sent for import', () => {
  let world: World;
  let api: RunningApi;
  let client: Client;
  let enkhjargal: Clerk;

  beforeAll(async () => {
    world = await aWorld();
    api = await startApi(world);
    client = await api.as(people.enkhjargal);
    enkhjargal = new Clerk(api, client);
  });
  afterAll(async () => {
    await api.close();
    await world.end();
  });

  const cases = () => casesIn(world);
  const uploads = () => readdirSync(join(process.env.ELCHIN_TEST_DIR ?? '.elchin/test', 'uploads')).length;

  it('is taken from nobody, and not from Bolormaa in Seoul, whose role imports nothing', async () => {
    const nobody = new Clerk(api, api.nobody);
    expect((await nobody.send(goodFile)).status).toBe(401);
    const bolormaa = new Clerk(api, await api.as(people.bolormaa));
    expect(await bolormaa.send(goodFile)).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    const { data, errors } = await (
      await api.as(people.bolormaa)
    ).query(`{ import(id: "${uuidv7()}") { id } }`);
    expect([data?.import ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });

  it('is taken with a cookie only from our own page', async () => {
    const send = (origin: string) =>
      fetch(`${api.url}/files`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', cookie: `elchin=${client.token}`, origin },
        body: goodFile,
      });
    expect((await send(api.url)).status).toBe(201);
    expect((await send('https://example.org')).status).toBe(403);
    expect((await send('null')).status).toBe(403);
  });

  it('is not taken when its session has just ended, and is not kept', async () => {
    const leaving = await api.as(people.enkhjargal);
    const clerk = new Clerk(api, leaving);
    expect((await clerk.send(goodFile)).status).toBe(201);
    const before = uploads();
    await world.owner.query('delete from access.session where token_hash = sha256($1::bytea)', [
      Buffer.from(leaving.token),
    ]);
    expect((await clerk.send(goodFile)).status).toBe(401);
    expect(uploads()).toBe(before);
  });

  it('is only taken as a raw body', async () => {
    expect((await enkhjargal.send('{}', { 'content-type': 'application/json' })).status).toBe(400);
    expect((await enkhjargal.send('x', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(
      415,
    );
  });

  it('is checked only for whoever sent it, by a profile that there is', async () => {
    const { fileId } = await enkhjargal.send(goodFile);
    const oyun = new Clerk(
      api,
      await api.as({ ...people.enkhjargal, name: 'Оюун', email: 'oyun@mfa.elchin.example' }),
    );
    expect((await oyun.check(fileId)).refusals).toMatchObject([
      { code: 'UPLOAD_NOT_FOUND', field: 'fileId' },
    ]);
    expect((await enkhjargal.check(uuidv7())).refusals).toMatchObject([{ code: 'UPLOAD_NOT_FOUND' }]);
    expect((await enkhjargal.check(fileId, '../profiles/us-deaths')).refusals).toMatchObject([
      { code: 'UNKNOWN_PROFILE', field: 'profile' },
    ]);
    expect((await enkhjargal.run(uuidv7())).refusals).toMatchObject([{ code: 'IMPORT_NOT_FOUND' }]);
  });

  it.each([
    ['is empty', '\n', 'FILE_EMPTY', 'Файл хоосон байна.'],
    ['is an XLSX renamed', 'PK\u0003\u0004xl/workbook.xml', 'FILE_IS_SPREADSHEET', 'файл (XLSX, XLS, ODS)'],
    [
      'is in Windows Cyrillic',
      Buffer.from([...Buffer.from(header), 10, 0xd1, 0xe5, 0xf3]),
      'FILE_NOT_UTF8',
      '2-р мөрөнд',
    ],
    ['has no rows', header, 'FILE_ONLY_HEADER', 'мөр алга'],
    ['lacks a column', `date_of_death;place\n`, 'COLUMN_MISSING', '«country_alpha3» багана алга'],
  ])('that %s fails its check with words in Mongolian', async (_, content, code, words) => {
    const inMongolian = new Clerk(api, client, 'mn');
    const { fileId } = await inMongolian.send(content);
    const { id } = await inMongolian.check(fileId);
    const ended = await inMongolian.ended(id);
    expect(ended).toMatchObject({ status: 'FAILED', imported: 0, failure: { code } });
    expect(ended.failure?.message).toContain(words);
    expect(ended.failure?.remedy).toBeTruthy();
    expect((await inMongolian.run(id)).refusals).toMatchObject([{ code: 'IMPORT_NOT_CHECKED' }]);
  });

  it('with causes that nobody knows lists each once, and cannot be run, not even partly', async () => {
    const content = `${header}\n${seoul}\n2011/03/09,Seoul,KOR,Dragon\n2011/03/10,Busan,KOR,Dragon\n`;
    const checked = await enkhjargal.checked(content);
    expect(checked).toMatchObject({
      status: 'CHECKED',
      unmapped: [{ field: 'cause_of_death', text: 'Dragon', count: 2 }],
      refused: 2,
    });
    expect((await enkhjargal.run(checked.id, true)).refusals).toMatchObject([{ code: 'UNMAPPED_TEXTS' }]);
    expect(await cases()).toBe(0);
  });

  it('that has arrived is swept after a day', async () => {
    const { fileId } = await enkhjargal.send(goodFile);
    await world.owner.query(`update cases.upload set at = now() - interval '25 hours' where id = $1`, [
      fileId,
    ]);
    const swept = await world.owner.query(`select cases.forget_old_uploads(interval '24 hours') as id`);
    expect(swept.rows).toEqual([{ id: fileId }]);
    expect((await enkhjargal.check(fileId)).refusals).toMatchObject([{ code: 'UPLOAD_NOT_FOUND' }]);
  });
});
