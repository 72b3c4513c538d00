import { Injectable } from '@nestjs/common';
import type { Language } from '#platform';
import { ReferenceViews } from '#reference/api';
import type { LogEntry } from '../log.reader.js';
import { permissionsOf } from '../policy.rules.js';
import type { StaffMember } from '../staff.columns.js';
import { isRole } from '../staff.rules.js';
import type { AccessLogEntryType } from './log.types.js';
import type { MeType } from './me.types.js';
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
    const mission = person.missionId === null ? null : this.reference.mission(person.missionId, language);
    return { id, name, email, role, mission, active, lastSignInAt, version };
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
