import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Finding, RawPlace } from '../model/provision.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isDerived, relationOf, tables } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';

const ids_per_query = 2_000;

/**
 * Adds to each finding where its subject stands in the raw files, so that anyone can look. A
 * finding about a member's place in the network points at the member; one about the data set as a
 * whole at nothing.
 */
export async function locateFindings(
  engine: SqlEngine,
  snapshot: Snapshot,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const places = new Map<TableName, Map<string, RawPlace>>();
  for (const [table, about] of Map.groupBy(findings, importedTableOf)) {
    if (table === null) continue;
    const ids = [...new Set(about.map(({ subject }) => subject.id))];
    places.set(table, await placesOf(engine, snapshot, table, ids));
  }
  return findings.map((finding) => {
    const table = importedTableOf(finding);
    const source = table === null ? null : (places.get(table)?.get(finding.subject.id) ?? null);
    return { ...finding, source };
  });
}

/** The imported table whose row the subject is; null where it is no row of one. */
function importedTableOf({ subject }: Finding): TableName | null {
  if (subject.table === 'data_set') return null;
  if (subject.table === 'network_member') return 'member';
  return isDerived(subject.table) ? null : subject.table;
}

async function placesOf(
  engine: SqlEngine,
  snapshot: Snapshot,
  table: TableName,
  ids: readonly string[],
): Promise<Map<string, RawPlace>> {
  const places = new Map<string, RawPlace>();
  const { key } = tables[table];
  if (key === null) return places;
  for (let from = 0; from < ids.length; from += ids_per_query) {
    const wanted = ids.slice(from, from + ids_per_query).map(sqlText);
    const rows = await engine.rows(
      `SELECT ${key} AS id, src_file, src_table, src_line FROM ${relationOf(table)}
       WHERE ${key} IN (${wanted.join(', ')})`,
    );
    for (const { id, src_file, src_table, src_line } of rows) {
      const file = snapshot.files[Number(src_file)]?.name;
      if (file === undefined) continue;
      const place = { file, table: String(src_table), line: Number(src_line) };
      places.set(String(id), place);
    }
  }
  return places;
}
