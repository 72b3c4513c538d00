/**
 * Groups thousands with a comma, as both languages do (CLDR mn, en).
 * Chromium knows no Mongolian and would silently fall back to the language of the machine.
 */
export function formatNumber(value: number): string {
  const [whole = '0', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A share of 0 to 1 in whole percent. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
