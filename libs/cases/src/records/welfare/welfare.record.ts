import { caseType } from '../record-shape.js';

/** Welfare, family, documents, repatriation: no record of its own, its cause is chosen directly. */
export const welfare = caseType({ type: 'WELFARE', causeList: 'WELFARE_NEED' });
