import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDb, sqlName, sqlText } from '../../src/engine/duckdb.ts';
import { markets } from '../../src/generate/lawful/markets/market.ts';
import type { Market } from '../../src/generate/lawful/markets/market.ts';
import type { FilledTable } from '../../src/generate/lawful/row.ts';
import { filledColumns } from '../../src/generate/lawful/write-rows.ts';
import { judge } from '../../src/inspect/judge.ts';
import type { ColumnType } from '../../src/model/table-shape.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { relationOf, sqlTypeOf } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';
import type { Pack } from '../../src/model/provision.ts';

type Judged = Awaited<ReturnType<typeof judge>>;

/**
 * Judges an export in canonical names without the intake: the files are cast column by column and
 * nothing is cleaned. Quicker, and a second way to the same findings.
 */
export async function judgedDirectly(
  files: ReadonlyMap<string, string>,
  folder: string,
  packs: readonly Pack[],
  as_of: string,
  { time_zone, currency, utc }: Market = markets.cn,
): Promise<Judged> {
  mkdirSync(folder, { recursive: true });
  const engine = await DuckDb.open({});
  try {
    const tables: Partial<Record<TableName, Snapshot['tables'][TableName]>> = {};
    for (const [name, text] of files) {
      const table = name.replace('.csv', '') as FilledTable;
      const path = join(folder, name);
      writeFileSync(path, text);
      await engine.run(`CREATE TABLE ${relationOf(table)} AS ${selectOf(table, path, utc)}`);
      const [row] = await engine.rows(`SELECT count(*) AS n FROM ${relationOf(table)}`);
      const columns_present = filledColumns(table).map(([column]) => column);
      tables[table] = { read: Number(row!['n']), refused: 0, columns_present };
    }
    await engine.run(`CREATE OR REPLACE TABLE member AS SELECT m.*,
      coalesce(up.member_no, CASE WHEN m.recruiter_id IS NULL THEN NULL ELSE -1 END)
        AS recruiter_no, CAST(NULL AS BIGINT) AS placement_no
      FROM member m LEFT JOIN member up ON up.member_id = m.recruiter_id ORDER BY m.member_no`);
    await analyseNetwork(engine, { time_zone });
    const context = { as_of, time_zone, tables, currency };
    return await judge(engine, packs, { ...context, input_digests: [] });
  } finally {
    engine.close();
  }
}

function selectOf(table: FilledTable, path: string, utc: boolean): string {
  const columns = filledColumns(table).map(
    ([name, { type }]) => `${valueSql(sqlName(name), type, utc)} AS ${sqlName(name)}`,
  );
  columns.push('CAST(0 AS BIGINT) AS src_file', 'CAST(NULL AS VARCHAR) AS src_table');
  columns.push('row_number() OVER () AS src_line');
  if (table === 'member') {
    columns.push('row_number() OVER (ORDER BY joined_at, member_id) - 1 AS member_no');
  }
  return `SELECT ${columns.join(', ')}
    FROM read_csv(${sqlText(path)}, header = true, all_varchar = true, nullstr = '')`;
}

function valueSql(column: string, type: ColumnType, utc: boolean): string {
  if (type === 'instant') {
    // Those of China are written by its clock, all others in UTC.
    return `CAST(rtrim(${column}, 'Z') AS TIMESTAMP) - INTERVAL ${utc ? 0 : 8} HOUR`;
  }
  if (type === 'bool') return `${column} = '1'`;
  if (type === 'text') return `CASE WHEN ${column} = '(none)' THEN '' ELSE ${column} END`;
  return `CAST(${column} AS ${sqlTypeOf(type)})`;
}
