import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDb } from '../src/engine/duckdb.ts';
import { loadPack } from '../src/packs/load-packs.ts';
import { missingNeeds } from '../src/provisions/needs.ts';
import { runProvisions } from '../src/provisions/run.ts';
import { attachPackData, writePackData } from './pack-data.ts';
import { byHand } from './pack-peer.ts';
import { seconds } from './timing.ts';

const as_of = '2026-01-15';

/** Every provision of cn that these tables can decide, against the same questions by hand. */
export async function benchPack(print: (line: string) => void, orders = 10_000_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  const engine = await DuckDb.open({ temporary_directory: folder });
  try {
    await writePackData(engine, folder, orders);
    const tables = await attachPackData(engine, folder, orders);
    const pack = await loadPack(new URL('../packs/cn', import.meta.url).pathname);
    const asked = pack.provisions.filter(
      (one) =>
        one.id in byHand &&
        one.in_force.from <= as_of &&
        missingNeeds(one, { tables, currency: 'CNY' }).length === 0,
    );
    const context = {
      as_of,
      time_zone: 'Asia/Shanghai',
      tables,
      currency: 'CNY',
      input_digests: [],
    };
    let found = 0;
    const ours_s = await seconds(async () => {
      found = (await runProvisions(engine, asked, context)).findings.length;
    });
    let rows = 0;
    const hand_s = await seconds(async () => {
      for (const { id } of asked) {
        for (const sql of byHand[id] ?? []) rows += (await engine.rows(sql)).length;
      }
    });
    const millions = (orders / 1e6).toFixed(0);
    print(
      `pack       ${asked.length} provisions of cn over ${millions} M orders: ` +
        `${ours_s.toFixed(1)} s, ${(ours_s / hand_s).toFixed(2)}x of hand-written SQL ` +
        `(${hand_s.toFixed(1)} s; bar 1.5x); findings ${found}, rows by hand ${rows}`,
    );
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
