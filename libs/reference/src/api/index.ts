export { ReferenceApiModule } from './reference-api.module.js';
export { CodeItemType, CountryType, MissionType } from './reference.types.js';
export { ReferenceViews } from './reference.views.js';
