import type { TypeRules } from '../record.rules.js';

export const crimeVictimRules: TypeRules = {
  orders: [{ earlier: 'occurred', later: 'crimeVictim.reportedPoliceOn' }],
};
