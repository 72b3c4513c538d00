import { caseType } from '../record-shape.js';
import { code, date } from '../record.fields.js';
import { missingRules } from './missing.rules.js';
import { missingNames } from './missing.words.js';

/** A person whose whereabouts are not known. */
export const missing = caseType({
  type: 'MISSING',
  causeList: 'MISSING_CIRCUMSTANCE',
  closedBySupervisor: true,
  rules: missingRules,
  names: missingNames,
  record: {
    field: 'missing',
    table: 'missing',
    description: 'A person whose whereabouts are not known.',
    cause: 'circumstance',
    fields: {
      circumstance: code('MISSING_CIRCUMSTANCE', 'What is known of the circumstances.'),
      lastSeenOn: date('Day on which the person was last seen.', { early: true }),
    },
  },
});
