import { sha256 } from '../digest.ts';

/** A seed: 32 bytes in lower-case hexadecimal. */
export const seedForm = /^[0-9a-f]{64}$/;

/**
 * What a party publishes before it shows its seed. The draw's and the party's names are part of
 * it, so that no commitment can be copied from another draw or from another party.
 */
export function commitmentOf(draw_id: string, party: string, seed: string): string {
  return sha256(`polyprism-draw-seed-v1\n${JSON.stringify([draw_id, party, seed])}`);
}
