export { ReferenceApiModule } from './reference-api.module.js';
export { CodeItemType, CodeListType, CountryType, MissionType } from './reference.types.js';
export { ReferenceViews } from './reference.views.js';
