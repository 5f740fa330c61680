import type { OidcConfig } from '../config.ts';

/** What an ID token says of how somebody signed in (OpenID Connect Core, 2; RFC 8176). */
export interface HowSignedIn {
  readonly acr: unknown;
  readonly amr: unknown;
}

/**
 * Whether the provider vouches for a second factor: only where the installation names what of it
 * counts, and the token says so.
 */
export function vouchedFactor({ acr, amr }: HowSignedIn, { vouched }: OidcConfig): boolean {
  if (typeof acr === 'string' && vouched.acr.includes(acr)) return true;
  return Array.isArray(amr) && amr.some((way) => vouched.amr.includes(String(way)));
}
