import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sqlText } from '../../engine/duckdb.ts';
import type { Inspection } from '../../inspect/inspect.ts';
import { writeTreeExplorers } from '../../inspect/network-explorer.ts';
import { judgeable } from '../../inspect/snapshot-file.ts';
import type { TableName } from '../../model/tables.ts';
import type { LeftNetwork } from '../../server/network/left-network.ts';

/** Derived tables that are asked about members, in the order in which they are looked up. */
const tables: readonly TableName[] = ['network_member', 'network_count', 'network_paid_crossing'];

/**
 * Leaves in a folder what the server answers about the network: each tree laid out, what was
 * worked out of each member, and `network.json`, written last.
 */
export async function leaveNetwork(
  { report, snapshot, engine }: Inspection,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const table of tables) {
    const path = join(folder, `${table}.parquet`);
    // In order, and in small groups: who asks about one member reads one group.
    await engine.run(`COPY (SELECT * FROM ${table} ORDER BY tree, member_id)
      TO ${sqlText(path)} (FORMAT parquet, ROW_GROUP_SIZE 20480)`);
  }
  const known = report.network.trees.filter(({ members }) => members > 0);
  if (known.length > 0) {
    await writeTreeExplorers(judgeable(snapshot), (tree) => async (name, bytes) => {
      signal.throwIfAborted();
      const path = join(folder, tree, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(path, bytes);
    });
  }
  const left: LeftNetwork = {
    currency: report.money.currency,
    persons: report.network.persons,
    trees: known.map(({ name, roots, levels, people_per_level, counts, growth, ...tree }) => ({
      name,
      members: tree.members,
      roots,
      levels,
      people_per_level,
      candidates: tree.candidates_total ?? tree.candidates.length,
      counts: { whole: counts.whole, needs: counts.needs, lines: counts.lines },
      joined_per_month: tree.joined_per_month,
      growth: growth ?? null,
    })),
  };
  await writeFile(join(folder, 'network.json'), JSON.stringify(left), { mode: 0o600 });
}
