import { CreateCaseFiles1795300000000 } from './202611221940-create-case-files.js';
import { CreateTypeRecords1795300000001 } from './202611221941-create-type-records.js';
import { CreateCaseFacts1795300000002 } from './202611221942-create-case-facts.js';
import { GuardCaseRows1795300000003 } from './202611221943-guard-case-rows.js';
import { ReadATypeRecord1795300000005 } from './202611222300-read-a-type-record.js';
import { KeepFactsToTheirTriggers1795300000006 } from './202611222310-keep-facts-to-their-triggers.js';
import { StateFactsFromAddedRows1795300000007 } from './202611251900-state-facts-from-added-rows.js';
import { importMigrations } from '../import/migrations/index.js';
import { NameOutcomesInEntries1795300000020 } from './202611272250-name-outcomes-in-entries.js';
import { FindPersonsByName1795300000004 } from './202611221944-find-persons-by-name.js';

export const casesMigrations = [
  CreateCaseFiles1795300000000,
  CreateTypeRecords1795300000001,
  CreateCaseFacts1795300000002,
  GuardCaseRows1795300000003,
  FindPersonsByName1795300000004,
  ...importMigrations,
  ReadATypeRecord1795300000005,
  KeepFactsToTheirTriggers1795300000006,
  StateFactsFromAddedRows1795300000007,
  NameOutcomesInEntries1795300000020,
];
