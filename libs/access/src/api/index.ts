export { AccessApiModule } from './access-api.module.js';
export { WhoAsks } from './asking.decorator.js';
export { forbidden } from './permission.guard.js';
export { RefusalsInLog } from './refusals-in-log.filter.js';
export { StaffRefType } from './staff.types.js';
