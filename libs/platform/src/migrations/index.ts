import { OrderMongolianNames1795000000000 } from './202611221900-order-mongolian-names.js';

export const platformMigrations = [OrderMongolianNames1795000000000];
