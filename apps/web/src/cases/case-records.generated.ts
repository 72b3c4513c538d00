// Printed by "npm run schema" from the types of case that the server publishes. Do not edit.
import { graphql } from '../graphql/tada.ts';

/** Every record of every type. */
export const caseRecordsFragment = graphql(`
  fragment CaseRecords on CaseFile {
    detention { offence { code label } arrestedOn authority { code label } basis { code label } facility offenceLocal missionNotifiedOn firstVisitOn }
    death { icd10 { code label } manner { code label } inCustody atWork causeText }
    missing { circumstance { code label } lastSeenOn }
    crimeVictim { offence { code label } reportedPoliceOn }
    labour { issues { code label } employer injuryFatal occupation { code label } activity { code label } legalStatus { code label } }
    insurance { scheme { code label } enrolment { code label } benefit { code label } claim { code label } }
  }
`);
