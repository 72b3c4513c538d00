import { CreateReferenceTables1795100000000 } from './202611221940-create-reference-tables.js';

export const referenceMigrations = [CreateReferenceTables1795100000000];
