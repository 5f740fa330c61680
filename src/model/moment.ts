import type { Provision, Stage } from './provision.ts';

/** Before, during and after the sale: the order in which they are told. */
export const stages = ['pre', 'in', 'after'] as const satisfies readonly Stage[];

/**
 * Where a provision is told: at its stage, or apart from all stages as a line at which a criminal
 * case may be opened. Reaching such a line breaks no duty, so the two are never one number. Such
 * lines stand in judicial opinions, duties do not.
 */
export type Moment = Stage | 'line';

export const moments = [...stages, 'line'] as const satisfies readonly Moment[];

export function momentOf({ stage, cites }: Pick<Provision, 'stage' | 'cites'>): Moment {
  return cites.some(({ rank }) => rank === 'judicial_opinion') ? 'line' : stage;
}

/** What a finding or a provision says of the data: of a line, that it is reached. */
export function saidAt<V extends string>(moment: Moment, verdict: V): V | 'reached' {
  return moment === 'line' && verdict === 'breach' ? 'reached' : verdict;
}
