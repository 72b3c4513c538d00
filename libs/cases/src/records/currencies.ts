const known = new Map<string, number>();

/** How many decimals amounts of a currency have by ISO 4217: none for the won, two for the tögrög, three for a Kuwaiti dinar. */
export function decimalsOf(currency: string): number {
  let decimals = known.get(currency);
  if (decimals === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
    known.set(currency, decimals);
  }
  return decimals;
}
