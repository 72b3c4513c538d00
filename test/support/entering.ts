import { hashToken } from '#access';
import type { Statement } from '#platform';
import type { Client, PersonOfTest } from './api.js';

/** What the Door sends first for somebody with a session: for tests that go past the code, straight to the database. */
export function entering({ token, staffId }: Client, { role, missionId }: PersonOfTest): Statement {
  return {
    name: 'test.enter',
    text: 'select access.enter($1, $2, $3, $4)',
    values: [hashToken(token), staffId, role, missionId],
  };
}
