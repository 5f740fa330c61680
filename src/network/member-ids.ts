import type { DuckDb } from '../engine/duckdb.ts';
import { writeColumns } from '../engine/columns.ts';

/** Ids of the source system for some member numbers. */
export async function memberIds(
  engine: DuckDb,
  numbers: ReadonlySet<number>,
): Promise<Map<number, string>> {
  await writeColumns(engine, 'network_wanted', { member_no: Int32Array.from(numbers) });
  const rows = await engine.rows(`SELECT m.member_no, m.member_id
    FROM network_wanted w JOIN member m ON m.member_no = w.member_no`);
  await engine.run('DROP TABLE network_wanted');
  return new Map(rows.map((row) => [Number(row['member_no']), String(row['member_id'])]));
}
