import { caseType } from '../record-shape.js';
import { code, text, yesNo } from '../record.fields.js';
import { deathRules } from './death.rules.js';

/** A death abroad. */
export const death = caseType({
  type: 'DEATH',
  causeList: 'ICD10',
  closedBySupervisor: true,
  rules: deathRules,
  record: {
    field: 'death',
    table: 'death',
    description: 'A death abroad (VCCR 1963 art. 37).',
    cause: 'icd10',
    fields: {
      icd10: code('ICD10', 'Block or chapter of WHO ICD-10.'),
      manner: code('DEATH_MANNER', 'Natural, accident, suicide, homicide…', { early: true }),
      inCustody: yesNo('Whether in custody.'),
      atWork: yesNo('Whether at work.'),
      causeText: text('The cause as the source wrote it.'),
    },
  },
});
