import type { Rank } from './provision.ts';

const ascending: readonly Rank[] = [
  'standard',
  'judicial_opinion',
  'departmental_rule',
  'administrative_regulation',
  'law',
];

/**
 * The height of a rank: of two texts in force on one day that say different things, the higher
 * applies (Legislation Law of the PRC, arts. 98 to 100). A judicial opinion binds courts only.
 */
export function rankOf(rank: Rank): number {
  return ascending.indexOf(rank);
}
