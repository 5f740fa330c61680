import { canonicalJson } from '../../evidence/canonical-json.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { refusal } from '../outcome.ts';
import { commitmentOf, seedForm } from './commitment.ts';
import type { CommittedDraw, DrawLists, PublishedDraw } from './draw-shape.ts';
import { listDigests } from './list-digests.ts';
import { runDraw } from './run-draw.ts';

/**
 * What is wrong with a published draw, by what was committed before it; empty where everything
 * follows. That the commitments are older than the seeds is for the log to prove, and that a
 * beacon had its value for whoever runs it.
 */
export function verifyDraw(committed: CommittedDraw, published: PublishedDraw): Issue[] {
  const { lists, seeds, beacon_value, result } = published;
  const unfit = listsIssue(lists);
  if (unfit) return [unfit];
  const issues = [...listIssues(committed, lists), ...seedIssues(committed, published)];
  if ((committed.beacon === null) !== (beacon_value === null))
    issues.push(refusal('casework.draw_beacon'));
  if (issues.length > 0) return issues;
  try {
    const again = runDraw(lists, seeds, beacon_value);
    return canonicalJson(again) === canonicalJson(result)
      ? []
      : [refusal('casework.draw_result_differs')];
  } catch (error) {
    if (error instanceof PolyprismError) return [error.issue];
    throw error;
  }
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
    return refusal('casework.draw_too_long', { entries: limits.draw_entries_max });
  for (const ids of [subjects, inspectors].map((list) => list.map(({ id }) => id))) {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) return refusal('casework.draw_twice', { id });
      seen.add(id);
    }
  }
  const odd = subjects.find(({ weight }) => !isCount(weight, limits.draw_weight_max));
  if (odd)
    return refusal('casework.draw_weight', { id: odd.id, weight_max: limits.draw_weight_max });
  const enough = isCount(drawn, subjects.length) && isCount(inspectors_each, inspectors.length);
  return enough ? null : refusal('casework.draw_counts', { drawn, inspectors_each });
}

function isCount(value: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= max;
}

function listIssues(committed: CommittedDraw, lists: DrawLists): Issue[] {
  const { subjects_digest, inspectors_digest } = listDigests(lists);
  const same: readonly (readonly [string, boolean])[] = [
    ['draw_id', committed.draw_id === lists.draw_id],
    ['subjects', committed.subjects_digest === subjects_digest],
    ['inspectors', committed.inspectors_digest === inspectors_digest],
    ['drawn', committed.drawn === lists.drawn],
    ['inspectors_each', committed.inspectors_each === lists.inspectors_each],
  ];
  return same
    .filter(([, equal]) => !equal)
    .map(([what]) => refusal('casework.draw_list_changed', { what }));
}

/** Each party that committed shows its seed, once, and nobody else does. */
function seedIssues({ draw_id, commitments }: CommittedDraw, { seeds }: PublishedDraw): Issue[] {
  if (Math.max(commitments.length, seeds.length) > limits.draw_seeds_max)
    return [refusal('casework.draw_too_long', { entries: limits.draw_seeds_max })];
  const issues: Issue[] = [];
  const parties = new Set(commitments.map(({ party }) => party));
  if (parties.size < 2 || parties.size < commitments.length)
    issues.push(refusal('casework.draw_few_seeds', { seeds: parties.size }));
  for (const { party, commitment } of commitments) {
    const [shown, ...more] = seeds.filter((one) => one.party === party);
    if (!shown || more.length > 0) issues.push(refusal('casework.draw_withheld', { party }));
    else if (!seedForm.test(shown.seed) || commitmentOf(draw_id, party, shown.seed) !== commitment)
      issues.push(refusal('casework.seed_differs', { item: party }));
  }
  for (const { party } of seeds) {
    if (!parties.has(party)) issues.push(refusal('casework.draw_stranger', { party }));
  }
  return issues;
}
