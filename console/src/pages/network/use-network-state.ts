import { useFilters } from '../../parts/use-filters.ts';
import type { Filters } from '../../parts/use-filters.ts';

const names = [
  'tree',
  'member',
  'colour',
  'month',
  'side',
  'part',
  'people',
  'met',
  'a',
  'b',
] as const;

/** What is looked at, kept in the address: a place in a network can be sent. */
export type NetworkState = Filters<(typeof names)[number]>;

export function useNetworkState(): NetworkState {
  return useFilters(names);
}
