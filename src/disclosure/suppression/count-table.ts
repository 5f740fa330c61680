/**
 * Counts of persons, firms or complaints by one or more dimensions. `counts` lists the inner
 * cells row by row, the last dimension running fastest; totals are worked out, never given.
 */
export interface CountTable {
  readonly dimensions: readonly Dimension[];
  readonly counts: readonly number[];
}

export interface Dimension {
  readonly id: string;
  /** Distinct; what a cell of this dimension stands for. */
  readonly labels: readonly string[];
}

/** A table with its totals: the label after the last of each dimension stands for their sum. */
export interface Cells {
  /** Labels and one more, by dimension. */
  readonly sizes: readonly number[];
  /** By cell, the last dimension running fastest. */
  readonly values: readonly number[];
  /** Cells that add up: every cell but the last of a line, and the last, which is their sum. */
  readonly lines: readonly (readonly number[])[];
}

/** All cells of a table, totals among them, and the sums a reader can do with them. */
export function cellsOf({ dimensions, counts }: CountTable): Cells {
  const inner = dimensions.map(({ labels }) => labels.length);
  const expected = inner.reduce((product, size) => product * size, 1);
  if (counts.length !== expected) throw new RangeError(`${counts.length} counts of ${expected}`);
  const sizes = inner.map((size) => size + 1);
  const strides = stridesOf(sizes);
  const values = Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, () => 0);
  for (const [i, count] of counts.entries()) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`a count of ${count}`);
    for (const cell of withTotals(placeOf(i, inner), sizes, strides)) {
      values[cell] = (values[cell] ?? 0) + count;
    }
  }
  return { sizes, values, lines: linesOf(sizes, strides) };
}

/** Steps between neighbours of each dimension. */
export function stridesOf(sizes: readonly number[]): number[] {
  const strides = sizes.map(() => 1);
  for (let d = sizes.length - 2; d >= 0; d -= 1) {
    strides[d] = (strides[d + 1] ?? 1) * (sizes[d + 1] ?? 1);
  }
  return strides;
}

/** Where a number stands in a grid of these sizes. */
export function placeOf(index: number, sizes: readonly number[]): number[] {
  let rest = index;
  return stridesOf(sizes).map((stride) => {
    const at = Math.floor(rest / stride);
    rest -= at * stride;
    return at;
  });
}

/** A cell and every total it counts towards. */
function withTotals(
  place: readonly number[],
  sizes: readonly number[],
  strides: readonly number[],
): number[] {
  let cells = [0];
  for (const [d, at] of place.entries()) {
    const stride = strides[d] ?? 1;
    const last = (sizes[d] ?? 1) - 1;
    cells = cells.flatMap((cell) => [cell + at * stride, cell + last * stride]);
  }
  return cells;
}

function linesOf(sizes: readonly number[], strides: readonly number[]): number[][] {
  const cells = sizes.reduce((a, b) => a * b, 1);
  return sizes.flatMap((size, d) => {
    const stride = strides[d] ?? 1;
    const starts = Array.from({ length: cells }, (_, i) => i).filter(
      (i) => placeOf(i, sizes)[d] === 0,
    );
    return starts.map((start) => Array.from({ length: size }, (_, k) => start + k * stride));
  });
}
