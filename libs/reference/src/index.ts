export { Codes, labelOf } from './codes.js';
export { listName } from './list-names.words.js';
export { referenceMigrations } from './migrations/index.js';
export { referenceSql } from './sql/index.js';
export { loadReferenceData } from './reference.loader.js';
export { ReferenceModule } from './reference.module.js';
export { CONSULAR_DEPARTMENT } from './reference.rows.js';
export { referenceWords } from './reference.words.js';
export { codesOver } from './reference.snapshot.js';
