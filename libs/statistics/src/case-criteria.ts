import type { CaseCriteria } from '#cases';
import { writeMonth } from './period.rules.js';
import type { Question } from './question.js';

/** The cases behind the figures of a question, as the cases room looks for them. */
export function caseCriteria({
  basis,
  period,
  types,
  countries,
  causes,
  sexes,
  missions,
}: Question): CaseCriteria {
  return {
    basis,
    from: writeMonth(period.from),
    to: writeMonth(period.to),
    types,
    countries,
    causes: causes && causes.map((cause) => cause.code),
    sexes,
    missions,
  };
}
