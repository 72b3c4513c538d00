export { AccessModule } from './access.module.js';
export { accessWords } from './access.words.js';
export { askingTo, NotAllowed } from './acting.rules.js';
export type { Actor, Asking, RequestContext } from './asking.js';
export { Door, SessionOver } from './door.service.js';
export { ensureStaff, isStaffed, type OwnerQuery } from './ensure-staff.js';
export { Inbox, type Notice } from './inbox/inbox.service.js';
export { inviteAsOperator } from './invites/operators-invite.js';
export { accessMigrations } from './migrations/index.js';
export { accessSql } from './sql/index.js';
export { hashPassword, isPassword } from './passwords.service.js';
export { verifyLog } from './log/index.js';
export type { LogFault, LogVerdict } from './log/log-verifier.js';
export { logOperator } from './operators-log.js';
export { activeIdOf, type ActiveStaff, activeStaff, shutOut } from './operators-staff.js';
export {
  isSupervisor,
  mayDo,
  needsMission,
  type PermissionName,
  reaches,
  reachOf,
  type Role,
  ROLES,
} from './policy.rules.js';
export { RefusalsLog } from './refusals-log.service.js';
export { SessionCache } from './session-cache.service.js';
export { StaffReader } from './staff.reader.js';
export { emailOf, isEmail } from './staff.rules.js';
export { newToken, hashToken } from './token.js';
