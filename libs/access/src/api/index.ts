export { AccessApiModule } from './access-api.module.js';
export { WholeRequest, WhoAsks } from './asking.decorator.js';
export { RoleEnum } from './enums.js';
export { forbidden, PermissionGuard, unauthenticated } from './permission.guard.js';
export { StaffRefType } from './staff.types.js';
