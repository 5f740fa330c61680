import type { DuckDb } from '../engine/duckdb.ts';
import { scansHere } from '../engine/scan-site.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { IssueLog } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { LinkCutDecision } from '../model/link-cut.ts';
import type { NetworkSummary, TreeSummary } from '../model/network.ts';
import type { Tree } from './analyse-tree.ts';
import { listCandidates } from './candidates.ts';
import { writeExits } from './crossings/write-exits.ts';
import { serious_paid_minor, writePaidCrossings } from './crossings/write-paid-crossings.ts';
import { networkGrowth } from './growth/network-growth.ts';
import type { SqlForestChoice } from './grow-tree.ts';
import { countLateParents, noteRepairs } from './repair-issues.ts';
import { dropNumbers, makeTrees } from './make-trees.ts';
import { identifyPersons } from './persons/identify-persons.ts';
import { noteIdleCuts } from './persons/note-idle-cuts.ts';
import { resolveCuts } from './persons/resolve-cuts.ts';
import { countTrees } from './profiles/count-trees.ts';
import { loadFacts } from './profiles/load-facts.ts';
import { listSchemes } from './schemes.ts';

export interface NetworkOptions {
  /** IANA zone in which an instant becomes a calendar date. */
  readonly time_zone: string;
  readonly candidates_max?: number;
  /** Sum paid below a member whose date is looked for; that of the 2013 opinions if absent. */
  readonly paid_minor?: number;
  /** Ties between accounts that somebody decided say nothing of persons. */
  readonly link_cuts?: readonly LinkCutDecision[];
  /** Where trees are not, or not only, to come from the kernels. */
  readonly forest?: SqlForestChoice;
  /** Where fees, commissions and links are brought down to members; here where absent. */
  readonly site?: ScanSite;
}

/**
 * Reads `member`, `sponsor_change`, `fee`, `commission` and `account_link`, computes every
 * recruitment tree there is, who is behind the accounts, and people and levels under every way of
 * counting; leaves `network_member`, `network_tree`, `network_count` and the tables of persons in
 * the engine, and sums the trees up. The placement tree exists where any member has a placement.
 */
export async function analyseNetwork(
  engine: DuckDb,
  options: NetworkOptions,
): Promise<NetworkSummary> {
  const issues = new IssueLog();
  const { forest, site = scansHere(engine) } = options;
  const made = await makeTrees(engine, options.time_zone, issues, { forest, site });
  const { members, trees, recalled, history } = made;
  const { joinedDay } = members;
  const dated = trees.map(({ name, memberNo, parentOfMember: parent }, i) => {
    const [tiedDay, past] = i === 0 ? [recalled.tiedDay, history] : [joinedDay, null];
    return { name, memberNo, parent, joinedDay, tiedDay, history: past };
  });
  const { time_zone, paid_minor = serious_paid_minor } = options;
  await writePaidCrossings(engine, dated, { time_zone, site, threshold_minor: paid_minor });
  await writeExits(engine, dated[0]!, { time_zone, site }, issues);
  const { cuts, applied } = await resolveCuts(site.engine, options.link_cuts ?? []);
  noteIdleCuts(applied, issues);
  const persons = await identifyPersons(engine, site, members.count, cuts);
  const facts = await loadFacts(engine, site, members.count);
  const counts = await countTrees(engine, trees, facts, persons);
  const summaries: TreeSummary[] = [];
  for (const [i, tree] of trees.entries()) {
    const known = { counts: counts.get(tree.name)!, growth: networkGrowth(dated[i]!) };
    summaries.push(await summarise(engine, tree, known, options, issues));
  }
  await dropNumbers(engine, trees);
  return {
    trees: summaries,
    persons: persons.known ? persons.persons : null,
    shared_contact_accounts: persons.known ? persons.merged_accounts : null,
    link_cuts: applied,
    history: history && { movers: history.movers, members: history.members.length },
    issues: issues.list(),
  };
}

async function summarise(
  engine: DuckDb,
  tree: Tree,
  { counts, growth }: Pick<TreeSummary, 'counts' | 'growth'>,
  options: NetworkOptions,
  issues: IssueLog,
): Promise<TreeSummary> {
  const { repairs, name } = tree;
  const [row] = await engine.rows(`SELECT roots, levels, candidates FROM network_tree
    WHERE tree = '${name}'`);
  const late = await countLateParents(engine, tree);
  await noteRepairs(engine, tree, late, issues);
  const most = options.candidates_max ?? limits.network_candidates_max;
  const candidates = await listCandidates(engine, tree, most);
  const all = Number(row?.['candidates'] ?? 0);
  if (candidates.length < all) {
    issues.add('network.candidates_truncated', { tree: name, shown: candidates.length, all });
  }
  const months = await engine.rows(`
    SELECT strftime(joined_on, '%Y-%m') AS month, count(*) AS members FROM network_member
    WHERE tree = '${name}' AND joined_on IS NOT NULL GROUP BY 1 ORDER BY 1`);
  return {
    name,
    members: tree.memberNo.length,
    roots: Number(row?.['roots'] ?? 0),
    levels: Number(row?.['levels'] ?? 0),
    people_per_level: tree.peoplePerLevel,
    self_parents: repairs.selfParents.length,
    missing_parents: repairs.missingParents.length,
    cycles: repairs.cuts.length,
    cycle_members: repairs.cycleMembers,
    late_parents: late,
    candidates,
    candidates_total: all,
    counts,
    joined_per_month: months.map((one) => ({
      month: String(one['month']),
      members: Number(one['members']),
    })),
    growth: growth ?? null,
    schemes: await listSchemes(engine, tree),
  };
}
