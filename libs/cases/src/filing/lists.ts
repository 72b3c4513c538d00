import type { Codes } from '#reference';
import type { Lists } from './filing.rules.js';

/** The code lists as the rules ask them. */
export function listsOf(codes: Codes): Lists {
  return {
    has: (list, code) => codes.has(list, code),
    hasCountry: (code) => codes.country(code) !== undefined,
    causeListOf: (type) => codes.causeListOf(type),
  };
}
