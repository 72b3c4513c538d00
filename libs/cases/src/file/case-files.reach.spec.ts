import { describe, expect, it } from '@jest/globals';
import { type Actor, type Role, ROLES } from '#access';
import { inReach } from './case-files.reach.js';

const actor = (role: Role): Actor => ({ staffId: 'x', role, missionId: 'PRG' });
/** The condition, and the values that it brought along. */
const reach = (role: Role): [string, unknown[]] => {
  const values: unknown[] = [];
  const condition = inReach(actor(role), (value) => `$${values.push(value)}`);
  return [condition, values];
};

describe('which rows of cases a query may start from', () => {
  it('is, for every role', () => {
    expect(ROLES.map((role) => [role, ...reach(role)])).toEqual([
      ['OFFICER', 'c.mission_id = $1', ['PRG']],
      ['HEAD_OF_MISSION', 'c.mission_id = $1', ['PRG']],
      ['CONSULAR_OFFICER', 'true', []],
      ['HEAD_OF_DEPARTMENT', 'true', []],
      ['ANALYST', 'false', []],
      ['COMMISSION', 'false', []],
      ['CIVIL_SOCIETY', 'false', []],
      ['ADMINISTRATOR', 'false', []],
      ['AUDITOR', 'false', []],
    ]);
  });
});
