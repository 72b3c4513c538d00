// Printed by "npm run schema" from the types of case that the server publishes. Do not edit.
import type { CaseTypes } from './type-records.ts';

/** What the server publishes, for tests: the app itself asks for it. */
export const publishedShapes: CaseTypes = [
  {
    "type": "DETENTION",
    "recordField": "detention",
    "causeList": "ICCS",
    "notToldBy": [],
    "fields": [
      {
        "name": "offence",
        "path": "detention.offence",
        "labelKey": "detention.offence",
        "kind": "CODE",
        "list": "ICCS",
        "target": null,
        "cause": true,
        "required": true,
        "early": true,
        "most": null
      },
      {
        "name": "arrestedOn",
        "path": "detention.arrestedOn",
        "labelKey": "detention.arrestedOn",
        "kind": "DATE",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": true,
        "most": null
      },
      {
        "name": "authority",
        "path": "detention.authority",
        "labelKey": "detention.authority",
        "kind": "CODE",
        "list": "AUTHORITY",
        "target": null,
        "cause": false,
        "required": false,
        "early": true,
        "most": null
      },
      {
        "name": "basis",
        "path": "detention.basis",
        "labelKey": "detention.basis",
        "kind": "CODE",
        "list": "DETENTION_BASIS",
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      },
      {
        "name": "facility",
        "path": "detention.facility",
        "labelKey": "detention.facility",
        "kind": "TEXT",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": 300
      },
      {
        "name": "offenceLocal",
        "path": "detention.offenceLocal",
        "labelKey": "detention.offenceLocal",
        "kind": "TEXT",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": 300
      },
      {
        "name": "missionNotifiedOn",
        "path": "detention.missionNotifiedOn",
        "labelKey": "detention.missionNotifiedOn",
        "kind": "DATE",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      },
      {
        "name": "firstVisitOn",
        "path": "detention.firstVisitOn",
        "labelKey": "detention.firstVisitOn",
        "kind": "DATE",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      }
    ]
  },
  {
    "type": "DEATH",
    "recordField": "death",
    "causeList": "ICD10",
    "notToldBy": [
      "SELF"
    ],
    "fields": [
      {
        "name": "icd10",
        "path": "death.icd10",
        "labelKey": "death.icd10",
        "kind": "CODE",
        "list": "ICD10",
        "target": null,
        "cause": true,
        "required": true,
        "early": true,
        "most": null
      },
      {
        "name": "manner",
        "path": "death.manner",
        "labelKey": "death.manner",
        "kind": "CODE",
        "list": "DEATH_MANNER",
        "target": null,
        "cause": false,
        "required": false,
        "early": true,
        "most": null
      },
      {
        "name": "inCustody",
        "path": "death.inCustody",
        "labelKey": "death.inCustody",
        "kind": "YES_NO",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      },
      {
        "name": "atWork",
        "path": "death.atWork",
        "labelKey": "death.atWork",
        "kind": "YES_NO",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      },
      {
        "name": "causeText",
        "path": "death.causeText",
        "labelKey": "death.causeText",
        "kind": "TEXT",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": 300
      }
    ]
  },
  {
    "type": "MISSING",
    "recordField": "missing",
    "causeList": "MISSING_CIRCUMSTANCE",
    "notToldBy": [
      "SELF"
    ],
    "fields": [
      {
        "name": "circumstance",
        "path": "missing.circumstance",
        "labelKey": "missing.circumstance",
        "kind": "CODE",
        "list": "MISSING_CIRCUMSTANCE",
        "target": null,
        "cause": true,
        "required": true,
        "early": true,
        "most": null
      },
      {
        "name": "lastSeenOn",
        "path": "missing.lastSeenOn",
        "labelKey": "missing.lastSeenOn",
        "kind": "DATE",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": true,
        "most": null
      }
    ]
  },
  {
    "type": "CRIME_VICTIM",
    "recordField": "crimeVictim",
    "causeList": "ICCS",
    "notToldBy": [],
    "fields": [
      {
        "name": "offence",
        "path": "crimeVictim.offence",
        "labelKey": "crimeVictim.offence",
        "kind": "CODE",
        "list": "ICCS",
        "target": null,
        "cause": true,
        "required": true,
        "early": true,
        "most": null
      },
      {
        "name": "reportedPoliceOn",
        "path": "crimeVictim.reportedPoliceOn",
        "labelKey": "crimeVictim.reportedPoliceOn",
        "kind": "DATE",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": true,
        "most": null
      }
    ]
  },
  {
    "type": "LABOUR",
    "recordField": "labour",
    "causeList": "LABOUR_ISSUE",
    "notToldBy": [],
    "fields": [
      {
        "name": "issues",
        "path": "labour.issues",
        "labelKey": "labour.issues",
        "kind": "CODES",
        "list": "LABOUR_ISSUE",
        "target": null,
        "cause": true,
        "required": true,
        "early": true,
        "most": 12
      },
      {
        "name": "employer",
        "path": "labour.employer",
        "labelKey": "labour.employer",
        "kind": "TEXT",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": true,
        "most": 300
      },
      {
        "name": "injuryFatal",
        "path": "labour.injuryFatal",
        "labelKey": "labour.injuryFatal",
        "kind": "YES_NO",
        "list": null,
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      },
      {
        "name": "occupation",
        "path": "labour.occupation",
        "labelKey": "labour.occupation",
        "kind": "CODE",
        "list": "ISCO",
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      },
      {
        "name": "activity",
        "path": "labour.activity",
        "labelKey": "labour.activity",
        "kind": "CODE",
        "list": "ISIC",
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      },
      {
        "name": "legalStatus",
        "path": "labour.legalStatus",
        "labelKey": "labour.legalStatus",
        "kind": "CODE",
        "list": "LEGAL_STATUS",
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      }
    ]
  },
  {
    "type": "INSURANCE",
    "recordField": "insurance",
    "causeList": "INSURANCE_SCHEME",
    "notToldBy": [],
    "fields": [
      {
        "name": "scheme",
        "path": "insurance.scheme",
        "labelKey": "insurance.scheme",
        "kind": "CODE",
        "list": "INSURANCE_SCHEME",
        "target": null,
        "cause": true,
        "required": true,
        "early": true,
        "most": null
      },
      {
        "name": "enrolment",
        "path": "insurance.enrolment",
        "labelKey": "insurance.enrolment",
        "kind": "CODE",
        "list": "ENROLMENT_STATUS",
        "target": null,
        "cause": false,
        "required": false,
        "early": true,
        "most": null
      },
      {
        "name": "benefit",
        "path": "insurance.benefit",
        "labelKey": "insurance.benefit",
        "kind": "CODE",
        "list": "BENEFIT",
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      },
      {
        "name": "claim",
        "path": "insurance.claim",
        "labelKey": "insurance.claim",
        "kind": "CODE",
        "list": "CLAIM_STATUS",
        "target": null,
        "cause": false,
        "required": false,
        "early": false,
        "most": null
      }
    ]
  },
  {
    "type": "MEDICAL",
    "recordField": null,
    "causeList": "ICD10",
    "notToldBy": [],
    "fields": [
      {
        "name": "cause",
        "path": "cause",
        "labelKey": "cause",
        "kind": "CODE",
        "list": "ICD10",
        "target": null,
        "cause": true,
        "required": true,
        "early": true,
        "most": null
      }
    ]
  },
  {
    "type": "WELFARE",
    "recordField": null,
    "causeList": "WELFARE_NEED",
    "notToldBy": [],
    "fields": [
      {
        "name": "cause",
        "path": "cause",
        "labelKey": "cause",
        "kind": "CODE",
        "list": "WELFARE_NEED",
        "target": null,
        "cause": true,
        "required": true,
        "early": true,
        "most": null
      }
    ]
  }
];
