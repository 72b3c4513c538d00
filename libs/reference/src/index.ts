export { type CodeItem, type CodeList, Codes, type Country, labelOf, type Mission } from './codes.js';
export { listName } from './list-names.words.js';
export { referenceMigrations } from './migrations/index.js';
export { type LoadReport, loadReferenceData, ReferenceDataError } from './reference.loader.js';
export { referenceDataVersion } from './reference.files.js';
export { ReferenceModule } from './reference.module.js';
export { CONSULAR_DEPARTMENT, type MissionKind } from './reference.rows.js';
export { referenceWords } from './reference.words.js';
export { codesOver, readSnapshot } from './reference.snapshot.js';
