import { OrderMongolianNames1795000000000 } from './202611221900-order-mongolian-names.js';
import { MakeJobTables1795000000001 } from './202611272230-make-job-tables.js';

export const platformMigrations = [OrderMongolianNames1795000000000, MakeJobTables1795000000001];
