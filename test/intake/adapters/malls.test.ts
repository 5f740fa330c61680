import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DuckDb, sqlText } from '../../../src/engine/duckdb.ts';
import type { SqlRow } from '../../../src/engine/sql-engine.ts';
import { importInputs } from '../../../src/intake/import.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import type { TableName } from '../../../src/model/tables.ts';

/** A folder with install dumps of public mall software; they are no part of the repository. */
const folder = process.env['POLYPRISM_MALLS'];

interface Imported {
  readonly snapshot: Snapshot;
  readonly rows: (table: TableName, select: string) => Promise<SqlRow[]>;
}

/** Imports dumps of the folder and hands the snapshot to a check. */
async function withMall(
  files: readonly string[],
  check: (imported: Imported) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'polyprism-mall-'));
  const engine = await DuckDb.open();
  try {
    const paths = files.map((file) => join(folder ?? '', file));
    const snapshot = await importInputs(paths, { directory, person_key: Buffer.from('key') });
    const rows: Imported['rows'] = (table, select) => {
      const file = sqlText(join(directory, `${table}.parquet`));
      return engine.rows(`SELECT ${select} FROM read_parquet(${file})`);
    };
    await check({ snapshot, rows });
  } finally {
    engine.close();
    rmSync(directory, { recursive: true });
  }
}

/** Issues that would mean an adapter names something its schema does not have or hold. */
function complaints({ issues }: Snapshot): string[] {
  return issues
    .filter(({ code }) => code.startsWith('mapping.') || code.startsWith('plan.'))
    .map(({ code, params }) => `${code} ${JSON.stringify(params)}`);
}

describe.skipIf(folder === undefined)('install dumps of mall software', () => {
  it('reads the demo orders of CRMEB Java to the cent', async () => {
    await withMall(['crmeb-java-1.4.sql'], async ({ snapshot, rows }) => {
      expect(snapshot.software.family).toBe('crmeb');
      expect(complaints(snapshot)).toEqual([]);
      const select = `count(*) AS n, count_if(paid) AS paid, sum(paid_minor) AS total,
        count_if(refund_status <> 'none') AS refunds`;
      expect(await rows('order', select)).toEqual([
        { n: 45, paid: 26, total: 1_059_555, refunds: 10 },
      ]);
    });
  });

  it('reads the bounty for recruits and two levels out of the settings of CRMEB PHP', async () => {
    await withMall(['crmeb-php-2023-04.sql'], async ({ snapshot, rows }) => {
      expect(snapshot.software.family).toBe('crmeb');
      expect(complaints(snapshot)).toEqual([]);
      expect(await rows('plan', 'levels_paid')).toEqual([{ levels_paid: 2 }]);
      expect(await rows('plan_rule', 'base, depth, rate, amount_minor')).toEqual([
        { base: 'headcount', depth: 1, rate: null, amount_minor: 200 },
        { base: 'downline_sale', depth: 1, rate: 0.1, amount_minor: null },
        { base: 'downline_sale', depth: 2, rate: 0.05, amount_minor: null },
      ]);
    });
  });

  it('reads the ranks of likeshop', async () => {
    const files = ['likeshop.sql', 'likeshop-demo-rows.sql'];
    await withMall(files, async ({ snapshot, rows }) => {
      expect(snapshot.software.family).toBe('likeshop');
      expect(complaints(snapshot)).toEqual([]);
      expect(await rows('plan_rule', 'depth, rate')).toEqual([
        { depth: 1, rate: 0.2 },
        { depth: 2, rate: 0.1 },
      ]);
    });
  });
});
