import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseFile } from '#cases/testing';
import { type Answer, type Client, people, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';

let world: World;
let api: RunningApi;
let bolormaa: Client;
let tuul: Client;
const seoul: string[] = [];
const prague: string[] = [];

const FILE = 'mutation ($input: FileCaseInput!) { fileCase(input: $input) { __typename } }';
const READ = 'query ($id: ID!) { caseFile(id: $id) { id mission { id } timeline { totalCount } } }';

beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  bolormaa = await api.as(people.bolormaa);
  tuul = await api.as(people.tuul);
  for (const [who, ids] of [
    [bolormaa, seoul],
    [tuul, prague],
  ] as const) {
    for (let n = 0; n < 5; n += 1) {
      const { input } = aCaseFile().ofDetention();
      expect(await who.query(FILE, { input })).toMatchObject({
        data: { fileCase: { __typename: 'CaseFile' } },
      });
      ids.push(input.id);
    }
  }
});
afterAll(async () => {
  await api.close();
  await world.end();
});

const found = (id: string, mission: string) => ({
  data: { caseFile: { id, mission: { id: mission }, timeline: { totalCount: 1 } } },
});

/** Who is told that there is no room comes back, as the web app does: everybody has their answer in the end. */
async function answered(who: Client, id: string): Promise<Answer> {
  for (let times = 0; times < 30; times += 1) {
    const answer = await who.query(READ, { id });
    if (answer.status !== 503) return answer;
    expect(answer.errors?.[0]?.extensions.code).toBe('TOO_BUSY');
    await wait(200 + 20 * times);
  }
  throw new Error('sent away thirty times');
}

describe('in a crowd, where requests travel to the database together', () => {
  it('Bolormaa in Seoul and Tuul in Prague each get the case they asked for, and never the other', async () => {
    const asked = Array.from({ length: 400 }, async (_, n) => {
      const [who, mission] = n % 2 ? ([bolormaa, 'SEL'] as const) : ([tuul, 'PRG'] as const);
      const [own, other] = n % 2 ? [seoul, prague] : [prague, seoul];
      const id = (n % 3 ? own : other)[n % 5] ?? '';
      expect(await answered(who, id)).toMatchObject(
        n % 3 ? found(id, mission) : { data: { caseFile: null } },
      );
    });
    await Promise.all(asked);
  });

  it('somebody whose session has just ended is sent away, and spoils nobody else', async () => {
    const leaver = await api.as(people.ganbold);
    await leaver.query(READ, { id: seoul[0] });
    await world.owner.query(
      'delete from access.session s using access.staff t where t.id = s.staff_id and t.email = $1',
      [people.ganbold.email],
    );
    const asked = Array.from({ length: 90 }, (_, n) => {
      const id = seoul[n % 5] ?? '';
      return n % 3
        ? { answer: bolormaa.query(READ, { id }), expected: found(id, 'SEL') }
        : {
            answer: leaver.query(READ, { id }),
            expected: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
          };
    });
    for (const { answer, expected } of asked) expect(await answer).toMatchObject(expected);
  });
});
