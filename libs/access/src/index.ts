export { AccessModule } from './access.module.js';
export { accessWords } from './access.words.js';
export type { Actor, Asking, RequestContext } from './asking.js';
export { Door, SessionOver } from './door.service.js';
export { accessMigrations } from './migrations/index.js';
export {
  ALL_PERMISSIONS,
  isSupervisor,
  mayDo,
  needsMission,
  permissionsOf,
  type Reach,
  reachOf,
  type Role,
  ROLES,
} from './policy.rules.js';
export { SessionCache } from './session-cache.service.js';
export { type SignedIn, type SignIn, SignIns } from './sign-in.service.js';
export { newToken, tokenHashOf } from './token.js';
