/**
 * A second, slow dense-block finder that shares nothing with src/signals: sets of names, every
 * weight added up afresh at every step, densities compared as fractions of whole numbers.
 */
export interface SlowBlock {
  readonly nodes: readonly string[];
  /** Weight of the edges inside, whole; over `nodes.length` it is the density. */
  readonly weight: bigint;
}

export type Edge = readonly [row: number, column: number];

/** `weightOf` is the whole-number weight of an edge into a column. */
export type WeightOf = (column: number) => bigint;

const rowName = (row: number): string => `r${row}`;
const columnName = (column: number): string => `c${column}`;

/** Weight of the edges with both ends in the set. */
export function weightInside(
  edges: readonly Edge[],
  inside: ReadonlySet<string>,
  weightOf: WeightOf,
): bigint {
  return edges
    .filter(([row, column]) => inside.has(rowName(row)) && inside.has(columnName(column)))
    .reduce((sum, [, column]) => sum + weightOf(column), 0n);
}

/** Peels the node with the least weight left, rows before columns and low numbers first. */
export function slowPeeling(
  rows: number,
  columns: number,
  edges: readonly Edge[],
  weightOf: WeightOf,
): SlowBlock {
  const names = namesOf(rows, columns);
  const inside = new Set(names);
  const candidates: SlowBlock[] = [];
  while (inside.size > 0) {
    candidates.push({ nodes: [...inside], weight: weightInside(edges, inside, weightOf) });
    const left = names.filter((name) => inside.has(name));
    const loads = left.map((name) => {
      const without = new Set(inside);
      without.delete(name);
      return candidates.at(-1)!.weight - weightInside(edges, without, weightOf);
    });
    const least = loads.reduce((a, b) => (b < a ? b : a));
    inside.delete(left[loads.indexOf(least)]!);
  }
  return candidates.reduce((best, one) => (denser(one, best) ? one : best));
}

/** The densest of all sets, by trying every one: 2^(rows + columns). */
export function densestOfAll(
  rows: number,
  columns: number,
  edges: readonly Edge[],
  weightOf: WeightOf,
): SlowBlock {
  const names = namesOf(rows, columns);
  let best: SlowBlock = { nodes: names, weight: weightInside(edges, new Set(names), weightOf) };
  for (let mask = 1; mask < 2 ** names.length; mask++) {
    const nodes = names.filter((_, i) => (mask >> i) & 1);
    const one = { nodes, weight: weightInside(edges, new Set(nodes), weightOf) };
    if (denser(one, best)) best = one;
  }
  return best;
}

function denser(a: SlowBlock, b: SlowBlock): boolean {
  return a.weight * BigInt(b.nodes.length) > b.weight * BigInt(a.nodes.length);
}

function namesOf(rows: number, columns: number): string[] {
  const list = (count: number, name: (no: number) => string): string[] =>
    Array.from({ length: count }, (_, no) => name(no));
  return [...list(rows, rowName), ...list(columns, columnName)];
}
