import type { SqlEngine } from '../engine/sql-engine.ts';
import type {
  Annex,
  Appraisal,
  AppraisedTree,
  CaseFacts,
  StatedMember,
} from '../model/appraisal.ts';
import { PolyprismError } from '../model/issue.ts';
import type { TreeSummary } from '../model/network.ts';
import type { Pack } from '../model/provision.ts';
import type { Report } from '../model/report.ts';
import { statedMember } from './stated-member.ts';
import { twoSides } from './two-sides.ts';
import { verdictSheets } from './verdict-sheets.ts';

/** Largest candidates that get a sheet where nobody is named. */
const candidates_max = 10;

export interface AppraiseOptions {
  readonly packs: readonly Pack[];
  /** Members to state; the largest candidates where none is named. */
  readonly members: readonly string[];
  readonly facts: CaseFacts | null;
  /** SHA-256 of report.json of the inspection. */
  readonly report_sha256: string;
  readonly annexes: readonly Annex[];
}

/**
 * What an inspection established, in the shape of an expert report. `engine` has the tables of the
 * inspection, derived ones included. Throws `network.unknown_member`.
 */
export async function appraise(
  engine: SqlEngine,
  report: Report,
  options: AppraiseOptions,
): Promise<Appraisal> {
  const sheets: StatedMember[] = [];
  for (const member of membersToState(report, options.members)) {
    const found = await statedMember(
      engine,
      member,
      (table) => (report.tables[table]?.read ?? 0) > 0,
    );
    if (found.length === 0) throw new PolyprismError('network.unknown_member', { member });
    sheets.push(...found);
  }
  return {
    schema: 'polyprism.appraisal/1',
    as_of: report.as_of,
    facts: options.facts,
    asked: { members: options.members },
    money: report.money,
    materials: report.files,
    raw_tables: report.raw_tables,
    tables: report.tables,
    assumptions: report.assumptions,
    issues: report.issues,
    software: report.software,
    environment: report.digests,
    persons: report.network.persons,
    link_cuts: report.network.link_cuts.length,
    trees: report.network.trees.map(treeFigures),
    sheets: verdictSheets(report, options.packs),
    arguments: await twoSides(engine),
    members: sheets,
    report_sha256: options.report_sha256,
    annexes: options.annexes,
  };
}

/** Those asked for; the largest candidates of each tree where none is. */
export function membersToState(report: Report, asked: readonly string[]): readonly string[] {
  if (asked.length > 0) return asked;
  const trees = report.network.trees.flatMap(({ candidates }) =>
    candidates.slice(0, candidates_max),
  );
  return [...new Set(trees.map(({ member_id }) => member_id))];
}

function treeFigures(tree: TreeSummary): AppraisedTree {
  const { name, members, roots, levels, people_per_level } = tree;
  const { self_parents, missing_parents, cycles, cycle_members, late_parents } = tree;
  const repairs = { self_parents, missing_parents, cycles, cycle_members, late_parents };
  const { whole } = tree.counts;
  return { name, members, roots, levels, people_per_level, ...repairs, bracket: whole };
}
