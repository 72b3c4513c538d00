import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { needsMission, type Role } from '#access';
import { DECLARATION, type Declaration } from '#platform';
import { type Answer, type Client, type RunningApi, startApi } from '#support/api';
import { aWorld, type World } from '#support/world';
import { type Operation, operationsOf } from './documents.js';
import { type Asker, askers, matrix, NOBODY } from './matrix.js';

let world: World;
let api: RunningApi;
let operations: Operation[];
beforeAll(async () => {
  world = await aWorld();
  api = await startApi(world);
  operations = operationsOf(api.app.get(GraphQLSchemaHost, { strict: false }).schema);
});
afterAll(async () => {
  await api.close();
  await world.end();
});

/** With a session of their own, since some operations end it. */
async function as(asker: Asker): Promise<Client> {
  if (asker === NOBODY) return api.nobody;
  const missionId = needsMission(asker) ? 'PRG' : null;
  return api.as({ name: asker, email: `${asker.toLowerCase()}@elchin.example`, role: asker, missionId });
}

/** `allowed`, `FORBIDDEN`, `UNAUTHENTICATED`; anything else is a surprise in words. */
type Verdict = string;

/** What an answer says about the right to ask; a "no" to the content of the question is no "no" to the asker. */
function verdictOf({ status, errors, data }: Answer): Verdict {
  const codes = (errors ?? []).map(({ extensions }) => extensions.code);
  const closed = codes.find((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED');
  if (closed)
    return Object.values(data ?? {}).some((value) => value !== null) ? `${closed}, with an answer` : closed;
  const surprise = codes.find((code) => code !== 'BAD_USER_INPUT');
  const refusedByRules = (errors ?? []).every(({ extensions }) => (extensions.refusals ?? []).length > 0);
  if (status !== 200 || surprise || !refusedByRules) return `${status} ${JSON.stringify(errors)}`;
  return 'allowed';
}

const expectedOf = (operation: string, asker: Asker): Verdict => {
  if (matrix[operation]?.includes(asker)) return 'allowed';
  return asker === NOBODY ? 'UNAUTHENTICATED' : 'FORBIDDEN';
};

describe('every operation of the schema', () => {
  it('has its line in the matrix, and every line its operation', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(matrix).sort());
  });

  it('says what it does', () => {
    const silent = operations.filter(({ description }) => (description ?? '').trim() === '');
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('declares what it asks of its caller', () => {
    const declarations = declarationsOf(api);
    for (const { name } of operations) {
      const declared = declarations.get(name);
      expect([name, declared?.permission]).toEqual([
        name,
        expect.stringMatching(/^(public|[a-z]+\.[a-z]+)$/),
      ]);
    }
  });

  it.each(askers)('is open or shut to %s as the matrix says', async (asker) => {
    const found: Record<string, Verdict> = {};
    for (const operation of operations) {
      found[operation.name] = verdictOf(await (await as(asker)).query(operation.document()));
    }
    const expected = Object.fromEntries(operations.map(({ name }) => [name, expectedOf(name, asker)]));
    expect(found).toEqual(expected);
  });

  it('stays shut when it is asked for beside one that is open, or under another name', async () => {
    const admin = await as('ADMINISTRATOR');
    const both = await admin.query('{ me { id } worklist { totalCount } }');
    expect(verdictOf({ ...both, data: null })).toBe('FORBIDDEN');
    expect(JSON.stringify(both.data)).not.toContain('totalCount');
    expect(verdictOf(await admin.query('{ me: worklist { totalCount } }'))).toBe('FORBIDDEN');
    expect(
      verdictOf(
        await admin.query('query { ...Hidden } fragment Hidden on Query { worklist { totalCount } }'),
      ),
    ).toBe('FORBIDDEN');
  });

  it('stays shut on its second call too, when the document runs compiled', async () => {
    const document = '{ worklist { totalCount } }';
    const officer = await as('OFFICER');
    for (let at = 0; at < 3; at += 1) expect(verdictOf(await officer.query(document))).toBe('allowed');
    expect(verdictOf(await (await as('AUDITOR')).query(document))).toBe('FORBIDDEN');
    expect(verdictOf(await api.nobody.query(document))).toBe('UNAUTHENTICATED');
  });

  it('is shut to a token that is none', async () => {
    const sent = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${'A'.repeat(43)}` },
      body: JSON.stringify({ query: '{ worklist { totalCount } }' }),
    });
    expect(verdictOf({ status: sent.status, ...((await sent.json()) as Omit<Answer, 'status'>) })).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('the way in for files', () => {
  it.each(askers)('is open or shut to %s like the import', async (asker) => {
    const { token } = await as(asker);
    const { status } = await fetch(`${api.url}/files`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', ...(token && { authorization: `Bearer ${token}` }) },
      body: 'a,b\n1,2\n',
    });
    const shut = asker === NOBODY ? 401 : 403;
    expect(status).toBe(matrix.checkImport?.includes(asker) ? 201 : shut);
  });
});

describe('what a person is told they may do', () => {
  it.each(askers.filter((asker): asker is Role => asker !== NOBODY))('is what %s may do', async (role) => {
    const { data } = await (await as(role)).query('{ me { permissions } }');
    const told = new Set((data?.me as unknown as { permissions: string[] }).permissions);
    const declarations = declarationsOf(api);
    const open = operations.map(({ name }) => name).filter((name) => matrix[name]?.includes(role));
    const needed = new Set(
      open.map((name) => declarations.get(name)?.permission).filter((one) => one !== 'public'),
    );
    expect([...told].sort()).toEqual([...needed].sort());
  });
});

/** Name of the operation → what its handler declares. */
function declarationsOf({ app }: RunningApi): Map<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const module of app.get(ModulesContainer, { strict: false }).values()) {
    for (const { metatype } of module.providers.values()) {
      const prototype = (metatype as { prototype?: object } | undefined)?.prototype;
      for (const name of prototype ? Object.getOwnPropertyNames(prototype) : []) {
        const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
        if (typeof handler !== 'function' || !Reflect.hasMetadata('graphql:resolver_type', handler)) continue;
        const declaration = Reflect.getMetadata(DECLARATION, handler) as Declaration | undefined;
        const operation =
          (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? name;
        if (declaration) found.set(operation, declaration);
      }
    }
  }
  return found;
}
