import { sqlName } from '../../engine/duckdb.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import type { ScanSite } from '../../engine/scan-site.ts';
import { numbersSql } from '../../intake/map/number-members.ts';
import { isSupplied } from '../../model/snapshot.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { columnsOf, relationOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { lakeRelation } from './survey-table.ts';

/** What is read here beside members, all where no columns are named: docs/how-to/spark.md. */
const readHere: readonly {
  readonly table: TableName;
  readonly columns?: readonly string[];
  readonly where?: string;
}[] = [
  { table: 'sponsor_change' },
  { table: 'plan' },
  { table: 'plan_rule' },
  {
    table: 'listing',
    columns: ['listing_id', 'title', 'claims'],
    where: 'title IS NOT NULL OR claims IS NOT NULL',
  },
  {
    table: 'content',
    columns: ['content_id', 'live_session_id', 'starts_ms', 'ends_ms', 'body'],
    where: 'body IS NOT NULL',
  },
];

/**
 * Brings what kernels, plans and texts need of tables that lie before the site's engine to DuckDB,
 * under their relation names; members get their numbers there and here.
 */
export async function bringDown(
  duckdb: DuckDb,
  site: ScanSite,
  tables: Snapshot['tables'],
): Promise<void> {
  if (isSupplied(tables, 'member')) await numberMembers(duckdb, site);
  for (const { table, columns, where } of readHere) {
    if (!isSupplied(tables, table)) continue;
    const names = (columns ?? [...columnsOf(table).keys()]).map(sqlName).join(', ');
    const some = where === undefined ? '' : `WHERE ${where}`;
    const found = await site.reduce(
      `pp_lake_${table}`,
      `SELECT ${names} FROM ${sqlName(lakeRelation(table))} ${some}`,
    );
    await duckdb.run(`CREATE VIEW ${sqlName(relationOf(table))} AS SELECT * FROM ${found}`);
  }
}

/**
 * A number for each member in joining order takes a sort in one place, which is here; members with
 * their numbers are a table of the site, in the order of them.
 */
async function numberMembers(duckdb: DuckDb, site: ScanSite): Promise<void> {
  const member = lakeRelation('member');
  const keys = await site.reduce('pp_number_key', `SELECT member_id, joined_at FROM ${member}`);
  await duckdb.run(`CREATE TEMP TABLE pp_number AS ${numbersSql(keys)}`);
  await site.lay('pp_number');
  const numbers: Readonly<Record<string, string>> = {
    member_no: 'own.no',
    recruiter_no: 'CASE WHEN m.recruiter_id IS NOT NULL THEN coalesce(up.no, -1) END',
    placement_no: 'CASE WHEN m.placement_id IS NOT NULL THEN coalesce(sits.no, -1) END',
  };
  const columns = [...columnsOf('member').keys()].map((name) => {
    return `${numbers[name] ?? `m.${sqlName(name)}`} AS ${sqlName(name)}`;
  });
  await site.make(
    relationOf('member'),
    `SELECT ${columns.join(', ')} FROM ${member} AS m
     JOIN pp_number AS own ON own.id = m.member_id
     LEFT JOIN pp_number AS up ON up.id = m.recruiter_id
     LEFT JOIN pp_number AS sits ON sits.id = m.placement_id
     ORDER BY own.no`,
  );
  await site.clear('pp_number');
}
