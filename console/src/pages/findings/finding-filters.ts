import { useFilters } from '../../parts/use-filters.ts';
import type { Filters } from '../../parts/use-filters.ts';

/** What findings are narrowed by: the same names in the address and in the routes' queries. */
export const filterNames = [
  'inspection_id',
  'platform_id',
  'verdict',
  'stage',
  'severity',
  'provision',
  'operator_id',
  'scheme_id',
  'subject_table',
  'subject_id',
] as const;

export type FilterName = (typeof filterNames)[number];

/** Codes of closed lists; what else stands in the address is left to the server to refuse. */
export interface FindingFilters extends Partial<Record<FilterName, string>> {
  readonly stage?: 'pre' | 'in' | 'after' | 'line';
  readonly severity?: 'high' | 'medium' | 'low';
  readonly verdict?: 'breach' | 'indication' | 'reached';
}

export function useFindingFilters(): Filters<FilterName> & { readonly query: FindingFilters } {
  const state = useFilters(filterNames);
  return { ...state, query: state.values as FindingFilters };
}
