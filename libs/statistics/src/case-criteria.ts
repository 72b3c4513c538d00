import type { CaseCriteria } from '#cases';
import { writeMonth } from './period.rules.js';
import type { Question } from './question.js';

/**
 * The cases behind the figures of a question, as the cases room looks for them.
 *
 * That room takes codes of causes without their lists, so the types that have these lists go with them. This is exact
 * unless causes of several lists are chosen at once and one's code is in another's list too (UNKNOWN, OTHER, TRAVEL).
 */
export function caseCriteria(question: Question): CaseCriteria {
  const { basis, period, types, countries, causes, sexes, missions } = question;
  const typesOfCauses = causes && [...new Set(causes.map((cause) => cause.type))];
  return {
    basis,
    from: writeMonth(period.from),
    to: writeMonth(period.to),
    types: both(types, typesOfCauses),
    countries,
    causes: causes && [...new Set(causes.map((cause) => cause.code))],
    sexes,
    missions,
  };
}

/** What is in both lists; null does not narrow, and nothing at all must not look like it. */
function both(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (!one || !other) return one ?? other;
  const common = one.filter((type) => other.includes(type));
  return common.length > 0 ? common : ['NONE'];
}
