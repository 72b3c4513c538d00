import { caseType } from '../record-shape.js';
import { code } from '../record.fields.js';

/** Help with insurance or an allowance. */
export const insurance = caseType({
  type: 'INSURANCE',
  causeList: 'INSURANCE_SCHEME',
  record: {
    field: 'insurance',
    table: 'insurance',
    description: 'Help with insurance or an allowance.',
    cause: 'scheme',
    fields: {
      scheme: code('INSURANCE_SCHEME', 'Kind of scheme.'),
      enrolment: code('ENROLMENT_STATUS', 'Whether enrolled.', { early: true }),
      benefit: code('BENEFIT', 'Benefit asked for.'),
      claim: code('CLAIM_STATUS', 'Where the claim stands.'),
    },
  },
});
