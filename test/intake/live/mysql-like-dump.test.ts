import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWriter } from '../../../src/cli/folder-writer.ts';
import { DuckDb, sqlText } from '../../../src/engine/duckdb.ts';
import { platforms } from '../../../src/generate/platforms.ts';
import { importInputs } from '../../../src/intake/import.ts';
import { importedTables } from '../../../src/model/tables.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { startMariadb } from '../../support/mariadb-server.ts';
import { tempFolder } from '../input/temp-folder.ts';

const without = process.env['POLYPRISM_WITHOUT_SERVERS'] === '1';

it.skipIf(without)('a mall read live gives the tables its dump gives', async () => {
  const folder = tempFolder();
  await platforms.sample.run({}, folderWriter(folder));
  const dump = join(folder, 'sample-mall.sql');
  const server = await startMariadb();
  const options = { person_key: new Uint8Array(32) };
  let live: Snapshot;
  try {
    await server.run(`CREATE DATABASE mall CHARACTER SET utf8mb4; USE mall;
      ${readFileSync(dump, 'utf8')}`);
    live = await importInputs([server.url('mall')], { ...options, directory: tempFolder() });
  } finally {
    await server.stop();
  }
  const dumped = await importInputs([dump], { ...options, directory: tempFolder() });
  expect(live.software).toEqual(dumped.software);
  expect(accountsOf(live)).toEqual(accountsOf(dumped));
  expect(live.data_until).toBe(dumped.data_until);
  const engine = await DuckDb.open();
  for (const table of importedTables()) {
    const [a, b] = [live, dumped].map(({ directory }) => {
      const file = sqlText(join(directory, `${table}.parquet`));
      return `SELECT * EXCLUDE (src_file, src_line) FROM read_parquet(${file})`;
    });
    const [differing] = await engine.rows(`SELECT count(*) AS n FROM
      ((${a} EXCEPT ALL ${b}) UNION ALL (${b} EXCEPT ALL ${a}))`);
    expect({ table, ...differing }).toEqual({ table, n: 0 });
  }
  engine.close();
});

function accountsOf({ raw_tables, tables }: Snapshot): unknown {
  return { raw: raw_tables.map((t) => [t.name, t.comment, t.primary_key, t.rows_read]), tables };
}
