import { importMigrations } from '../import/migrations/index.js';
import { CreateCaseFiles1795300000000 } from './202611221940-create-case-files.js';
import { CreateTypeRecords1795300000001 } from './202611221941-create-type-records.js';
import { CreateCaseFacts1795300000002 } from './202611221942-create-case-facts.js';
import { NameOutcomesInEntries1795300000020 } from './202611272250-name-outcomes-in-entries.js';
import { KeepLastContact1795300000030 } from './202611280240-keep-last-contact.js';

export const casesMigrations = [
  CreateCaseFiles1795300000000,
  CreateTypeRecords1795300000001,
  CreateCaseFacts1795300000002,
  ...importMigrations,
  NameOutcomesInEntries1795300000020,
  KeepLastContact1795300000030,
];
