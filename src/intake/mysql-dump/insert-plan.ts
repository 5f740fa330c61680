import type { CatalogueTable } from './catalogue.ts';
import type { Stretch } from './gaps.ts';
import { RowShape } from './recovery.ts';
import { behind, RowFollow } from './row-follow.ts';
import type { RowScanner } from './row-scanner.ts';
import { kindOf } from './table-definition.ts';
import { kind } from './value-writer.ts';

/** Where the rows of an INSERT will go, before the sink has opened the table. */
export interface InsertPlan {
  readonly table: CatalogueTable;
  readonly columns: readonly string[];
  /** Per column, see `kind`. */
  readonly kinds: Uint8Array;
  readonly shape: RowShape;
}

/** The columns that `count` values are for, `listed` being the statement's own list. */
export function planOf(
  table: CatalogueTable,
  listed: readonly string[] | null,
  count: number,
): InsertPlan {
  const columns = listed ?? impliedColumns(table, count);
  const { columns: declared } = table.definition;
  const types = new Map(declared.map(({ name, type }) => [name.toLowerCase(), type]));
  const kinds = Uint8Array.from(columns, (name) => {
    const type = types.get(name.toLowerCase());
    return type === undefined ? kind.text : kindOf(type);
  });
  const key = columns.join('\0');
  const shape = table.shapes.get(key) ?? new RowShape(columns.length);
  table.shapes.set(key, shape);
  return { table, columns, kinds, shape };
}

/**
 * The columns of an INSERT without a list: all, or those that take values when the rows have just
 * as many; invented names where nothing declares the table.
 */
function impliedColumns(table: CatalogueTable, count: number): readonly string[] {
  const { columns } = table.definition;
  if (!table.declared) return Array.from({ length: count }, (_, i) => `column_${i + 1}`);
  const explicit = columns.filter(({ implicit }) => !implicit);
  return (explicit.length === count ? explicit : columns).map(({ name }) => name);
}

const sample_rows_max = 8;
const sample_tries_max = 64;

/**
 * How many values most of the first rows from `rows` on have, so that a damaged first row does not
 * decide; 1 when none can be read, null when more bytes are needed.
 */
export function commonCount(scanner: RowScanner, stretch: Stretch, rows: number): number | null {
  const { bytes, to, final } = stretch;
  const follow = new RowFollow();
  const counts = new Map<number, number>();
  let sampled = 0;
  let at = rows;
  for (let tries = 0; tries < sample_tries_max && sampled < sample_rows_max; tries += 1) {
    const scan = scanner.scan(bytes, at, to);
    if (scan === 'incomplete') {
      if (!final && sampled === 0) return null;
      break;
    }
    if (scan === 'row') {
      counts.set(scanner.count, (counts.get(scanner.count) ?? 0) + 1);
      sampled += 1;
      follow.look(stretch, scanner.next, ';');
      if (follow.what !== behind.row) break;
      at = follow.at;
    } else {
      at = bytes.indexOf(0x28, at + 1);
      if (at < 0 || at >= to) break;
    }
  }
  let best = 1;
  for (const [count, times] of counts) if (times > (counts.get(best) ?? 0)) best = count;
  return best;
}
