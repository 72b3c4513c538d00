export { WholeRequest, WhoAsks } from './asking.decorator.js';
export { forbidden, PermissionGuard, unauthenticated } from './permission.guard.js';
