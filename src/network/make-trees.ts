import type { DuckDb } from '../engine/duckdb.ts';
import { scansHere } from '../engine/scan-site.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import type { IssueLog } from '../model/issue.ts';
import type { Tree } from './analyse-tree.ts';
import { UNKNOWN_DAY } from './forest.ts';
import { growTree } from './grow-tree.ts';
import type { SqlForestChoice } from './grow-tree.ts';
import type { History } from './history/replay-history.ts';
import { recallHistory } from './history/recall-history.ts';
import type { Recalled } from './history/recall-history.ts';
import { loadMembers } from './load-members.ts';
import type { Members } from './load-members.ts';
import { loadMoney } from './load-money.ts';
import { numbersOf, writeNumbers, writeTables } from './write-tables.ts';

/** The trees as arrays; `network_member`, `network_tree` and each tree's numbers are written. */
export interface MadeTrees {
  readonly members: Members;
  /** Sponsor first, then placement where any member has one. */
  readonly trees: readonly Tree[];
  readonly recalled: Recalled;
  readonly history: History | null;
}

/** Computes every recruitment tree there is and leaves its tables and numbers in the engine. */
export async function makeTrees(
  engine: DuckDb,
  time_zone: string,
  issues: IssueLog,
  { forest, site = scansHere(engine) }: { forest?: SqlForestChoice; site?: ScanSite } = {},
): Promise<MadeTrees> {
  const members = await loadMembers(engine, time_zone);
  const money = await loadMoney(engine, site, members.count);
  const { joinedDay, placement } = members;
  const recalled = await recallHistory(engine, members, time_zone, issues);
  const { tiedDay } = recalled;
  const sponsor = { name: 'sponsor', parent: members.sponsor, joinedDay, tiedDay, money } as const;
  const trees = [await growTree(engine, sponsor, forest)];
  const history = await recalled.applyTo(trees[0]!);
  // The date of binding is that of the sponsor; a place in the second tree is taken on joining.
  if (placement) {
    const places = {
      ...sponsor,
      name: 'placement',
      parent: placement,
      tiedDay: joinedDay,
    } as const;
    trees.push(await growTree(engine, places, forest));
  }

  const unknown = joinedDay.reduce((sum, day) => sum + (day === UNKNOWN_DAY ? 1 : 0), 0);
  if (unknown > 0) issues.add('network.unknown_join_dates', {}, undefined, unknown);
  for (const tree of trees) await writeNumbers(engine, tree);
  await writeTables(engine, trees);
  return { members, trees, recalled, history };
}

/** Drops the numbers, which nothing needs once all tables are made. */
export async function dropNumbers(engine: DuckDb, trees: readonly Tree[]): Promise<void> {
  for (const tree of trees) await engine.run(`DROP TABLE ${numbersOf(tree)}`);
}
