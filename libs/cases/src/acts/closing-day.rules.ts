/**
 * The day on which a case counts as closed or rejected: today at the post, but never before the day on which it was opened. The
 * two are told by the clock of the post, which can have been put back (a post that moved to another zone), and the
 * counts take a case that ends before it begins for none.
 */
export function closingDay(today: string, openedOn: string): string {
  return today < openedOn ? openedOn : today;
}
