import type { Provision } from '../../model/provision.ts';
import { growthsOf, grownNetwork } from './grown-networks.ts';
import type { Growth } from './grown-networks.ts';
import { findingOn, note, recordsOf } from './search-plan.ts';
import type { Search } from './search-plan.ts';
import type { SmallNetwork } from './small-networks.ts';

/** A shape whose largest network meets a provision; the smallest that does is in between. */
interface Halving {
  readonly growth: Growth;
  readonly provision: Provision;
  /** Members of the largest network known not to meet it, and of the smallest known to. */
  below: number;
  above: SmallNetwork;
}

/**
 * For what no small network meets, larger ones of fixed shapes: where the largest meets it, the
 * smallest of the shape that does is found by halving, for all shapes and provisions at once.
 */
export async function growNetworks(search: Search, least: number, most: number): Promise<void> {
  if (search.open.size === 0) return;
  const largest = growthsOf(search.plan.plan).flatMap((growth) => {
    const network = grownNetwork(search.plan, growth, most, search.day);
    return network === null ? [] : [{ growth, network }];
  });
  const sets = largest.map(({ network }) => recordsOf(search, network));
  const halvings: Halving[] = [];
  for (const [provision, { met, needs }] of await search.screen(sets, [...search.open], false)) {
    for (const some of needs.values()) note(search, provision, some);
    for (const place of [...met].toSorted((a, b) => a - b)) {
      const { growth, network } = largest[place]!;
      halvings.push({ growth, provision, below: least, above: network });
    }
  }
  while (await halve(search, halvings));
  for (const { growth, provision, above } of halvings) {
    const before = search.found.get(provision);
    if (before && before.members <= above.members) continue;
    const { finding } = await findingOn(search, provision, above);
    search.found.set(provision, { ...above, finding, shape: growth.shape });
  }
}

/** One step for each that is not at its end; false where all are. */
async function halve(search: Search, halvings: readonly Halving[]): Promise<boolean> {
  const open = halvings.filter(({ below, above }) => above.members - below > 1);
  if (open.length === 0) return false;
  const middle = ({ below, above }: Halving): number => Math.floor((below + above.members) / 2);
  const groups = [
    ...Map.groupBy(open, (one) => `${middle(one)} ${JSON.stringify(one.growth)}`).values(),
  ];
  const networks = groups.map(([one]) =>
    grownNetwork(search.plan, one!.growth, middle(one!), search.day),
  );
  const made = networks.flatMap((network) => (network === null ? [] : [network]));
  const places = new Map(made.map((network, place) => [network, place]));
  const provisions = [...new Set(open.map(({ provision }) => provision))];
  const sets = made.map((network) => recordsOf(search, network));
  const screened = await search.screen(sets, provisions, false);
  for (const [i, group] of groups.entries()) {
    const network = networks[i] ?? null;
    for (const one of group) {
      const isMet = network !== null && screened.get(one.provision)!.met.has(places.get(network)!);
      if (isMet) one.above = network;
      else one.below = middle(one);
    }
  }
  return true;
}
