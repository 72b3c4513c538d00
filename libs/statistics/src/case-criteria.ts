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
  monthUnknown,
}: Question): CaseCriteria {
  const from = writeMonth(period.from);
  const to = writeMonth(period.to);
  return { basis, from, to, types, countries, causes, sexes, missions, monthUnknown };
}
