import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A secret as Standard Webhooks 1.0 writes it: 32 random bytes. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/**
 * The headers with which a receiver knows who sent what, and when (Standard Webhooks 1.0): the id
 * stays the same over all tries, the time is that of this one.
 */
export function webhookHeaders(secret: string, id: string, at: Date, body: string | Uint8Array) {
  const seconds = Math.floor(at.getTime() / 1_000);
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const hash = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${hash.digest('base64')}`,
  } as const;
}
