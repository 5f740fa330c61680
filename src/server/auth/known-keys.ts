import { limits } from '../../model/limits.ts';
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

interface Entry {
  readonly asked_ms: number;
  readonly found: Promise<KnownKey | null>;
}

/** Keys as `look` finds them by their digest, remembered for a moment. */
export function knownKeys(
  look: (digest: Buffer) => Promise<KnownKey | null>,
  now: () => Date,
  clock_ms: () => number = () => performance.now(),
): { byKey(token: string): Promise<Caller | null>; forget(): void } {
  const entries = new Map<string, Entry>();
  const ask = (digest: Buffer, name: string): Entry => {
    // Age counts from before the question: what changes while it runs is not missed for longer.
    const entry = { asked_ms: clock_ms(), found: look(digest) };
    const drop = (): void => {
      if (entries.get(name) === entry) entries.delete(name);
    };
    entry.found.then((key) => key ?? drop(), drop);
    entries.delete(name);
    entries.set(name, entry);
    const oldest = entries.keys().next();
    if (entries.size > limits.rate_keys_max && !oldest.done) entries.delete(oldest.value);
    return entry;
  };
  return {
    async byKey(token) {
      const digest = digestOf(token);
      const name = digest.toString('latin1');
      const known = entries.get(name);
      const fresh = known !== undefined && clock_ms() - known.asked_ms < believed_ms_max;
      const key = await (fresh ? known : ask(digest, name)).found;
      if (key === null) return null;
      const over = key.expires_at !== null && Date.parse(key.expires_at) <= now().getTime();
      return over ? null : key.caller;
    },
    forget: () => entries.clear(),
  };
}
