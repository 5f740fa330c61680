/** The currency a step itself says, or that of its matter; null where neither says one. */
export function currencySaid(
  data: Readonly<Record<string, unknown>>,
  of_matter: string | null,
): string | null {
  const { currency } = data;
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : of_matter;
}
