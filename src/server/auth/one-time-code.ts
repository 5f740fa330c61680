import { Secret, TOTP } from 'otpauth';

const period_s = 30;

/** 160 random bits in base32, as authenticator programs take them (RFC 6238, RFC 4226). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Polyprism', label, secret: Secret.fromBase32(secret) });
}

/** What an authenticator program reads from a picture. */
export function totpAddress(secret: string, login: string): string {
  return totp(secret, login).toString();
}

/**
 * The time step whose code this is, one step early or late allowed; null where it is none, or one
 * not after the last step that was taken: a code works once.
 */
export function stepOf(
  secret: string,
  code: string,
  now: Date,
  last: number | null,
): number | null {
  const timestamp = now.getTime();
  const delta = totp(secret, '').validate({ token: code, timestamp, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1_000 / period_s) + delta;
  return last !== null && step <= last ? null : step;
}
