/** What may happen to a cell of the system. */
export const Fate = {
  /** Shown, or known from what is shown, whatever we do. */
  known: 0,
  /** Ours to hide or show. */
  free: 1,
  /** Hidden whatever we do: small, or hidden before. */
  hidden: 2,
  /** In no table: neither shown nor hidden. */
  unlisted: 3,
} as const;
