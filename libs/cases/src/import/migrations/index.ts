import { CreateImports1795300000100 } from './202611222000-create-imports.js';
<<<<<<< HEAD
import { MakeReferencesInline1795300000101 } from './202611251910-make-references-inline.js';
import { ImportByJobs1795300000110 } from './202611272240-import-by-jobs.js';

export const importMigrations = [
  CreateImports1795300000100,
  MakeReferencesInline1795300000101,
  ImportByJobs1795300000110,
];
=======

export const importMigrations = [CreateImports1795300000100];
>>>>>>> main
