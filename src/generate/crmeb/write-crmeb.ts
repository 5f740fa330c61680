import { dumpFooter, dumpHeader, dumpTable } from '../mysql-dump.ts';
import type { DumpRow, DumpTable } from '../mysql-dump.ts';
import type { PlatformWriter } from '../platform-writer.ts';
import * as memberTables from './member-tables.ts';
import * as orderTables from './order-tables.ts';
import * as promotionTables from './promotion-tables.ts';
import * as shopTables from './shop-tables.ts';

const { emptyTables, ...shops } = shopTables;

/** Every table of the dump, in the order of their names, as mysqldump writes them. */
const allTables: readonly DumpTable[] = [
  ...Object.values(memberTables),
  ...Object.values(orderTables),
  ...Object.values(promotionTables),
  ...Object.values(shops),
  ...emptyTables,
].toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Rows by table; a table without an entry is declared and empty. */
export type CrmebRows = Readonly<Record<string, Iterable<DumpRow>>>;

/** Writes a whole CRMEB database as one dump. Returns the rows of each table that has any. */
export async function writeCrmeb(
  writer: PlatformWriter,
  name: string,
  rows: CrmebRows,
): Promise<Record<string, number>> {
  const file = writer.file(name);
  await dumpHeader(file, 'shop');
  const written: Record<string, number> = {};
  for (const table of allTables) {
    const count = await dumpTable(file, table, rows[table.name] ?? []);
    if (count > 0) written[table.name] = count;
  }
  await dumpFooter(file);
  return written;
}
