/**
 * A forest with a history lived through day by day, sharing nothing with src/network: on each day
 * everyone's upline is looked up, circles are left out tie by tie, and everybody below a member
 * is found by climbing.
 */
export interface SlowTie {
  readonly day: number;
  readonly node: number;
  /** null for nobody. */
  readonly above: number | null;
}

export interface SlowAmount {
  readonly day: number;
  readonly node: number;
  readonly amount: number;
}

export interface SlowDay {
  /** Upline of everyone on that day; null for none. */
  readonly above: readonly (number | null)[];
  /** What stands below each, itself included. */
  readonly sum: readonly number[];
  /** Levels below each, its own included, 0 while it is not there. */
  readonly levels: readonly number[];
}

/** `joined`: day each joined, null unknown. One tie a node and day. */
export function slowHistory(
  joined: readonly (number | null)[],
  ties: readonly SlowTie[],
  amounts: readonly SlowAmount[],
): Map<number, SlowDay> {
  const events = [...ties, ...amounts].map(({ day }) => day);
  const known = joined.filter((day) => day !== null);
  const days = [...new Set([...events, ...known])].toSorted((a, b) => a - b);
  const above: (number | null)[] = joined.map(() => null);
  const waiting = new Map<number, number>();
  const result = new Map<number, SlowDay>();
  const climb = (node: number): number[] => {
    const path = [node];
    for (let up = above[node]!; up !== null; up = above[up]!) path.push(up);
    return path;
  };
  for (const day of days) {
    const today = ties.filter((tie) => tie.day === day).toSorted((a, b) => a.node - b.node);
    const ended = today.some(({ node }) => above[node] !== null);
    for (const { node } of today) {
      above[node] = null;
      waiting.delete(node);
    }
    const again = ended ? [...waiting].toSorted(([a], [b]) => a - b) : [];
    for (const [node, up] of [...today.map((tie) => [tie.node, tie.above] as const), ...again]) {
      if (up === null) continue;
      if (climb(up).includes(node)) waiting.set(node, up);
      else {
        above[node] = up;
        waiting.delete(node);
      }
    }
    const sum = joined.map(() => 0);
    const levels = joined.map(() => 0);
    for (const { node, amount, day: when } of amounts) {
      if (when <= day) for (const up of climb(node)) sum[up]! += amount;
    }
    joined.forEach((when, node) => {
      if (when === null || when > day) return;
      climb(node).forEach((up, depth) => (levels[up] = Math.max(levels[up]!, depth + 1)));
    });
    result.set(day, { above: [...above], sum, levels });
  }
  return result;
}
