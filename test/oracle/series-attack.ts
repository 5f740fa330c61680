/**
 * A reader of a whole series of published grids (totals last in rows and columns), each count at
 * least what it was a publication before. Bounds are passed from cell to cell, in every grid and
 * in the difference of any two, until none moves: no linear programming, nothing of the sources.
 */
type Grid = readonly (readonly (number | null)[])[];

/** Sums of these stay exact. */
const people_max = 1e9;

interface Range {
  low: number;
  high: number;
}

export interface Learnt {
  readonly later: number;
  /** null for a count by itself, else the publication whose count is subtracted. */
  readonly since: number | null;
  readonly row: number;
  readonly column: number;
  readonly low: number;
  readonly high: number;
}

/** What a reader knows of every cell of every grid and of every difference of two. */
export function attackSeries(grids: readonly Grid[]): Learnt[] {
  const bounds = grids.map((grid) =>
    grid.map((row) => row.map((value): Range => ({ low: value ?? 0, high: value ?? people_max }))),
  );
  const differences = new Map<string, Range[][]>();
  for (const later of grids.keys())
    for (let since = 0; since < later; since += 1)
      differences.set(
        `${later} ${since}`,
        bounds[later]!.map((row) => row.map(() => ({ low: 0, high: people_max }))),
      );
  for (let moved = true; moved;) {
    moved = false;
    for (const grid of bounds) moved = addUp(grid) || moved;
    for (const [key, grid] of differences) {
      const [later = 0, since = 0] = key.split(' ').map(Number);
      moved = subtract(bounds[later]!, bounds[since]!, grid) || moved;
      moved = addUp(grid) || moved;
    }
  }
  const of = (grid: Range[][], later: number, since: number | null): Learnt[] =>
    grid.flatMap((row, i) =>
      row.map((range, j) => ({ later, since, row: i, column: j, ...range })),
    );
  return [
    ...bounds.flatMap((grid, later) => of(grid, later, null)),
    ...[...differences].flatMap(([key, grid]) => {
      const [later = 0, since = 0] = key.split(' ').map(Number);
      return of(grid, later, since);
    }),
  ];
}

function narrow(range: Range, low: number, high: number): boolean {
  const before = range.high - range.low;
  range.low = Math.max(range.low, low);
  range.high = Math.min(range.high, high);
  if (range.low > range.high) throw new Error('published grids contradict each other');
  return range.high - range.low < before;
}

/** later - since = difference, each of the three from the other two. */
function subtract(later: Range[][], since: Range[][], difference: Range[][]): boolean {
  let moved = false;
  for (const [i, row] of difference.entries()) {
    for (const [j, d] of row.entries()) {
      const a = later[i]![j]!;
      const b = since[i]![j]!;
      moved = narrow(d, a.low - b.high, a.high - b.low) || moved;
      moved = narrow(a, b.low + d.low, b.high + d.high) || moved;
      moved = narrow(b, a.low - d.high, a.high - d.low) || moved;
    }
  }
  return moved;
}

/** Every row and column adds up to its last cell. */
function addUp(grid: Range[][]): boolean {
  const lines = [...grid, ...(grid[0] ?? []).map((_, j) => grid.map((row) => row[j]!))];
  let moved = false;
  for (const line of lines) {
    const parts = line.slice(0, -1);
    const total = line.at(-1)!;
    const low = parts.reduce((sum, one) => sum + one.low, 0);
    const high = parts.reduce((sum, one) => sum + one.high, 0);
    moved = narrow(total, low, high) || moved;
    for (const one of parts) {
      moved = narrow(one, total.low - (high - one.high), total.high - (low - one.low)) || moved;
    }
  }
  return moved;
}
