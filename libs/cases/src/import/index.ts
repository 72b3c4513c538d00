export { importFile, type FileImport, type FileImportReport } from './import-file.js';
export { ImportModule } from './import.module.js';
export {
  IMPORT_STATUSES,
  type ImportRowView,
  Imports,
  type ImportStatus,
  type ImportView,
  ROW_VERDICTS,
  type RowVerdict,
} from './imports.service.js';
export { BUILT_IN_PROFILES, profileAt, type ProfileFile, profileNamed } from './profile.files.js';
export { ProfileError } from './profile.reader.js';
export { Uploads } from './uploads.service.js';
