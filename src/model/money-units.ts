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

/** Remembered: asking Intl takes longer than all the rest of a finding. */
const knownDigits = new Map<string, number>();

/** Digits after the decimal point of an ISO 4217 currency: 2 for CNY, 0 for JPY. */
export function minorDigitsOf(currency: string): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  knownDigits.set(currency, digits);
  return digits;
}

/** Minor units in one major unit of an ISO 4217 currency: 100 for CNY, 1 for JPY. */
export function minorUnitsOf(currency: string): number {
  return 10 ** minorDigitsOf(currency);
}
