import { CreateImports1795300000100 } from './202611222000-create-imports.js';

export const importMigrations = [CreateImports1795300000100];
