import type { TypeRules } from '../record.rules.js';

/** A death after the birth, and before the mission knew, holds for every case: `filing.rules.ts`. */
export const deathRules: TypeRules = { notToldBy: ['SELF'] };
