import { CreateApplicationRole1795000000000 } from './202611221900-create-application-role.js';

export const platformMigrations = [CreateApplicationRole1795000000000];
