import type { TypeRules } from '../record.rules.js';

export const detentionRules: TypeRules = {
  orders: [
    { earlier: 'detention.arrestedOn', later: 'detention.missionNotifiedOn' },
    { earlier: 'detention.arrestedOn', later: 'detention.firstVisitOn' },
  ],
};
