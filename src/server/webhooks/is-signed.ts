import { timingSafeEqual } from 'node:crypto';
import { webhookHeaders } from './sign-webhook.ts';

/** How far a message's time may lie from ours, either way, as the standard's libraries have it. */
const tolerance_s = 300;

/** The headers of a message, as they came. */
export interface SignatureHeaders {
  readonly 'webhook-id'?: string | undefined;
  readonly 'webhook-timestamp'?: string | undefined;
  /** Signatures separated by spaces, each `<version>,<base64>`. */
  readonly 'webhook-signature'?: string | undefined;
}

/**
 * Whether the bytes of a message were signed with a secret (Standard Webhooks 1.0, version v1:
 * HMAC-SHA256 over id, time and body), not long ago.
 */
export function isSigned(
  secret: string,
  headers: SignatureHeaders,
  body: Uint8Array,
  now: Date,
): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': sent } = headers;
  if (!id || time === undefined || sent === undefined || !/^\d{1,12}$/.test(time)) return false;
  const at = new Date(Number(time) * 1_000);
  if (Math.abs(now.getTime() - at.getTime()) > tolerance_s * 1_000) return false;
  const wanted = webhookHeaders(secret, id, at, body)['webhook-signature'];
  const expected = Buffer.from(wanted);
  return sent.split(' ').some((one) => {
    const given = Buffer.from(one);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
