import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureUnitCosts } from '../../src/cli/plan-run/measure-unit-costs.ts';
import { writeTrialSnapshot } from '../../src/cli/plan-run/trial-snapshot.ts';
import { ROWS_PER_ORDER } from '../../src/cost/phases-here.ts';
import { parseUnitCosts, unitCostNames } from '../../src/cost/unit-costs.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { loadPacks } from '../../src/packs/load-packs.ts';
import { root } from '../tidy/repository.ts';

describe('what is generated to be measured', () => {
  it('has the rows the model counts, all of one network', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'polyprism-test-'));
    const engine = await DuckDb.open();
    try {
      const size = { members: 1000, orders: 5000 };
      const { tables } = await writeTrialSnapshot(folder, size);
      const { member, listing, ...ofOrders } = tables;
      const rows = Object.values(ofOrders).reduce((sum, { read }) => sum + read, 0);
      expect(rows / size.orders).toBe(ROWS_PER_ORDER);
      expect([member?.read, listing?.read]).toEqual([1000, 100_000]);
      // Everybody who buys, recruits or earns is a member.
      const [strangers] = await engine.rows(`SELECT count(*) AS n FROM (
        SELECT buyer_id AS id FROM '${folder}/order.parquet'
        UNION ALL SELECT recruiter_id FROM '${folder}/member.parquet'
        UNION ALL SELECT beneficiary_id FROM '${folder}/commission.parquet') one
        WHERE id IS NOT NULL AND id NOT IN (SELECT member_id FROM '${folder}/member.parquet')`);
      expect(strangers?.['n']).toBe(0);
    } finally {
      engine.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe('unit costs measured here', () => {
  it('are all there are but those of Spark, as a sheet', async () => {
    const packs = await loadPacks([join(root, 'packs/cn')]);
    const size = { members: 1000, orders: 5000, forest_members: 20_000, disk_blocks: 2 };
    const sheet = await measureUnitCosts(size, packs);
    expect(parseUnitCosts(sheet)).toEqual(sheet);
    const elsewhere = unitCostNames.filter((name) => /spark/.test(name));
    const here = unitCostNames.filter((name) => !elsewhere.includes(name));
    // Some systems have no `dd` that reads past the cache.
    expect(Object.keys(sheet.costs)).toEqual(expect.arrayContaining(here.slice(1)));
    expect(elsewhere.filter((name) => name in sheet.costs)).toEqual([]);
  });
});
