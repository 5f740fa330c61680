/**
 * What a patient reader of published count tables learns: tries every number for every cell
 * nobody was shown and keeps what the totals allow. Tables are grids with totals last; each of
 * `tables` is one publication, counts growing from the first to the last.
 */
export type Grid = readonly (readonly (number | null)[])[];

interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Every pair (value of `a` minus value of `b`) some completion allows; `b` null for nothing. */
export function attack(
  tables: readonly Grid[],
  a: Cell,
  b: Cell | null,
  most: number,
): ReadonlySet<number> {
  const grids = tables.map((grid) => grid.map((row) => [...row]));
  const open: Cell[] = tables.flatMap((grid, table) =>
    grid.flatMap((row, i) =>
      row.flatMap((value, j) => (value === null ? [{ table, row: i, column: j }] : [])),
    ),
  );
  const seen = new Set<number>();
  const at = (cell: Cell): number => grids[cell.table]?.[cell.row]?.[cell.column] ?? 0;
  const search = (depth: number): void => {
    const cell = open[depth];
    if (!cell) {
      seen.add(at(a) - (b ? at(b) : 0));
      return;
    }
    const row = grids[cell.table]?.[cell.row] ?? [];
    for (let value = 0; value <= most; value += 1) {
      row[cell.column] = value;
      if (isPossible(grids, cell)) search(depth + 1);
    }
    row[cell.column] = null;
  };
  search(0);
  return seen;
}

function isPossible(grids: readonly (readonly (number | null)[])[][], cell: Cell): boolean {
  const grid = grids[cell.table] ?? [];
  const row = grid[cell.row] ?? [];
  const column = grid.map((one) => one[cell.column] ?? null);
  return addsUp(row) && addsUp(column) && grows(grids, cell);
}

function addsUp(line: readonly (number | null)[]): boolean {
  const parts = line.slice(0, -1);
  const total = line.at(-1) ?? null;
  const known = parts.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  if (total === null) return true;
  return parts.includes(null) ? known <= total : known === total;
}

function grows(grids: readonly (readonly (number | null)[])[][], cell: Cell): boolean {
  const values = grids.map((grid) => grid[cell.row]?.[cell.column] ?? null);
  const known = values.filter((value) => value !== null);
  return known.every((value, i) => i === 0 || value >= (known[i - 1] ?? 0));
}
