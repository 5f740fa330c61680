import type { Localised } from '../../model/localised.ts';
import { texts } from '../texts.ts';

/** The sentence a report begins with, by the number of provisions not met. */
export function headlineOf(breach: number): Localised {
  if (breach === 0) return texts.headline_clean;
  return breach === 1 ? texts.headline_one : texts.headline_breach;
}
