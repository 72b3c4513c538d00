import { caseType } from '../record-shape.js';
import { code, codes, text, yesNo } from '../record.fields.js';

/** A migrant worker's matter: wages, accidents, documents withheld. */
export const labour = caseType({
  type: 'LABOUR',
  causeList: 'LABOUR_ISSUE',
  record: {
    field: 'labour',
    table: 'labour',
    description: "A migrant worker's matter.",
    cause: 'issues',
    fields: {
      issues: codes(
        'LABOUR_ISSUE',
        'What is wrong; the first, the weightiest, is the cause that the counts use.',
      ),
      employer: text('Name of the employer.', { early: true }),
      injuryFatal: yesNo('Whether an injury was fatal.'),
      occupation: code('ISCO', 'ISCO-08 major group.'),
      activity: code('ISIC', 'ISIC Rev. 4 section.'),
      legalStatus: code('LEGAL_STATUS', 'Status in the host country.'),
    },
  },
});
