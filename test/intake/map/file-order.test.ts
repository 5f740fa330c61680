import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DuckDb, sqlText } from '../../../src/engine/duckdb.ts';
import { writeCanonical } from '../../../src/intake/map/write-canonical.ts';
import { mappingOf, personKey } from './stage-tables.ts';

/** Several row groups of the engine, which its threads take one at a time. */
const rows = 600_000;

/**
 * A contact is compared with a list of placeholders. The engine makes a join of a list that long,
 * and a join forgets the order, which decides which of two rows of one key was first.
 */
it(`keeps the order of the file, ${rows} rows long`, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'polyprism-order-'));
  const engine = await DuckDb.open({ threads: 4 });
  try {
    await engine.run(`CREATE TABLE raw_user AS
      SELECT CAST(i AS VARCHAR) AS uid, CAST(19900000000 + i AS VARCHAR) AS phone,
        0 AS _file, CAST(i + 1 AS BIGINT) AS _line, CAST(i AS BIGINT) AS _row
      FROM range(${rows}) AS r(i) ORDER BY i`);
    const columns = [{ name: 'uid' }, { name: 'phone' }];
    const stage = { engine, tables: [{ name: 'user', relation: 'raw_user', columns }] };
    const link = {
      table: 'account_link' as const,
      from: 'user',
      requires: ['link_key'],
      columns: {
        member_id: { column: 'uid' },
        kind: { value: 'phone' },
        link_key: { column: 'phone', as: 'pseudonym' as const },
      },
    };
    await writeCanonical(stage, mappingOf(link), {
      directory,
      person_key: personKey,
      file_names: ['dump.sql'],
    });
    const file = sqlText(join(directory, 'account_link.parquet'));
    const [found] = await engine.rows(`
      SELECT count(*) AS n, count_if(CAST(member_id AS BIGINT) <> file_row_number) AS moved
      FROM read_parquet(${file}, file_row_number = true)`);
    expect(found).toEqual({ n: rows, moved: 0 });
  } finally {
    engine.close();
    rmSync(directory, { recursive: true });
  }
});
