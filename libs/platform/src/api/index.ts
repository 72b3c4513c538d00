export { ConnectionOf, PageInfo } from './connection.type.js';
export { isPlainText, PlainText } from './plain-text.validator.js';
export { RefusalFilter } from './refusal.filter.js';
export { Refused, RefusalType } from './refused.type.js';
export { DateScalar, DateTimeScalar, isCalendarDay, MonthScalar } from './scalars.js';
export { inputValidation } from './validation.js';
