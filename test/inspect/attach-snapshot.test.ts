import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTable } from '../../src/engine/create-table.ts';
import { DuckDb, sqlText } from '../../src/engine/duckdb.ts';
import { attachSnapshot } from '../../src/inspect/attach-snapshot.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { columnsOf, importedTables, relationOf } from '../../src/model/tables.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';
import { inFolder } from '../support/inspected.ts';

type Attached = (engine: DuckDb, snapshot: Pick<Snapshot, 'directory' | 'tables'>) => Promise<void>;

/** A snapshot of one member, as made before there was a table of changes of upline. */
async function withOldSnapshot(work: Attached): Promise<void> {
  await inFolder(async (directory) => {
    const maker = await DuckDb.open();
    const tables: Record<string, Snapshot['tables'][keyof Snapshot['tables']]> = {};
    for (const name of importedTables().filter((one) => one !== 'sponsor_change')) {
      await createTable(maker, name);
      if (name === 'member') {
        await maker.run(`INSERT INTO member (member_no, member_id, joined_at)
          VALUES (0, 'A', '2024-01-01')`);
      }
      const path = sqlText(join(directory, `${name}.parquet`));
      await maker.run(`COPY ${relationOf(name)} TO ${path} (FORMAT parquet)`);
      tables[name] = { read: name === 'member' ? 1 : 0, refused: 0, columns_present: [] };
    }
    maker.close();
    const engine = await DuckDb.open();
    try {
      await work(engine, { directory, tables });
    } finally {
      engine.close();
    }
  });
}

it('reads a table newer than the snapshot as one without rows', async () => {
  await withOldSnapshot(async (engine, snapshot) => {
    await attachSnapshot(engine, snapshot);
    const columns = await engine.rows('DESCRIBE sponsor_change');
    expect(columns.map((row) => row['column_name'])).toEqual([
      ...columnsOf('sponsor_change').keys(),
    ]);
    expect(await engine.rows('SELECT * FROM sponsor_change')).toEqual([]);
    const network = await analyseNetwork(engine, { time_zone: 'Asia/Shanghai' });
    expect(network.trees[0]).toMatchObject({ members: 1 });
  });
});

it('does not take a file that is gone for an empty table', async () => {
  await withOldSnapshot(async (engine, { directory, tables }) => {
    const account = { read: 3, refused: 0, columns_present: [] };
    const lost = attachSnapshot(engine, {
      directory,
      tables: { ...tables, sponsor_change: account },
    });
    await expect(lost).rejects.toThrow('sponsor_change.parquet');
  });
});
