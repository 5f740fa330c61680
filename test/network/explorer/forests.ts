import { forestParents } from '../../../src/generate/cases/deep-forest.ts';
import { seeded } from '../../../src/model/random.ts';
import { plantForest } from '../../../src/network/plant-forest.ts';
import { walkOrder } from '../../../src/network/explorer/walk-order.ts';
import type { WalkOrder } from '../../../src/network/explorer/walk-order.ts';

/** A forest as a table of members: id, upline by position (-1 for none), day joined. */
export interface TestMember {
  readonly id: string;
  readonly up: number;
  readonly day: number;
}

/** Ids that differ from the joining order, as those of real malls do. */
const idOf = (i: number): string => `m${(i * 7919) % 1_000_003}`;

const shapes: Readonly<Record<string, (size: number, seed: number) => number[]>> = {
  chain: (size) => Array.from({ length: size }, (_, i) => i - 1),
  star: (size) => Array.from({ length: size }, (_, i) => (i === 0 ? -1 : 0)),
  alone: (size) => Array.from({ length: size }, () => -1),
  pairs: (size) => Array.from({ length: size }, (_, i) => (i % 2 === 0 ? -1 : i - 1)),
  random: (size, seed) => {
    const random = seeded(seed);
    return Array.from({ length: size }, (_, i) => (i === 0 ? -1 : random.below(i)));
  },
  recent: (size, seed) => {
    const random = seeded(seed);
    return Array.from({ length: size }, (_, i) =>
      i === 0 ? -1 : Math.max(0, i - 1 - random.below(4)),
    );
  },
  mixed: (size, seed) => {
    const random = seeded(seed);
    return Array.from({ length: size }, (_, i) => {
      if (i === 0 || random.chance(0.3)) return -1;
      return random.chance(0.5) ? random.below(Math.min(i, 3)) : random.below(i);
    });
  },
  case: (size, seed) =>
    Array.from(
      forestParents(
        { members: size, roots: Math.ceil(size / 50), shallow: Math.ceil(size / 40), levels: 9 },
        seed,
      ),
    ),
};

export const shapeNames = Object.keys(shapes);

export function testForest(shape: string, size: number, seed: number): TestMember[] {
  const random = seeded(seed + 1);
  return shapes[shape]!(size, seed).map((up, i) => ({
    id: idOf(i),
    up,
    day: 19_000 + random.below(40),
  }));
}

/** Numbers of the ids in their order. */
export function ranks(members: readonly TestMember[]): Int32Array {
  const sorted = members.map(({ id }, i) => ({ id, i })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rank = new Int32Array(members.length);
  sorted.forEach(({ i }, place) => (rank[i] = place));
  return rank;
}

export function walked(members: readonly TestMember[]): WalkOrder & { readonly ids: string[] } {
  const forest = plantForest(Int32Array.from(members, ({ up }) => up));
  const memberOf = (node: number): TestMember =>
    members[forest.memberOf === null ? node : forest.memberOf[node]!]!;
  const nodes = members.map((_, node) => memberOf(node));
  const order = walkOrder(
    forest,
    Int32Array.from(nodes, ({ day }) => day),
    ranks(nodes),
  );
  return { ...order, ids: Array.from(order.nodeOf, (node) => nodes[node]!.id) };
}

/** The same members in another order. */
export function shuffled(members: readonly TestMember[], seed: number): TestMember[] {
  const random = seeded(seed);
  const order = members.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const place = new Map(order.map((old, now) => [old, now]));
  return order.map((old) => {
    const member = members[old]!;
    return { ...member, up: member.up < 0 ? -1 : place.get(member.up)! };
  });
}
