import { caseType } from '../record-shape.js';

/** Illness, injury or hospitalisation: no record of its own, its cause is chosen directly. */
export const medical = caseType({ type: 'MEDICAL', causeList: 'ICD10' });
