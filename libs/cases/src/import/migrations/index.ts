import { CreateImports1795300000100 } from './202611222000-create-imports.js';
import { ImportByJobs1795300000110 } from './202611272240-import-by-jobs.js';

export const importMigrations = [CreateImports1795300000100, ImportByJobs1795300000110];
