import { fill } from '../model/localised.ts';
import type { Localised } from '../model/localised.ts';
import type { FineRange } from '../model/provision.ts';
import { grouped } from './show.ts';
import { texts } from './texts.ts';

/** A range in words, whole units of the currency; null where the law states none. */
export function fineLabel(range: FineRange | null, currency: string): Localised {
  if (range === null) return texts.fine_unstated;
  const { min, max } = range;
  const least = min === 0 ? texts.fine_up_to : texts.fine_between;
  const form = max === null ? texts.fine_at_least : least;
  // English names the currency once, before the first amount.
  const [first, last] = [grouped(min), grouped(max ?? '')];
  const en = { min: `${currency} ${first}`, max: min === 0 ? `${currency} ${last}` : last };
  const unit = currency === 'CNY' ? '元' : currency;
  const zh = { min: `${first} ${unit}`, max: `${last} ${unit}` };
  return { en: fill(form.en, en), zh: fill(form.zh, zh) };
}
