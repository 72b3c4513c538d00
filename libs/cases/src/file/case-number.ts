/*
 * How a case is numbered: SEL-2026-00042 is the 42nd number that Seoul drew in 2026.
 *
 * The database makes it, in the statement that files the case: `src/sql/case_number.sql` (why a sequence and not a counter:
 * decision 0007). `cases.next_case_no(post, year)` gives one; an import draws many from `cases.case_sequence(post, year)` and writes
 * each by `cases.case_no(post, year, number)`. The year is that of the day of filing on the post's calendar.
 */

/** A number as people write it: with blanks around it, in small letters. */
export const caseNumberAsTyped = (typed: string): string => typed.trim().slice(0, 40).toUpperCase();
