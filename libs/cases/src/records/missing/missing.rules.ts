import type { TypeRules } from '../record.rules.js';

export const missingRules: TypeRules = {
  orders: [{ earlier: 'missing.lastSeenOn', later: 'awareAt', grace: 1 }],
  notToldBy: ['SELF'],
};
