import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLObjectType, isIntrospectionType, isObjectType } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { type Asking, hashToken, mayDo, needsMission, type PermissionName, type Role, ROLES } from '#access';
import { AmendAct, CloseAct, FilingService, MoveAct, NoteAct, ReopenAct } from '#cases';
import { aCaseFile } from '#cases/testing';
import { people, type PersonOfTest, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { Desk } from '../cases/desk.js';

let world: World;
let api: RunningApi;
beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

/** The way round the counter: whoever asks is inside already, by an operation that says nothing of what is done. */
async function inside(person: PersonOfTest): Promise<Asking> {
  const { token, staffId } = await api.as(person);
  const actor = { staffId, role: person.role, missionId: person.missionId };
  return { actor, tokenHash: hashToken(token), language: 'en', operation: 'cases.status', logged: true };
}
const somebody = (role: Role): PersonOfTest => {
  const missionId = needsMission(role) ? 'PRG' : null;
  return { name: role, email: `${role.toLowerCase()}@acts.example`, role, missionId };
};
const office = <T>(act: new (...args: never[]) => T): T => api.app.get(act, { strict: false });

const caseId = uuidv7();
const note = { id: uuidv7(), caseId, kind: 'NOTE', at: '2026-03-10T00:00:00Z', text: 'x' } as const;
const acts: [PermissionName, (asking: Asking) => Promise<unknown>][] = [
  [
    'cases.file',
    (asking) => office(FilingService).file(asking, aCaseFile().at('PRG').in('CZ').input, ['id']),
  ],
  ['cases.note', (asking) => office(NoteAct).note(asking, note)],
  ['cases.amend', (asking) => office(AmendAct).amend(asking, { id: caseId, version: 1, summary: 'x' })],
  ['cases.status', (asking) => office(MoveAct).move(asking, { caseId, version: 1, to: 'TRIAGED' })],
  ['cases.close', (asking) => office(CloseAct).close(asking, { caseId, version: 1 })],
  ['cases.reopen', (asking) => office(ReopenAct).reopen(asking, { caseId, version: 1, reason: 'x' })],
];

describe('an act asks for its permission itself, however it is reached', () => {
  it.each(ROLES)('from %s', async (role) => {
    const asking = await inside(somebody(role));
    for (const [permission, act] of acts) {
      const answered = await act(asking).then(
        () => 'done',
        (error: Error) => error.constructor.name,
      );
      const expected = mayDo(role, permission)
        ? permission === 'cases.file'
          ? 'done'
          : 'Refusal'
        : 'NotAllowed';
      expect([permission, answered]).toEqual([permission, expected]);
    }
  });

  it('and the access log names the act that happened, not the way to it', async () => {
    const bolormaa = new Desk(await api.as(people.bolormaa));
    const filed = await bolormaa.filed(aCaseFile().ofLabour());
    const file = await bolormaa.brings(filed, 'TRIAGED', 'IN_PROGRESS', 'RESOLVED');
    const asking = await inside(people.bolormaa);
    await office(CloseAct).close(asking, { caseId: file.id, version: file.version });
    await office(ReopenAct).reopen(asking, { caseId: file.id, version: file.version + 1, reason: 'учир' });
    const { rows } = await world.owner.query<{ operation: string }>(
      'select operation from access.log where subject_id = $1 order by at desc, id desc limit 2',
      [file.id],
    );
    expect(rows.map(({ operation }) => operation)).toEqual(['cases.reopen', 'cases.close']);
  });
});

describe('a field with a resolver of its own asks for its permission like an operation', () => {
  /** Such fields, as `Type.field`, with the way in. */
  function guardedFields() {
    const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
    const roots = [schema.getQueryType(), schema.getMutationType()];
    const types = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLObjectType =>
        isObjectType(type) && !isIntrospectionType(type) && !roots.includes(type),
    );
    return types.flatMap((type) =>
      Object.values(type.getFields()).flatMap(({ name, resolve }) =>
        resolve
          ? [{ name: `${type.name}.${name}`, resolve, info: { fieldName: name, parentType: type } }]
          : [],
      ),
    );
  }
  const codeOf = (error: unknown) => (error as { extensions?: { code?: string } }).extensions?.code;

  it('is shut to whoever has not signed in, and to a role without it', async () => {
    const fields = guardedFields();
    expect(fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['CaseFile.timeline', 'CaseFile.changesSince', 'StatisticsTable.csv']),
    );
    const { actor, tokenHash } = await inside({ ...people.auditor, email: 'fields@elchin.example' });
    for (const { name, resolve, info } of fields) {
      const asked = async (context: object): Promise<unknown> => {
        try {
          await resolve({ id: caseId }, {}, { language: 'en', ...context }, info as never);
          return 'answered';
        } catch (error) {
          return codeOf(error);
        }
      };
      expect([name, await asked({ actor: null, tokenHash: null })]).toEqual([name, 'UNAUTHENTICATED']);
      expect([name, await asked({ actor, tokenHash })]).toEqual([name, 'FORBIDDEN']);
    }
  });
});
