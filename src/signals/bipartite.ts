/**
 * Who bought what, as numbers: rows are buyers, columns listings, both from 0. Every pair stands
 * once, however often it was bought.
 */
export interface Bipartite {
  readonly rows: number;
  readonly columns: number;
  /** Row and column of each edge; the two are as long as there are edges. */
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  /** Weight of an edge into each column, in units of 1 / WEIGHT_ONE. */
  readonly columnWeight: Int32Array;
}

/** Neighbours of every node, rows first and then columns: `at[start[v]]` to `at[start[v + 1]]`. */
export interface Neighbours {
  readonly start: Int32Array;
  readonly at: Int32Array;
}

/** Both directions of every edge, in the order of the edges. Linear. */
export function neighboursOf({ rows, columns, rowOf, columnOf }: Bipartite): Neighbours {
  const start = new Int32Array(rows + columns + 1);
  const edges = rowOf.length;
  for (let e = 0; e < edges; e++) {
    start[rowOf[e]! + 1]!++;
    start[rows + columnOf[e]! + 1]!++;
  }
  for (let v = 0; v < rows + columns; v++) start[v + 1]! += start[v]!;
  const next = start.slice();
  const at = new Int32Array(2 * edges);
  for (let e = 0; e < edges; e++) {
    const row = rowOf[e]!;
    const column = rows + columnOf[e]!;
    at[next[row]!++] = column;
    at[next[column]!++] = row;
  }
  return { start, at };
}
