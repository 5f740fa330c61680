import type { TreeSummary } from '../../model/network.ts';

/** How many candidates a tree has, those beyond the limit of its list included. */
export function candidatesTotal({ candidates, candidates_total }: TreeSummary): number {
  return candidates_total ?? candidates.length;
}
