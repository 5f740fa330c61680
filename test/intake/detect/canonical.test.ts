import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqlText } from '../../../src/engine/duckdb.ts';
import { chooseMapping } from '../../../src/intake/detect/choose-mapping.ts';
import { writeCanonical } from '../../../src/intake/map/write-canonical.ts';
import { stageTables } from './synthetic.ts';
import type { System } from './system.ts';
import { systems } from './systems.ts';

interface Facts {
  readonly upline: (member: string) => Promise<unknown>;
  readonly sum: (what: string) => Promise<unknown>;
}

/** Detects, maps and hands over what arrived in the canonical tables. */
async function withFacts(system: System, look: (facts: Facts) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'polyprism-detect-'));
  const staged = await stageTables(system.tables);
  try {
    const { mapping } = await chooseMapping(staged, { adapters: [] });
    const options = { directory, person_key: new Uint8Array(32), file_names: ['x'] };
    await writeCanonical(staged, mapping, options);
    const file = (table: string): string =>
      `read_parquet(${sqlText(join(directory, `${table}.parquet`))})`;
    await look({
      upline: async (member) => {
        const rows = await staged.engine.rows(
          `SELECT recruiter_id AS up FROM ${file('member')} WHERE member_id = ${sqlText(member)}`,
        );
        return rows.map(({ up }) => up);
      },
      sum: async (what) => {
        const [table = '', column = ''] = what.replace('orders.', 'order.').split('.');
        const [row] = await staged.engine.rows(`SELECT sum(${column}) AS s FROM ${file(table)}`);
        return row?.['s'];
      },
    });
  } finally {
    staged.engine.close();
    await rm(directory, { recursive: true, force: true });
  }
}

describe('what arrives in the canonical tables', () => {
  for (const system of systems.filter(({ truth }) => truth.upline ?? truth.sums)) {
    it(system.name, async () => {
      await withFacts(system, async ({ upline, sum }) => {
        for (const [member, recruiter] of system.truth.upline ?? []) {
          expect(await upline(member), `recruiter of ${member}`).toEqual([recruiter]);
        }
        for (const [what, total] of Object.entries(system.truth.sums ?? {})) {
          expect(await sum(what), what).toBe(total);
        }
      });
    });
  }
});
