/** Units of money a parameter of a provision may be in: minor units of one ISO 4217 currency. */
export const moneyUnits: Readonly<Record<string, string>> = {
  fen: 'CNY',
  euro_cent: 'EUR',
  us_cent: 'USD',
};

/** The currency whose minor units a unit names; null for what is no money. */
export function currencyOf(unit: string): string | null {
  return Object.hasOwn(moneyUnits, unit) ? (moneyUnits[unit] ?? null) : null;
}

/** Minor units in one major unit of an ISO 4217 currency: 100 for CNY, 1 for JPY. */
export function minorUnitsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
}
