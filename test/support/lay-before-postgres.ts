import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlName, sqlText } from '../../src/engine/duckdb.ts';
import type { DuckDb } from '../../src/engine/duckdb.ts';
import type { SqlEngine } from '../../src/engine/sql-engine.ts';
import type { Provision } from '../../src/model/provision.ts';
import type { ColumnType } from '../../src/model/table-shape.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { tablesRead } from '../../src/provisions/derive.ts';

/** Settings of a server for this: it holds most of the tables, and nothing else runs beside. */
export const roomy = ['shared_buffers=256MB', 'autovacuum=off'];

/** Joins and groups of hundreds of thousands of orders stay in memory, on one processor. */
const settings = [
  "work_mem = '64MB'",
  "maintenance_work_mem = '64MB'",
  'max_parallel_workers_per_gather = 0',
];

/** Copies the tables that provisions read, with the columns they declare, and the calendar. */
export async function layBeforePostgres(
  duckdb: DuckDb,
  asked: readonly Provision[],
  postgres: SqlEngine,
): Promise<void> {
  for (const setting of settings) await postgres.run(`SET ${setting}`);
  const folder = await mkdtemp(join(tmpdir(), 'polyprism-to-postgres-'));
  // The server is another user.
  await chmod(folder, 0o755);
  try {
    const copy = async (relation: string, columns: readonly Laid[]): Promise<void> => {
      const file = sqlText(join(folder, `${relation}.csv`));
      const names = columns.map(({ name }) => sqlName(name)).join(', ');
      await duckdb.run(`COPY (SELECT ${names} FROM ${sqlName(relation)}) TO ${file}
        (FORMAT csv, HEADER false)`);
      const typed = columns.map(({ name, type }) => `${sqlName(name)} ${type}`).join(', ');
      await postgres.run(`BEGIN; CREATE UNLOGGED TABLE ${sqlName(relation)} (${typed});
        COPY ${sqlName(relation)} FROM ${file} (FORMAT csv, FREEZE); COMMIT`);
      for (const { name, indexed } of columns) {
        if (indexed) await postgres.run(`CREATE INDEX ON ${sqlName(relation)} (${sqlName(name)})`);
      }
    };
    for (const table of tablesRead(asked)) await copy(relationOf(table), columnsRead(table, asked));
    await copy('pp_calendar_day', calendar);
    await postgres.run('ANALYZE');
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Laid {
  readonly name: string;
  readonly type: string;
  readonly indexed: boolean;
}

const calendar: readonly Laid[] = [
  { name: 'pp_calendar', type: typeThere('text'), indexed: false },
  { name: 'pp_day', type: 'DATE', indexed: true },
  { name: 'pp_working_no', type: 'BIGINT', indexed: true },
  { name: 'pp_next_working', type: 'DATE', indexed: false },
];

/** The columns declared of a table, all where none is; a statement that reads another fails. */
function columnsRead(table: TableName, asked: readonly Provision[]): readonly Laid[] {
  const reads = asked.flatMap((one) => one.reads.filter((read) => read.table === table));
  const wanted = new Set(reads.flatMap(({ required, optional }) => [...required, ...optional]));
  return [...columnsOf(table)]
    .filter(([name]) => wanted.size === 0 || wanted.has(name))
    .map(([name, { type }]) => ({ name, type: typeThere(type), indexed: type === 'id' }));
}

/** Text is in the order of its code points, whatever the locale of the database. */
function typeThere(type: ColumnType): string {
  if (type === 'double') return 'DOUBLE PRECISION';
  return sqlTypeOf(type) === 'VARCHAR' ? 'VARCHAR COLLATE "C"' : sqlTypeOf(type);
}
