import type { DuckDb } from '../../engine/duckdb.ts';
import { countingLines, profileNames } from '../../model/counting.ts';
import type { Count, CountingProfile, TreeCounts } from '../../model/counting.ts';
import { compareText } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import type { Tree, TreeName } from '../analyse-tree.ts';
import type { Persons } from '../persons/identify-persons.ts';
import { bracketOf } from './bracket-of.ts';
import { byProfile, countsIn } from './counts-in.ts';
import { countProfiles } from './count-profiles.ts';
import type { AccountFacts } from './load-facts.ts';
import { gatherCounts, writeCounts } from './write-counts.ts';
import type { GatheredCounts } from './write-counts.ts';

type Whole = Pick<TreeCounts, 'whole' | 'needs'>;

/** Counts every tree under every profile and leaves `network_count` in the engine. */
export async function countTrees(
  engine: DuckDb,
  trees: readonly Tree[],
  facts: AccountFacts,
  persons: Persons,
): Promise<ReadonlyMap<TreeName, TreeCounts>> {
  const wholes = new Map<TreeName, Whole>();
  const gathered: GatheredCounts[] = [];
  for (const tree of trees) {
    const { whole, counts } = countTree(tree, facts, persons);
    wholes.set(tree.name, whole);
    gathered.push(counts);
  }
  await writeCounts(engine, gathered);
  const told = new Map<TreeName, TreeCounts>();
  for (const [tree, whole] of wholes) {
    const lines = await countLines(engine, tree);
    told.set(tree, { ...whole, lines, candidates: await candidateBrackets(engine, tree) });
  }
  return told;
}

function countTree(
  tree: Tree,
  facts: AccountFacts,
  persons: Persons,
): { whole: Whole; counts: GatheredCounts } {
  const { gathered, add } = gatherCounts(tree);
  const counts = profileNames.map((profile): [CountingProfile, Count | null] => [profile, null]);
  const wholes = new Map(counts);
  const needs = new Map(profileNames.map((profile): [string, string | null] => [profile, null]));
  for (const counted of countProfiles(tree, facts, persons)) {
    if ('needs' in counted) {
      needs.set(counted.profile, counted.needs);
      continue;
    }
    wholes.set(counted.profile, counted.whole);
    add(counted);
  }
  return {
    whole: {
      whole: bracketOf(byProfile(wholes)),
      needs: Object.fromEntries(needs) as TreeCounts['needs'],
    },
    counts: gathered,
  };
}

async function countLines(engine: DuckDb, tree: TreeName): Promise<TreeCounts['lines']> {
  const sums = countingLines.flatMap(({ people }) => [
    `count(*) FILTER (WHERE met_${people} = 'every') AS every_${people}`,
    `count(*) FILTER (WHERE met_${people} = 'some') AS some_${people}`,
  ]);
  const [row] = await engine.rows(`SELECT ${sums.join(', ')} FROM network_count
    WHERE tree = '${tree}'`);
  return countingLines.map(({ people, levels }) => ({
    people,
    levels,
    met_by_every: Number(row?.[`every_${people}`] ?? 0),
    met_by_some: Number(row?.[`some_${people}`] ?? 0),
  }));
}

/** Members who reach 30 people and 3 levels under any profile. */
async function candidateBrackets(
  engine: DuckDb,
  tree: TreeName,
): Promise<TreeCounts['candidates']> {
  const rows = await engine.rows(`SELECT * FROM network_count
    WHERE tree = '${tree}' AND met_30 <> 'none'
    ORDER BY met_30 = 'every', people_max DESC, levels_max DESC, member_id
    LIMIT ${limits.network_brackets_max}`);
  return rows
    .map((row) => ({ member_id: String(row['member_id']), ...bracketOf(countsIn(row)) }))
    .toSorted(
      (a, b) =>
        b.people.max - a.people.max ||
        b.levels.max - a.levels.max ||
        compareText(a.member_id, b.member_id),
    );
}
