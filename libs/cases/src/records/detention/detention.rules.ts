import type { TypeRules } from '../record.rules.js';

export const detentionRules: TypeRules = {
  orders: [
    // The arrest's day is the place's, the mission's own days the post's; they can be a day apart.
    { earlier: 'detention.arrestedOn', later: 'detention.missionNotifiedOn', grace: 1 },
    { earlier: 'detention.arrestedOn', later: 'detention.firstVisitOn', grace: 1 },
    { earlier: 'detention.missionNotifiedOn', later: 'detention.firstVisitOn' },
    // A family may be faster than the authority that had to tell.
    { earlier: 'detention.missionNotifiedOn', later: 'awareAt', grace: 1, unlikely: true },
  ],
};
