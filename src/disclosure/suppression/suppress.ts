import { cellsOf, placeOf } from './count-table.ts';
import type { Cells, CountTable } from './count-table.ts';
import { confined } from './reader.ts';
import type { Sum, Terms } from './reader.ts';

/** What the public is shown of a table: its cells with totals, null where nothing is shown. */
export interface PublishedTable {
  readonly sizes: readonly number[];
  readonly shown: readonly (number | null)[];
}

/** A table of the same dimensions and labels that was published before, with what it counted. */
export interface EarlierTable {
  readonly table: CountTable;
  readonly shown: readonly (number | null)[];
}

export interface SuppressionOptions {
  /** A cell that counts at least 1 and fewer than this is not shown, nor left to be worked out. */
  readonly persons_min: number;
  /**
   * Tables this one continues, the oldest first, every count at least what it was: what was added
   * between any two is counted like a cell of its own, so that nobody learns it by subtraction.
   */
  readonly earlier?: readonly EarlierTable[];
}

interface Side {
  readonly cells: Cells;
  readonly shown: (number | null)[];
}

/**
 * A table with its small cells left out, and as many others as it takes that no reader can work
 * a small one out: from the totals, from what is known to be at least nothing, or from earlier
 * tables. Each left-out small number stays uncertain by at least `persons_min`. Where that cannot
 * be had, nothing of the table is shown. Zeros are shown. The same input gives the same table.
 */
export async function suppress(
  table: CountTable,
  options: SuppressionOptions,
): Promise<PublishedTable> {
  const cells = cellsOf(table);
  const now: Side = { cells, shown: [...cells.values] };
  const earlier = (options.earlier ?? []).map(({ table: before, shown }) => ({
    cells: cellsOf(before),
    shown: [...shown],
  }));
  const { persons_min } = options;
  for (const [cell, value] of cells.values.entries()) {
    if (isSmall(value, persons_min) || addsFew(cell, value, earlier, persons_min))
      now.shown[cell] = null;
  }
  const secrets = secretsOf([now, ...earlier], persons_min);
  for (;;) {
    closeLines(now, persons_min);
    const sides = [now, ...earlier];
    const asked = (secret: Secret): Terms => termsOf(secret, sides);
    const told = await confined(secrets, asked, sumsOf(sides), persons_min);
    if (told.length === 0) return { sizes: cells.sizes, shown: now.shown };
    const more = told.filter((secret) => hideBeside(secret.cell, now, persons_min));
    if (more.length === 0) {
      return { sizes: cells.sizes, shown: now.shown.map(() => null) };
    }
  }
}

const isSmall = (value: number, persons_min: number): boolean => value > 0 && value < persons_min;

function addsFew(
  cell: number,
  value: number,
  earlier: readonly Side[],
  persons_min: number,
): boolean {
  return earlier.some(({ cells, shown }) => {
    const before = shown[cell];
    return before !== null && isSmall(value - (cells.values[cell] ?? 0), persons_min);
  });
}

/** A number that must stay uncertain: a small cell of one table, or what one added to another. */
interface Secret {
  readonly cell: number;
  /** Of the tables, the present one first. */
  readonly side: number;
  /** The table whose count is subtracted; null for a cell alone. */
  readonly since: number | null;
}

function secretsOf(sides: readonly Side[], persons_min: number): Secret[] {
  const at = (side: number, cell: number): number => sides[side]?.cells.values[cell] ?? 0;
  const cells = [...(sides[0]?.cells.values.keys() ?? [])];
  const inTime = [...sides.keys()].slice(1).concat(0);
  return cells.flatMap((cell) =>
    inTime.flatMap((side, i): Secret[] => [
      ...(isSmall(at(side, cell), persons_min) ? [{ cell, side, since: null }] : []),
      ...inTime
        .slice(0, i)
        .filter((since) => isSmall(at(side, cell) - at(since, cell), persons_min))
        .map((since) => ({ cell, side, since })),
    ]),
  );
}

/** The unseen cells of a secret; none where all of it is shown. */
function termsOf({ cell, side, since }: Secret, sides: readonly Side[]): Terms {
  const unseen = (which: number): boolean => sides[which]?.shown[cell] === null;
  const own: Terms = unseen(side) ? [[nameOf(side, cell), 1]] : [];
  return since !== null && unseen(since) ? [...own, [nameOf(since, cell), -1]] : own;
}

const nameOf = (side: number, cell: number): string => `${side} ${cell}`;

/** What a reader knows: totals of each table, and that no later count is below an earlier. */
function sumsOf(sides: readonly Side[]): Sum[] {
  const totals = sides.flatMap(({ cells, shown }, side) =>
    cells.lines.map((line) =>
      sumOf(
        line.map((cell, i) => ({ side, cell, factor: i === line.length - 1 ? -1 : 1, shown })),
        'equal',
      ),
    ),
  );
  const inTime = [...sides.keys()].slice(1).concat(0);
  const growth = inTime.slice(1).flatMap((side, i) => {
    const since = inTime[i] ?? 0;
    return [...(sides[side]?.shown.keys() ?? [])].map((cell) =>
      sumOf(
        [
          { side, cell, factor: 1, shown: sides[side]?.shown ?? [] },
          { side: since, cell, factor: -1, shown: sides[since]?.shown ?? [] },
        ],
        'at_least',
      ),
    );
  });
  return [...totals, ...growth].filter(({ terms }) => terms.length > 0);
}

interface Part {
  readonly side: number;
  readonly cell: number;
  readonly factor: number;
  readonly shown: readonly (number | null)[];
}

/** Shown cells go to the right-hand side. */
function sumOf(parts: readonly Part[], bound: Sum['bound']): Sum {
  const terms: Terms = parts
    .filter(({ shown, cell }) => shown[cell] === null)
    .map(({ side, cell, factor }) => [nameOf(side, cell), factor]);
  const value = parts.reduce((sum, { shown, cell, factor }) => {
    return sum - factor * (shown[cell] ?? 0);
  }, 0);
  return { terms, value: value + 0, bound };
}

/** A line with one cell left out tells it: a second one goes with it. */
function closeLines(now: Side, persons_min: number): void {
  for (let again = true; again;) {
    again = now.cells.lines
      .filter((line) => line.filter((cell) => now.shown[cell] === null).length === 1)
      .some((line) => hideOneOf(line, now, persons_min));
  }
}

/** Leaves out the cell itself where it is shown, else one more of a line it stands in. */
function hideBeside(cell: number, now: Side, persons_min: number): boolean {
  if (now.shown[cell] !== null) {
    now.shown[cell] = null;
    return true;
  }
  const beside = now.cells.lines.filter((line) => line.includes(cell)).flat();
  return hideOneOf(beside, now, persons_min) || hideOneOf(now.shown.keys(), now, persons_min);
}

/** The least informative of some shown cells: inner before totals, few persons before many. */
function hideOneOf(cells: Iterable<number>, now: Side, persons_min: number): boolean {
  const rank = (cell: number): readonly number[] => {
    const value = now.cells.values[cell] ?? 0;
    return [value < persons_min ? 1 : 0, totalsIn(cell, now.cells.sizes), value, cell];
  };
  const [least] = [...new Set(cells)]
    .filter((cell) => now.shown[cell] !== null)
    .toSorted((a, b) => compareRanks(rank(a), rank(b)));
  if (least === undefined) return false;
  now.shown[least] = null;
  return true;
}

function totalsIn(cell: number, sizes: readonly number[]): number {
  return placeOf(cell, sizes).filter((at, d) => at === (sizes[d] ?? 0) - 1).length;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
