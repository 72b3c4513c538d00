import { join } from 'node:path';
import { print } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { ensureStaff, newToken, hashToken, type Role } from '#access';
import { type Config, createLog, type Log, readConfig } from '#platform';
import { createServer } from '../../apps/api/src/server.js';
import type { World } from './world.js';

/** A named person of a test, and what she is. */
export interface PersonOfTest {
  name: string;
  email: string;
  role: Role;
  missionId: string | null;
}

/** The people that most tests speak of. */
export const people = {
  bolormaa: staff('Болормаа', 'bolormaa@seoul.elchin.example', 'OFFICER', 'SEL'),
  ganbold: staff('Ганболд', 'ganbold@seoul.elchin.example', 'HEAD_OF_MISSION', 'SEL'),
  tuul: staff('Туул', 'tuul@prague.elchin.example', 'OFFICER', 'PRG'),
  enkhjargal: staff('Энхжаргал', 'enkhjargal@mfa.elchin.example', 'CONSULAR_OFFICER', 'ULN'),
  jisheebayar: staff('Жишээбаяр', 'jisheebayar@mfa.elchin.example', 'HEAD_OF_DEPARTMENT', 'ULN'),
  analyst: staff('Шинжээч', 'analyst@mfa.elchin.example', 'ANALYST', null),
  admin: staff('Админ', 'admin@elchin.example', 'ADMINISTRATOR', null),
  auditor: staff('Аудитор', 'auditor@elchin.example', 'AUDITOR', null),
} as const;

function staff(name: string, email: string, role: Role, missionId: string | null): PersonOfTest {
  return { name, email, role, missionId };
}

export interface Answer {
  status: number;
  data: Record<string, never> | null;
  errors?: {
    message: string;
    path?: string[];
    extensions: { code: string; refusals?: { code: string; field: string }[] };
  }[];
}

/** A person with a live session, speaking GraphQL over HTTP. */
export interface Client {
  staffId: string;
  token: string;
  /** @param language of the answers' words. */
  query(document: string | DocumentNode, variables?: object, language?: 'mn' | 'en'): Promise<Answer>;
}

export interface RunningApi {
  app: NestFastifyApplication;
  url: string;
  /** A client for this person, who is added to the staff when not there yet. The session is made without signing in. */
  as(person: PersonOfTest): Promise<Client>;
  /** A client without a session. */
  nobody: Client;
  close(): Promise<void>;
}

/**
 * The real API on the world's database, listening on a free port of the loopback.
 * @param differently from a developer's machine: e.g. as in production, or with a log to look at.
 */
export async function startApi(
  world: World,
  differently: { config?: Partial<Config>; log?: Log } = {},
): Promise<RunningApi> {
  const dataDir = process.env.ELCHIN_TEST_DIR ?? '.elchin/test';
  const ofWorld = join(dataDir, new URL(world.ownerUrl).pathname);
  const log = { logKeyFile: `${ofWorld}.pem`, logFolder: ofWorld };
  const config = { ...readConfig({}), port: 0, dataDir, ...log, ...differently.config };
  const app = await createServer({
    config,
    appUrl: world.appUrl,
    doorUrl: world.doorUrl,
    log: differently.log ?? createLog('silent'),
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    app,
    url,
    as: (person) => asPerson(world, url, person),
    nobody: client(url, '', ''),
    close: () => app.close(),
  };
}

/** A client of a server of this world at this address. */
export async function asPerson(world: World, url: string, person: PersonOfTest): Promise<Client> {
  const owner = {
    query: async (text: string, values: unknown[]) =>
      (await world.owner.query<Record<string, unknown>>(text, values)).rows,
  };
  const { id } = await ensureStaff(owner, {
    ...person,
    passwordHash: 'none: tests make sessions themselves',
  });
  const token = newToken();
  await world.owner.query(
    `insert into access.session (token_hash, staff_id, kind, expires_at) values ($1, $2, 'API', access.session_end())`,
    [hashToken(token), id],
  );
  return client(url, token, id);
}

function client(url: string, token: string, staffId: string): Client {
  return {
    staffId,
    token,
    async query(document, variables = {}, language = 'en') {
      const query = typeof document === 'string' ? document : print(document);
      const sent = request(url).post('/graphql').set('accept-language', language);
      if (token) sent.set('authorization', `Bearer ${token}`);
      const answer = await sent.send({ query, variables });
      return { status: answer.status, ...(answer.body as Omit<Answer, 'status'>) };
    },
  };
}
