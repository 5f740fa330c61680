import type { PlanRun } from './plan-run.ts';

/**
 * Puts a new member into the second tree: the first free place beneath its recruiter, level by
 * level from the left. Costs what there is beneath; chains of full levels are short.
 */
export function placeMember(run: PlanRun, member: number): void {
  const { parent, place, firstPlace, nextPlace, places } = run.members.of;
  place[member] = -1;
  firstPlace[member] = -1;
  nextPlace[member] = -1;
  const width = run.plan.plan.placement?.width;
  const recruiter = parent[member]!;
  if (width === undefined || recruiter < 0) return;
  const queue = [recruiter];
  for (const above of queue) {
    if (places[above]! < width) {
      hang(run, member, above);
      return;
    }
    for (let one = firstPlace[above]!; one >= 0; one = nextPlace[one]!) queue.push(one);
  }
}

function hang(run: PlanRun, member: number, above: number): void {
  const { place, firstPlace, nextPlace, places } = run.members.of;
  place[member] = above;
  places[above] = places[above]! + 1;
  if (firstPlace[above]! < 0) {
    firstPlace[above] = member;
    return;
  }
  let last = firstPlace[above]!;
  while (nextPlace[last]! >= 0) last = nextPlace[last]!;
  nextPlace[last] = member;
}
