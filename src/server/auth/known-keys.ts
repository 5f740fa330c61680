import { limits } from '../../model/limits.ts';
import { remembered } from '../remembered.ts';
import type { Caller } from '../server.ts';
import { digestOf } from './secret.ts';

/** A key that is good, and until when. */
export interface KnownKey {
  readonly caller: Caller;
  readonly expires_at: string | null;
}

/**
 * So long a key is believed without asking the store: a program that asks often would wait for
 * the database each time. What another process revokes is refused here after this at the latest,
 * what this one revokes at once.
 */
export const believed_ms_max = 1_000;

/** Keys as `look` finds them by their digest, remembered for a moment. */
export function knownKeys(
  look: (digest: Buffer) => Promise<KnownKey | null>,
  now: () => Date,
  clock_ms: () => number = () => performance.now(),
): { byKey(token: string): Promise<Caller | null>; forget(): void } {
  const believed = { believed_ms: believed_ms_max, most: limits.rate_keys_max, clock_ms };
  const keys = remembered(async (name) => await look(Buffer.from(name, 'latin1')), believed);
  return {
    async byKey(token) {
      const key = await keys.of(digestOf(token).toString('latin1'));
      if (key === null) return null;
      const over = key.expires_at !== null && Date.parse(key.expires_at) <= now().getTime();
      return over ? null : key.caller;
    },
    forget: keys.forget,
  };
}
