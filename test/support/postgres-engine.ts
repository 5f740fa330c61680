import { Client, types } from 'pg';
import type { SqlEngine, SqlRow } from '../../src/engine/sql-engine.ts';
import type { EvidenceValue } from '../../src/model/provision.ts';

/** A PostgreSQL connection as a `SqlEngine`: the second reading of every provision. */
export async function openPostgres(url: string): Promise<SqlEngine & { end(): Promise<void> }> {
  const client = new Client({ connectionString: url, types: { getTypeParser: parserOf } });
  await client.connect();
  await client.query("SET TimeZone = 'UTC'");
  const version = await client.query('SHOW server_version');
  return {
    name: 'postgres',
    version: String(version.rows[0]?.['server_version']),
    dialect: 'postgres',
    run: async (sql) => {
      await client.query(sql);
    },
    rows: async (sql) => (await client.query<SqlRow>(sql)).rows,
    close: () => undefined,
    end: async () => await client.end(),
  };
}

/** Values as `SqlEngine` promises them: whole numbers as numbers, days and instants as text. */
function parserOf(oid: number): (text: string) => EvidenceValue {
  switch (oid) {
    case types.builtins.BOOL:
      return (text) => text === 't';
    case types.builtins.INT2:
    case types.builtins.INT4:
    case types.builtins.INT8:
    case types.builtins.NUMERIC:
    case types.builtins.FLOAT8:
      return (text) =>
        Number.isSafeInteger(Number(text)) || text.includes('.') ? Number(text) : text;
    case types.builtins.TIMESTAMP:
      return (text) => `${text.replace(' ', 'T')}Z`;
    default:
      return (text) => text;
  }
}
