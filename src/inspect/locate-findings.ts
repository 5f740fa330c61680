import { sqlText } from '../engine/duckdb.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import type { Finding, RawPlace } from '../model/provision.ts';
import { isSupplied } from '../model/snapshot.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { importedTables, isDerived, relationOf, tables } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';

const ids_per_statement = 2_000;

/**
 * Adds to each finding where its subject stands in the raw files, or in which table in place under
 * which key, so that anyone can look. A finding about a member's place in the network points at the
 * member; one about the data set as a whole at nothing.
 */
export async function locateFindings(
  engine: DuckDb,
  site: ScanSite,
  snapshot: Snapshot,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const places = new Map<TableName, Map<string, RawPlace>>();
  for (const [table, about] of Map.groupBy(findings, importedTableOf)) {
    if (table === null) continue;
    if (snapshot.in_place === true) {
      places.set(table, placesInLake(snapshot, table, about));
      continue;
    }
    const ids = [...new Set(about.map(({ subject }) => subject.id))];
    places.set(table, await placesOf(engine, site, snapshot, table, ids));
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

/** A row of a table read in place has no line: its key says which it is. */
function placesInLake(
  { tables: accounts, files }: Snapshot,
  table: TableName,
  findings: readonly Finding[],
): Map<string, RawPlace> {
  const at = importedTables()
    .filter((one) => isSupplied(accounts, one))
    .indexOf(table);
  const file = files[at]?.name;
  const { key } = tables[table];
  if (file === undefined || key === null) return new Map();
  return new Map(findings.map(({ subject }) => [subject.id, { file, table, line: null, key }]));
}

/** One scan of the table; of rows with one id the last is told. */
async function placesOf(
  engine: DuckDb,
  site: ScanSite,
  snapshot: Snapshot,
  table: TableName,
  ids: readonly string[],
): Promise<Map<string, RawPlace>> {
  const places = new Map<string, RawPlace>();
  const { key } = tables[table];
  if (key === null) return places;
  await engine.run('CREATE TEMP TABLE pp_place (id VARCHAR)');
  for (let from = 0; from < ids.length; from += ids_per_statement) {
    const some = ids.slice(from, from + ids_per_statement).map((id) => `(${sqlText(id)})`);
    await engine.run(`INSERT INTO pp_place VALUES ${some.join(', ')}`);
  }
  await site.lay('pp_place');
  const found = await site.reduce(
    'pp_place_found',
    `SELECT t.${key} AS id, t.src_file, t.src_table, t.src_line
     FROM ${relationOf(table)} t JOIN pp_place p ON p.id = t.${key}`,
  );
  const rows = await engine.rows(`SELECT * FROM ${found}
    ORDER BY id, src_file, src_table, src_line`);
  await site.clear('pp_place');
  for (const { id, src_file, src_table, src_line } of rows) {
    const file = snapshot.files[Number(src_file)]?.name;
    if (file === undefined) continue;
    places.set(String(id), { file, table: String(src_table), line: Number(src_line) });
  }
  return places;
}
