export { AccessApiModule } from './access-api.module.js';
export { WhoAsks } from './asking.decorator.js';
export { forbidden } from './permission.guard.js';
export { StaffRefType } from './staff.types.js';
