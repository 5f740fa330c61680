import { PolyprismError } from '../../model/issue.ts';
import type { Issue, IssueCode, IssueParams } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { commitmentOf, seedForm } from './commitment.ts';
import type { CommittedDraw, Drawn, DrawLists, PublishedDraw } from './draw-shape.ts';
import { listDigests } from './list-digests.ts';
import { runDraw } from './run-draw.ts';

/** What a published draw is held to, in the order in which it is told. */
export type DrawCheckName = 'form' | 'record' | 'lists' | 'seeds' | 'beacon' | 'result';

/** How one of them stands; `untold` where what it rests on does not hold. */
export interface DrawCheck {
  readonly check: DrawCheckName;
  readonly state: 'kept' | 'broken' | 'untold';
  /** What differs; empty unless it is broken. */
  readonly issues: readonly Issue[];
}

/** A check that holds where nothing was found against it. */
export function drawCheck(check: DrawCheckName, issues: readonly Issue[]): DrawCheck {
  return { check, state: issues.length === 0 ? 'kept' : 'broken', issues };
}

/**
 * Whether a published draw follows from what was committed before it. That the commitments are
 * older than the seeds is for the log to prove, and that a beacon had its value for whoever runs
 * it.
 */
export function verifyDraw(committed: CommittedDraw, published: PublishedDraw): DrawCheck[] {
  const { lists, beacon_value } = published;
  const unfit = listsIssue(lists);
  if (unfit)
    return [drawCheck('lists', [unfit]), ...(['seeds', 'beacon', 'result'] as const).map(untold)];
  const hasOneOnly = (committed.beacon === null) !== (beacon_value === null);
  const before = [
    drawCheck('lists', listIssues(committed, lists)),
    drawCheck('seeds', seedIssues(committed, published)),
    drawCheck('beacon', hasOneOnly ? [issueOf('casework.draw_beacon')] : []),
  ];
  const holds = before.every(({ state }) => state === 'kept');
  return [...before, holds ? drawCheck('result', resultIssues(published)) : untold('result')];
}

function untold(check: DrawCheckName): DrawCheck {
  return { check, state: 'untold', issues: [] };
}

function issueOf(code: IssueCode, params: IssueParams = {}): Issue {
  return new PolyprismError(code, params).issue;
}

/** What makes lists unfit to be drawn from: asked before they are committed, and of verifiers. */
export function listsIssue({
  subjects,
  inspectors,
  drawn,
  inspectors_each,
}: DrawLists): Issue | null {
  const longest = Math.max(subjects.length, inspectors.length);
  if (longest > limits.draw_entries_max)
    return issueOf('casework.draw_too_long', { entries: limits.draw_entries_max });
  for (const ids of [subjects, inspectors].map((list) => list.map(({ id }) => id))) {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) return issueOf('casework.draw_twice', { id });
      seen.add(id);
    }
  }
  const odd = subjects.find(({ weight }) => !isCount(weight, limits.draw_weight_max));
  if (odd)
    return issueOf('casework.draw_weight', { id: odd.id, weight_max: limits.draw_weight_max });
  const enough = isCount(drawn, subjects.length) && isCount(inspectors_each, inspectors.length);
  return enough ? null : issueOf('casework.draw_counts', { drawn, inspectors_each });
}

function isCount(value: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= max;
}

function listIssues(committed: CommittedDraw, lists: DrawLists): Issue[] {
  const { subjects_digest, inspectors_digest } = listDigests(lists);
  const same: readonly (readonly [what: string, what_zh: string, equal: boolean])[] = [
    ['name of the draw', '抽取名称', committed.draw_id === lists.draw_id],
    ['list of subjects', '检查对象名单', committed.subjects_digest === subjects_digest],
    ['list of inspectors', '检查人员名单', committed.inspectors_digest === inspectors_digest],
    ['number of subjects drawn', '抽取对象数', committed.drawn === lists.drawn],
    [
      'inspectors each',
      '每个对象的检查人员数',
      committed.inspectors_each === lists.inspectors_each,
    ],
  ];
  return same
    .filter(([, , equal]) => !equal)
    .map(([what, what_zh]) => issueOf('casework.draw_list_changed', { what, what_zh }));
}

/** Each party that committed shows its seed, once, and nobody else does. */
function seedIssues({ draw_id, commitments }: CommittedDraw, { seeds }: PublishedDraw): Issue[] {
  if (Math.max(commitments.length, seeds.length) > limits.draw_seeds_max)
    return [issueOf('casework.draw_too_long', { entries: limits.draw_seeds_max })];
  const issues: Issue[] = [];
  const parties = new Set(commitments.map(({ party }) => party));
  if (parties.size < 2 || parties.size < commitments.length)
    issues.push(issueOf('casework.draw_few_seeds', { seeds: parties.size }));
  for (const { party, commitment } of commitments) {
    const [shown, ...more] = seeds.filter((one) => one.party === party);
    if (!shown || more.length > 0) issues.push(issueOf('casework.draw_withheld', { party }));
    else if (!seedForm.test(shown.seed) || commitmentOf(draw_id, party, shown.seed) !== commitment)
      issues.push(issueOf('casework.seed_differs', { item: party }));
  }
  for (const { party } of seeds) {
    if (!parties.has(party)) issues.push(issueOf('casework.draw_stranger', { party }));
  }
  return issues;
}

/** Draws again; the first place at which something else is published. */
function resultIssues({ lists, seeds, beacon_value, result }: PublishedDraw): Issue[] {
  try {
    const again = runDraw(lists, seeds, beacon_value).map(inWords);
    const seen = result.map(inWords);
    const at = again.findIndex((one, i) => one !== seen[i]);
    if (at < 0 && seen.length === again.length) return [];
    const place = at < 0 ? again.length : at;
    const params = { at: place + 1, expected: again[place] ?? '–', seen: seen[place] ?? '–' };
    return [issueOf('casework.draw_result_differs', params)];
  } catch (error) {
    if (error instanceof PolyprismError) return [error.issue];
    throw error;
  }
}

/** The subject and who inspects it, so that equal texts are equal results. */
function inWords({ subject, inspectors }: Drawn): string {
  return `${JSON.stringify(subject)} ${JSON.stringify(inspectors)}`;
}
