export { AccessModule } from './access.module.js';
export { accessWords } from './access.words.js';
export { askingTo, NotAllowed } from './acting.rules.js';
export type { Actor, Asking, RequestContext } from './asking.js';
export { Door, SessionOver } from './door.service.js';
export { ensureStaff, isStaffed, type OwnerQuery, type StaffToEnsure } from './ensure-staff.js';
export { type Addressee, Inbox, type Notice } from './inbox/inbox.service.js';
export { LogExport } from './log.export.js';
export { type LogEntry, type LogFilter, type LogPerson, LogReader } from './log.reader.js';
export { accessMigrations } from './migrations/index.js';
export { accessSql } from './sql/index.js';
export { hashPassword, isPassword } from './passwords.service.js';
export { LONGEST_PASSWORD, weakness } from './password.rules.js';
export { logOperator } from './operators-log.js';
export { type ActiveStaff, activeStaff, shutOut } from './operators-staff.js';
export {
  ALL_PERMISSIONS,
  isSupervisor,
  mayDo,
  needsMission,
  type PermissionName,
  permissionsOf,
  type Reach,
  reaches,
  reachOf,
  type Role,
  ROLES,
} from './policy.rules.js';
export { SessionCache } from './session-cache.service.js';
export { type SignedIn, type SignIn, SignIns } from './sign-in.service.js';
export { SessionSweeper } from './session-sweeper.service.js';
export type { StaffMember } from './staff.columns.js';
export { StaffReader } from './staff.reader.js';
export { emailOf, isEmail } from './staff.rules.js';
export { type NewStaff, StaffActs, type StaffChange } from './staff.service.js';
export { newToken, hashToken } from './token.js';
