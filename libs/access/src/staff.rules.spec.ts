import { describe, expect, it } from '@jest/globals';
import { ROLES } from './policy.rules.js';
import { emailOf, isEmail, isRole, misfit } from './staff.rules.js';
import { isUuid } from './uuid.rules.js';

describe('an e-mail address', () => {
  it('is one person’s, however it is typed', () => {
    expect(emailOf('  Bolormaa@Seoul.Elchin.EXAMPLE ')).toBe('bolormaa@seoul.elchin.example');
  });

  it.each(['bolormaa@seoul.elchin.example', 'b.o+1@mfa.gov.mn'])('may be %s', (email) =>
    expect(isEmail(email)).toBe(true),
  );

  it.each([
    '',
    'bolormaa',
    '@mfa.mn',
    'b@',
    'b@mfa',
    'b b@mfa.mn',
    'b@mfa..mn',
    'b@@mfa.mn',
    `${'b'.repeat(65)}@mfa.mn`,
  ])('cannot be %j', (email) => expect(isEmail(email)).toBe(false));
});

describe('a role and a post', () => {
  it('fit when the role is held at a post and the post is given, and the other way round', () => {
    expect(ROLES.map((role) => [role, misfit(role, null), misfit(role, 'SEL')])).toEqual([
      ['OFFICER', 'ROLE_NEEDS_MISSION', undefined],
      ['HEAD_OF_MISSION', 'ROLE_NEEDS_MISSION', undefined],
      ['CONSULAR_OFFICER', 'ROLE_NEEDS_MISSION', undefined],
      ['HEAD_OF_DEPARTMENT', 'ROLE_NEEDS_MISSION', undefined],
      ['ANALYST', undefined, 'ROLE_HAS_NO_MISSION'],
      ['COMMISSION', undefined, 'ROLE_HAS_NO_MISSION'],
      ['CIVIL_SOCIETY', undefined, 'ROLE_HAS_NO_MISSION'],
      ['ADMINISTRATOR', undefined, 'ROLE_HAS_NO_MISSION'],
      ['AUDITOR', undefined, 'ROLE_HAS_NO_MISSION'],
    ]);
  });
});

describe('a uuid in a cursor', () => {
  it('is looked at before the database sees it', () => {
    expect(isUuid('0198c0de-0000-7000-8000-00000000000a')).toBe(true);
    for (const other of ['', 'x', '0198c0de00007000800000000000000a', null, undefined])
      expect(isUuid(other)).toBe(false);
  });
});

describe('a role as it is typed', () => {
  it('is one of those that there are, in their own spelling', () => {
    expect(ROLES.every(isRole)).toBe(true);
    for (const other of ['', 'officer', 'OFFICER ', 'toString']) expect(isRole(other)).toBe(false);
  });
});

describe('the length of an address', () => {
  const long = (domain: number): string => `b@${'m'.repeat(domain)}.mn`;

  it('ends where post ends: at 254 letters', () => {
    expect(long(249)).toHaveLength(254);
    expect([isEmail(long(249)), isEmail(long(250))]).toEqual([true, false]);
  });

  it('and at 64 before the @', () => {
    expect([isEmail(`${'b'.repeat(64)}@mfa.mn`), isEmail(`${'b'.repeat(65)}@mfa.mn`)]).toEqual([true, false]);
  });

  it('has a land of two letters at least, and starts and ends with nothing else', () => {
    for (const other of [
      'b@mfa.m',
      'b@mfa.mn ',
      ' b@mfa.mn',
      'b@mfa.mn>',
      '<b@mfa.mn',
      'b"@mfa.mn',
      'b@MFA.mn',
    ])
      expect([other, isEmail(other)]).toEqual([other, false]);
  });
});
