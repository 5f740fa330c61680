import { limits } from '../../model/limits.ts';
import type { Growth } from './grow-network.ts';
import { medianOf } from './spread-of.ts';

/** What one group of members of one run got out of it, money in minor units. */
export interface Group {
  readonly members: number;
  readonly lossShare: number;
  readonly lossShareWithPurchases: number;
  readonly net: number;
  readonly netWithPurchases: number;
}

/** By number of the group, from 0. */
export type Groups = ReadonlyMap<number, Group>;

/** Members sorted into groups; -1 for none. The last group takes all beyond the limit. */
export function groupsOf(growth: Growth, groupOf: (member: number) => number): Groups {
  const { joinCost, own, received } = growth.tally.members.of;
  const nets = new Map<number, { net: number[]; all: number[] }>();
  for (let member = 0; member < growth.level.length; member++) {
    const group = Math.min(groupOf(member), limits.simulation_groups_max - 1);
    if (group < 0) continue;
    const into = nets.get(group) ?? { net: [], all: [] };
    nets.set(group, into);
    const net = received[member]! - joinCost[member]!;
    into.net.push(net);
    into.all.push(net - own[member]!);
  }
  return new Map([...nets].map(([group, { net, all }]) => [group, resultOf(net, all)]));
}

function resultOf(net: readonly number[], all: readonly number[]): Group {
  return {
    members: net.length,
    lossShare: lossShare(net),
    lossShareWithPurchases: lossShare(all),
    net: medianOf(net),
    netWithPurchases: medianOf(all),
  };
}

function lossShare(nets: readonly number[]): number {
  return nets.filter((net) => net < 0).length / nets.length;
}
