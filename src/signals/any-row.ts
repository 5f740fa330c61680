import type { ScanSite } from '../engine/scan-site.ts';

/** Whether a table has any such row. */
export async function anyRow({ engine }: ScanSite, table: string, where: string): Promise<boolean> {
  const rows = await engine.rows(`SELECT 1 AS one FROM ${table} WHERE ${where} LIMIT 1`);
  return rows.length > 0;
}
