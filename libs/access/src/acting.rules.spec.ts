import { describe, expect, it } from '@jest/globals';
import { askingTo, NotAllowed } from './acting.rules.js';
import type { Asking } from './asking.js';
import { ALL_PERMISSIONS, mayDo, type PermissionName, type Role, ROLES } from './policy.rules.js';

const from = (role: Role): Asking => ({
  actor: { staffId: 'x', role, missionId: null },
  tokenHash: Buffer.alloc(0),
  language: 'mn',
  operation: 'cases.status',
  logged: false,
});

describe('asking to do an act', () => {
  it('is asking under its own name, and is logged, whatever led to it', () => {
    const asking = from('OFFICER');
    expect(askingTo(asking, 'cases.close')).toEqual({ ...asking, operation: 'cases.close', logged: true });
    expect(asking.operation).toBe('cases.status');
  });

  it('is allowed to whoever holds its permission, and to nobody else', () => {
    for (const role of ROLES) {
      for (const permission of ALL_PERMISSIONS as PermissionName[]) {
        const ask = () => askingTo(from(role), permission);
        if (mayDo(role, permission)) expect(ask).not.toThrow();
        else expect(ask).toThrow(NotAllowed);
      }
    }
  });

  it('is refused with the role and the permission, for the log of faults', () => {
    expect(() => askingTo(from('AUDITOR'), 'cases.close')).toThrow('AUDITOR may not do cases.close');
  });
});
