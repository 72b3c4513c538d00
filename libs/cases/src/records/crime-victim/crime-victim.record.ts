import { caseType } from '../record-shape.js';
import { code, date } from '../record.fields.js';
import { crimeVictimRules } from './crime-victim.rules.js';
import { crimeVictimNames } from './crime-victim.words.js';

/** A person harmed by a crime. */
export const crimeVictim = caseType({
  type: 'CRIME_VICTIM',
  causeList: 'ICCS',
  rules: crimeVictimRules,
  names: crimeVictimNames,
  record: {
    field: 'crimeVictim',
    table: 'crime_victim',
    description: 'A person harmed by a crime.',
    cause: 'offence',
    fields: {
      offence: code('ICCS', 'ICCS section.'),
      reportedPoliceOn: date('Day of the report to the police.', { early: true }),
    },
  },
});
