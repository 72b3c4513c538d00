import { describe, expect, it } from '@jest/globals';
import {
  ALL_PERMISSIONS,
  isSupervisor,
  mayDo,
  needsMission,
  needsSecondPerson,
  permissionsOf,
  reaches,
  reachOf,
  ROLES,
} from './policy.rules.js';

const grouped = (prefix: string, role: (typeof ROLES)[number]): string[] =>
  permissionsOf(role)
    .filter((permission) => permission.startsWith(prefix))
    .sort();

describe('who may do what', () => {
  it('lets those who reach cases work on them, and nobody else', () => {
    for (const role of ROLES) {
      const reachesCases = reachOf(role) === 'MISSION' || reachOf(role) === 'ALL';
      expect([role, mayDo(role, 'cases.read')]).toEqual([role, reachesCases]);
      expect([role, mayDo(role, 'statistics.cases')]).toEqual([role, reachesCases]);
    }
  });

  it('gives the administrator staff, and no case and no count', () => {
    expect(grouped('staff.', 'ADMINISTRATOR')).toEqual(['staff.read', 'staff.write']);
    expect(grouped('cases.', 'ADMINISTRATOR')).toEqual([]);
    expect(grouped('statistics.', 'ADMINISTRATOR')).toEqual([]);
    expect(reachOf('ADMINISTRATOR')).toBe('NONE');
  });

  it('gives the auditor the log, and the log to the auditor alone', () => {
    expect(ROLES.filter((role) => mayDo(role, 'log.read'))).toEqual(['AUDITOR']);
    expect(ROLES.filter((role) => mayDo(role, 'log.export'))).toEqual(['AUDITOR']);
    expect(grouped('cases.', 'AUDITOR')).toEqual([]);
    expect(grouped('staff.', 'AUDITOR')).toEqual([]);
  });

  it('gives the analyst counts without the cases behind them', () => {
    expect(grouped('', 'ANALYST')).toEqual([
      'me.drafts',
      'me.inbox',
      'me.security',
      'me.write',
      'reference.read',
      'statistics.read',
    ]);
    expect(reachOf('ANALYST')).toBe('FACTS');
  });

  it('lets only the consular department import', () => {
    expect(ROLES.filter((role) => mayDo(role, 'cases.import'))).toEqual([
      'CONSULAR_OFFICER',
      'HEAD_OF_DEPARTMENT',
    ]);
  });

  it('knows nothing of a permission that nobody declared', () => {
    expect(ROLES.some((role) => mayDo(role, 'cases.burn'))).toBe(false);
    expect(ROLES.some((role) => mayDo(role, 'toString'))).toBe(false);
    expect(ALL_PERMISSIONS).toContain('cases.file');
  });

  it('reaches a case by the post it belongs to', () => {
    const prague = ROLES.filter((role) => reaches({ role, missionId: 'PRG' }, 'PRG'));
    const seoul = ROLES.filter((role) => reaches({ role, missionId: 'PRG' }, 'SEL'));
    expect(prague).toEqual(['OFFICER', 'HEAD_OF_MISSION', 'CONSULAR_OFFICER', 'HEAD_OF_DEPARTMENT']);
    expect(seoul).toEqual(['CONSULAR_OFFICER', 'HEAD_OF_DEPARTMENT']);
    expect(reaches({ role: 'OFFICER', missionId: null }, 'PRG')).toBe(false);
  });

  it('binds the roles of a post to a post', () => {
    const atAPost = ['OFFICER', 'HEAD_OF_MISSION', 'CONSULAR_OFFICER', 'HEAD_OF_DEPARTMENT'];
    expect(ROLES.filter(needsMission)).toEqual(atAPost);
    expect(ROLES.filter(isSupervisor)).toEqual(['HEAD_OF_MISSION', 'CONSULAR_OFFICER', 'HEAD_OF_DEPARTMENT']);
    expect(ROLES.filter(needsSecondPerson)).toEqual([...atAPost, 'ADMINISTRATOR']);
  });
});

describe('each permission of work on cases', () => {
  it.each([
    'cases.worklist',
    'cases.read',
    'cases.search',
    'cases.file',
    'cases.note',
    'cases.amend',
    'cases.status',
    'cases.close',
    'cases.reopen',
    'statistics.cases',
  ])('%s is held by those of a post and of the consular department, and by nobody else', (permission) => {
    expect(ROLES.filter((role) => mayDo(role, permission))).toEqual([
      'OFFICER',
      'HEAD_OF_MISSION',
      'CONSULAR_OFFICER',
      'HEAD_OF_DEPARTMENT',
    ]);
  });

  it('counts are read by the analyst too', () => {
    expect(ROLES.filter((role) => mayDo(role, 'statistics.read'))).toEqual([
      'OFFICER',
      'HEAD_OF_MISSION',
      'CONSULAR_OFFICER',
      'HEAD_OF_DEPARTMENT',
      'ANALYST',
    ]);
  });

  it.each(['me.write', 'reference.read'])('%s is everybody’s', (permission) => {
    expect(ROLES.filter((role) => !mayDo(role, permission))).toEqual([]);
  });

  it('is listed once, in the order of the alphabet, for whoever asks what there is', () => {
    expect(ALL_PERMISSIONS).toEqual([...new Set(ROLES.flatMap(permissionsOf))].sort());
    expect(ALL_PERMISSIONS.length).toBeGreaterThan(12);
  });
});

describe('reach', () => {
  it('of each role', () => {
    expect(ROLES.map((role) => `${role} ${reachOf(role)}`)).toEqual([
      'OFFICER MISSION',
      'HEAD_OF_MISSION MISSION',
      'CONSULAR_OFFICER ALL',
      'HEAD_OF_DEPARTMENT ALL',
      'ANALYST FACTS',
      'COMMISSION NONE',
      'CIVIL_SOCIETY NONE',
      'ADMINISTRATOR NONE',
      'AUDITOR NONE',
    ]);
  });
});
