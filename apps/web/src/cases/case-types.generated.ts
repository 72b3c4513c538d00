// Printed by "npm run schema" from the types of case that the server publishes. Do not edit.

/** The types of case, in the order in which people read them. */
export const caseTypes = ['DETENTION', 'DEATH', 'MISSING', 'CRIME_VICTIM', 'LABOUR', 'INSURANCE', 'MEDICAL', 'WELFARE'] as const;

/** The lists from which the cause of a case comes. */
export const causeLists = ['ICCS', 'ICD10', 'MISSING_CIRCUMSTANCE', 'LABOUR_ISSUE', 'INSURANCE_SCHEME', 'WELFARE_NEED'] as const;

/** How far a device's clock may be ahead of the register's, in seconds. */
export const clockToleranceSeconds = 300;
