import { Injectable } from '@nestjs/common';
import type { Language } from '#platform';
import { ReferenceViews } from '#reference/api';
import type { Asking } from '../asking.js';
import type { LogEntry } from '../log.reader.js';
import { permissionsOf } from '../policy.rules.js';
import type { Rights } from '../rights/rights.rules.js';
import type { RightsRequest } from '../rights/rights.service.js';
import type { StaffMember } from '../staff.columns.js';
import { isRole } from '../staff.rules.js';
import type { AccessLogEntryType } from './log.types.js';
import type { MeType } from './me.types.js';
import type { RightsRequestType, RightsType } from './rights.types.js';
import type { StaffMemberType } from './staff.types.js';

/** The room's rows as GraphQL shows them. */
@Injectable()
export class AccessViews {
  constructor(private readonly reference: ReferenceViews) {}

  /** @param reader the language of this answer, which need not be the one the person has chosen. */
  me(person: StaffMember, reader: Language): MeType {
    const { id, name, email, role, language, previousSignInAt } = person;
    const mission = person.missionId === null ? null : this.reference.mission(person.missionId, reader);
    return { id, name, email, role, mission, language, permissions: permissionsOf(role), previousSignInAt };
  }

  staffMember(person: StaffMember, language: Language): StaffMemberType {
    const { id, name, email, role, active, lastSignInAt, version } = person;
    const { inviteEndsAt = null, mayInvite = false, waitsUntil = null } = person;
    const mission = person.missionId === null ? null : this.reference.mission(person.missionId, language);
    const link = { inviteEndsAt, mayInvite, waitsUntil };
    return { id, name, email, role, mission, active, lastSignInAt, ...link, version };
  }

  rightsRequest(request: RightsRequest, { actor, language }: Asking): RightsRequestType {
    const { staffId, name, was, asked, open, stale, askedBy } = request;
    const mine = staffId === actor.staffId;
    return {
      ...request,
      person: { id: staffId, name },
      was: this.rights(was, language),
      asked: this.rights(asked, language),
      mayApprove: open && !stale && !mine && askedBy.id !== actor.staffId,
      mayRefuse: open && !mine,
    };
  }

  private rights({ role, missionId, active }: Rights, language: Language): RightsType {
    return { role, mission: missionId === null ? null : this.reference.mission(missionId, language), active };
  }

  logEntry(entry: LogEntry): AccessLogEntryType {
    const { id, at, staffId, staffName, role, missionId, operation, subjectId, refused, shownCount } = entry;
    return {
      id,
      at,
      by: staffId !== null && staffName !== null ? { id: staffId, name: staffName } : null,
      role: role !== null && isRole(role) ? role : null, // the operators' own program has no role among people
      missionId,
      operation,
      subjectId,
      refused: refused?.split(',') ?? null,
      shownCount,
    };
  }
}
