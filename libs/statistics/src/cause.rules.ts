import type { Codes } from '#reference';
import type { TypedCause } from './question.js';

/**
 * A cause has a meaning only within its list: `TRAVEL` is an insurance scheme in one and a way to go missing in another.
 * So the categories of the tables are named by both, `INSURANCE_SCHEME.TRAVEL`. Types may share a list: a theft is
 * `ICCS.05` for the detained and for the victim.
 */
export function causeCategory(codes: Codes, { type, code }: TypedCause): string {
  const list = codes.causeListOf(type);
  return list === undefined ? code : `${list}.${code}`;
}

/** The list and the code of a category; the list is undefined for a code alone. */
export function readCause(category: string): { list: string | undefined; code: string } {
  const dot = category.indexOf('.');
  if (dot < 0) return { list: undefined, code: category };
  return { list: category.slice(0, dot), code: category.slice(dot + 1) };
}

/** The causes, as cases carry them, that a category or a code alone means; none when there is no such code. */
export function causesNamed(codes: Codes, category: string): TypedCause[] {
  const { list, code } = readCause(category);
  return codes
    .list('CASE_TYPE')
    .map((type) => ({ type: type.code, list: codes.causeListOf(type.code) }))
    .filter((type) => type.list !== undefined && (list === undefined || type.list === list))
    .filter((type) => codes.item(type.list ?? '', code) !== undefined)
    .map(({ type }) => ({ type, code }));
}

/** The categories that a category or a code alone means. */
export function qualifiedCauses(codes: Codes, category: string): string[] {
  return [...new Set(causesNamed(codes, category).map((cause) => causeCategory(codes, cause)))];
}

/** Lists of causes in the order of the types of case. */
export function causeLists(codes: Codes): string[] {
  const lists = codes.list('CASE_TYPE').map((type) => codes.causeListOf(type.code));
  return [...new Set(lists.filter((list) => list !== undefined))];
}
