import { fill } from '../model/localised.ts';
import type { Localised } from '../model/localised.ts';
import type { Waiver } from '../model/waiver.ts';
import { visible } from './show.ts';
import { texts } from './texts.ts';

/** Who decided not to act, for how long and why, in both languages; the reason as written. */
export function waiverSentence(waiver: Waiver): Localised {
  const values = {
    author: visible(waiver.author, 120),
    from: waiver.decided_on,
    to: waiver.expires_on,
    reason: visible(waiver.reason, 2_000),
  };
  return { en: fill(texts.waiver_of.en, values), zh: fill(texts.waiver_of.zh, values) };
}
