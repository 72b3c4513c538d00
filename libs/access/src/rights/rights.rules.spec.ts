import { describe, expect, it } from '@jest/globals';
import { alone, type Rights, sameRights } from './rights.rules.js';

const analyst: Rights = { role: 'ANALYST', missionId: null, active: true };
const officer: Rights = { role: 'OFFICER', missionId: 'SEL', active: true };

describe('what one person may bring about alone', () => {
  it('is everything between roles that see no case', () => {
    const auditor: Rights = { role: 'AUDITOR', missionId: null, active: false };
    expect(alone(analyst, auditor)).toEqual(auditor);
  });

  it.each([
    ['a role that reads cases', analyst, officer],
    ['another post', officer, { ...officer, missionId: 'PRG' }],
    ['a way out of such a role', officer, analyst],
    ['signing in again', { ...officer, active: false }, officer],
    ['an administrator', analyst, { ...analyst, role: 'ADMINISTRATOR' as const }],
    [
      'the head of the department',
      analyst,
      { role: 'HEAD_OF_DEPARTMENT' as const, missionId: 'ULN', active: true },
    ],
  ])('is not %s', (_, before, after) => {
    expect(alone(before, after)).toEqual(before);
  });

  it('is shutting somebody out, but not what else was changed with it', () => {
    expect(alone(officer, { ...officer, active: false })).toEqual({ ...officer, active: false });
    expect(alone(officer, { ...analyst, active: false })).toEqual({ ...officer, active: false });
  });
});

describe('the same rights', () => {
  it.each([{ role: 'HEAD_OF_MISSION' as const }, { missionId: 'PRG' }, { active: false }])(
    'are not %j',
    (more) => {
      expect(sameRights(officer, { ...officer })).toBe(true);
      expect(sameRights(officer, { ...officer, ...more })).toBe(false);
    },
  );
});
