import { caseType } from '../record-shape.js';
import { code, date, text } from '../record.fields.js';
import { detentionRules } from './detention.rules.js';
import { detentionNames } from './detention.words.js';

/** Arrest, detention or imprisonment. */
export const detention = caseType({
  type: 'DETENTION',
  causeList: 'ICCS',
  closedBySupervisor: true,
  rules: detentionRules,
  names: detentionNames,
  record: {
    field: 'detention',
    table: 'detention',
    description: 'Arrest, detention or imprisonment (VCCR 1963 art. 36).',
    cause: 'offence',
    fields: {
      offence: code('ICCS', 'ICCS section.'),
      arrestedOn: date('Day of arrest.', { early: true }),
      authority: code('AUTHORITY', 'Who holds the person.', { early: true }),
      basis: code('DETENTION_BASIS', 'On what ground.'),
      facility: text('Prison, police station or centre.'),
      offenceLocal: text('The charge as the host country words it.'),
      missionNotifiedOn: date('Day on which the mission was told.'),
      firstVisitOn: date('Day of the first consular visit.'),
    },
  },
});
