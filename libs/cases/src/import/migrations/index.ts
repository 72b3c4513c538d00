import { CreateImports1795300000100 } from './202611222000-create-imports.js';
import { MakeReferencesInline1795300000101 } from './202611251910-make-references-inline.js';

export const importMigrations = [CreateImports1795300000100, MakeReferencesInline1795300000101];
