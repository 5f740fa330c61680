import type { Figures } from './figures.ts';
import { times } from './load.ts';
import type { Load, Site } from './load.ts';
import { obstaclesOf, phasesOf } from './modes.ts';
import type { ModeName } from './modes.ts';
import { totalOf } from './phase.ts';

/** From where a mode on Spark is sooner done than one machine; null for never. */
export interface Crossover {
  readonly mode: Exclude<ModeName, 'one_machine'>;
  /** Nodes, for the load as it is. */
  readonly nodes: number | null;
  /** The same mixture of members and orders, for the nodes as they are. */
  readonly size: Pick<Load, 'members' | 'orders'> | null;
}

const NODES_MAX = 10_000;
/** Sizes looked at: a millionth of the load to a million times as much. */
const FACTOR_MAX = 1e6;

export function crossoverOf(
  mode: Crossover['mode'],
  load: Load,
  site: Site,
  figures: Figures,
): Crossover {
  // Where nothing is imported or derived there, it is not counted against one machine either.
  const asked = mode === 'cluster' ? { ...load, imported: true, derived: false } : load;
  const sooner = (one: Load, nodes: number): boolean =>
    seconds(mode, one, { ...site, nodes }, figures) <
    seconds('one_machine', one, { ...site, nodes }, figures);
  const nodes = firstWhole(NODES_MAX, (count) => sooner(asked, count));
  const factor = firstFactor((by) => sooner(times(asked, by), site.nodes));
  return { mode, nodes, size: factor === null ? null : sizeOf(asked, factor) };
}

/** How much of the same mixture one machine can carry at all. */
export function oneMachineUntil(
  load: Load,
  site: Site,
  figures: Figures,
): Pick<Load, 'members' | 'orders'> | null {
  const beyond = firstFactor(
    (by) => obstaclesOf('one_machine', times(load, by), site, figures).length > 0,
  );
  return beyond === null ? null : sizeOf(load, beyond);
}

function seconds(mode: ModeName, load: Load, site: Site, figures: Figures): number {
  return totalOf(phasesOf(mode, load, site, figures)).wall_s;
}

function sizeOf({ members, orders }: Load, factor: number): Pick<Load, 'members' | 'orders'> {
  return { members: Math.round(members * factor), orders: Math.round(orders * factor) };
}

/** The first of 1 to `most` that holds, of a question that holds from there on; null if none. */
function firstWhole(most: number, holds: (value: number) => boolean): number | null {
  if (!holds(most)) return null;
  let [below, from] = [0, most];
  while (from - below > 1) {
    const middle = Math.floor((below + from) / 2);
    if (holds(middle)) from = middle;
    else below = middle;
  }
  return from;
}

/** The same of factors, to a thousandth; the least looked at where it holds there already. */
function firstFactor(holds: (factor: number) => boolean): number | null {
  let [below, from] = [1 / FACTOR_MAX, FACTOR_MAX];
  if (!holds(from)) return null;
  if (holds(below)) return below;
  while (from / below > 1.001) {
    const middle = Math.sqrt(below * from);
    if (holds(middle)) from = middle;
    else below = middle;
  }
  return from;
}
