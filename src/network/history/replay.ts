import { edgeOrder } from '../edge-order.ts';
import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import { linkCut } from './link-cut.ts';
import type { LinkCut } from './link-cut.ts';

/** Changes of one kind, in the order of their days. */
export interface TieEvents {
  readonly day: ArrayLike<number>;
  /** One event a node and day; within a day in the order of nodes. */
  readonly node: ArrayLike<number>;
  /** Whom the node hangs under from that day on; ROOT for nobody. */
  readonly above: ArrayLike<number>;
}

export interface AmountEvents {
  readonly day: ArrayLike<number>;
  readonly node: ArrayLike<number>;
  readonly amount: ArrayLike<number>;
}

/** What a subtree is watched for: a sum, and perhaps that there are three levels with it. */
export interface Target {
  readonly sum: number;
  readonly three_levels: boolean;
}

export interface ReplayInput {
  /** Day each node joined; no target is reached before. UNKNOWN_DAY: none ever is. */
  readonly joinedDay: Int32Array;
  readonly ties: TieEvents;
  readonly amounts: AmountEvents;
  /** At most 31. */
  readonly targets: readonly Target[];
}

export interface Replayed {
  /** One array per target: the first day at whose end it stood, UNKNOWN_DAY for never. */
  readonly days: readonly Int32Array[];
  /** Ties as they came about, in order: those that would have closed a circle left out. */
  readonly made: { readonly day: number[]; readonly node: number[]; readonly above: number[] };
  /** Nodes whose tie would have closed a circle on some day. */
  readonly refused: ReadonlySet<number>;
}

/**
 * Lives through a forest day by day. Sums are of what stands below a node, itself included, at the
 * end of a day: who moves takes along what it holds, who leaves takes it away, and a target counts
 * as reached on the first day it stands at the end of.
 *
 * A tie that would close a circle is not made, and tried again whenever some tie ends.
 */
export function replay({ joinedDay, ties, amounts, targets }: ReplayInput): Replayed {
  const forest = linkCut(joinedDay.length);
  const shape = treeShape(joinedDay.length, forest.reached);
  const keeper = tieKeeper(forest, shape);
  const watch = watchTargets(forest, shape, joinedDay, targets);
  const joiners = edgeOrder(joinedDay, UNKNOWN_DAY) ?? joinedDay.map((_, node) => node);
  let tie = 0;
  let amount = 0;
  let joiner = 0;
  for (;;) {
    const day = Math.min(
      ties.day[tie] ?? UNKNOWN_DAY,
      amounts.day[amount] ?? UNKNOWN_DAY,
      joinedDay[joiners[joiner] ?? -1] ?? UNKNOWN_DAY,
    );
    if (day === UNKNOWN_DAY) break;
    for (; joinedDay[joiners[joiner]!] === day; joiner++) forest.reached.push(joiners[joiner]!);
    const first = tie;
    while (ties.day[tie] === day) tie++;
    keeper.end(ties, first, tie);
    for (; amounts.day[amount] === day; amount++) {
      forest.add(amounts.node[amount]!, amounts.amount[amount]!);
    }
    keeper.make(ties, first, tie, day);
    watch.settle(day);
  }
  return { days: watch.days, made: keeper.made, refused: keeper.refused };
}

interface TargetWatch {
  readonly days: readonly Int32Array[];
  /** At the end of a day: who of those something happened to stands where. */
  readonly settle: (day: number) => void;
}

function watchTargets(
  forest: LinkCut,
  shape: TreeShape,
  joinedDay: Int32Array,
  targets: readonly Target[],
): TargetWatch {
  const days = targets.map(() => new Int32Array(joinedDay.length).fill(UNKNOWN_DAY));
  const open = new Int32Array(joinedDay.length).fill(2 ** targets.length - 1);
  const look = (node: number, day: number): void => {
    const sum = forest.sum(node);
    let next = Infinity;
    targets.forEach((target, i) => {
      if ((open[node]! & (1 << i)) === 0) return;
      if (target.three_levels && shape.grandchildren[node] === 0) return;
      if (sum >= target.sum) {
        days[i]![node] = day;
        open[node]! &= ~(1 << i);
      } else if (target.sum < next) next = target.sum;
    });
    forest.await(node, next);
  };
  return {
    days,
    settle: (day) => {
      for (const node of new Set(forest.reached)) if (joinedDay[node]! <= day) look(node, day);
      forest.reached.length = 0;
    },
  };
}

interface TieKeeper extends Pick<Replayed, 'made' | 'refused'> {
  /** Ends the ties of those who are tied anew in events `from` to `to`. */
  readonly end: (ties: TieEvents, from: number, to: number) => void;
  readonly make: (ties: TieEvents, from: number, to: number, day: number) => void;
}

function tieKeeper(forest: LinkCut, shape: TreeShape): TieKeeper {
  const made: Replayed['made'] = { day: [], node: [], above: [] };
  const refused = new Set<number>();
  /** Whom those whose tie would close a circle ought to hang under. */
  const waiting = new Map<number, number>();
  let ended = false;
  const note = (day: number, node: number, above: number): void => {
    made.day.push(day);
    made.node.push(node);
    made.above.push(above);
  };
  const tie = (day: number, node: number, above: number): void => {
    if (above !== ROOT && forest.rootOf(above) === node) {
      if (!waiting.has(node)) note(day, node, ROOT);
      waiting.set(node, above);
      refused.add(node);
      return;
    }
    waiting.delete(node);
    if (above !== ROOT) {
      shape.link(node, above);
      forest.link(node, above);
    }
    note(day, node, above);
  };
  return {
    made,
    refused,
    end: (ties, from, to) => {
      ended = false;
      for (let i = from; i < to; i++) {
        const node = ties.node[i]!;
        waiting.delete(node);
        if (shape.above[node] === ROOT) continue;
        shape.cut(node);
        forest.cut(node);
        ended = true;
      }
    },
    make: (ties, from, to, day) => {
      const again = ended ? [...waiting].toSorted(([a], [b]) => a - b) : [];
      for (let i = from; i < to; i++) tie(day, ties.node[i]!, ties.above[i]!);
      for (const [node, above] of again) tie(day, node, above);
    },
  };
}

interface TreeShape {
  readonly above: Int32Array;
  /** Children of each node that have children themselves. */
  readonly grandchildren: Int32Array;
  readonly link: (node: number, above: number) => void;
  readonly cut: (node: number) => void;
}

/** Tells in `changed` who gets its first grandchild or loses its last. */
function treeShape(size: number, changed: number[]): TreeShape {
  const above = new Int32Array(size).fill(ROOT);
  const children = new Int32Array(size);
  const grandchildren = new Int32Array(size);
  const count = (node: number, by: 1 | -1): void => {
    if (node === ROOT) return;
    const before = grandchildren[node]!;
    grandchildren[node] = before + by;
    if (before === 0 || before + by === 0) changed.push(node);
  };
  return {
    above,
    grandchildren,
    link: (node, p) => {
      above[node] = p;
      if (children[p]!++ === 0) count(above[p]!, 1);
      if (children[node]! > 0) count(p, 1);
    },
    cut: (node) => {
      const p = above[node]!;
      above[node] = ROOT;
      if (children[node]! > 0) count(p, -1);
      if (--children[p]! === 0) count(above[p]!, -1);
    },
  };
}
