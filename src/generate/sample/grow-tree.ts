import type { Member } from '../crmeb/member.ts';
import { DAY_S } from '../names.ts';
import type { Random } from '../random.ts';

export interface TreePlan {
  readonly people: number;
  /** Levels the tree must reach and may not pass, its top's included. */
  readonly levels: number;
  readonly from: number;
  readonly until: number;
}

/**
 * A structure that recruits for the sake of recruiting: numbers grow exponentially, whoever is in
 * recruits, and it goes as deep as allowed.
 */
export function growTree(random: Random, plan: TreePlan): Member[] {
  const { people, levels, from, until } = plan;
  const members: Member[] = [];
  const level: number[] = [];
  for (let i = 0; i < people; i++) {
    const share = Math.log(1 + i) / Math.log(people);
    const joined = Math.floor(from + (until - from) * share) + random.below(DAY_S / 4);
    let up = i === 0 ? -1 : random.below(i);
    // Every fortieth is hung under the newest on the deepest level until the last one is there.
    const deepest = Math.max(0, ...level.slice(-200));
    if (i > 0 && i % 40 === 0 && deepest < levels) up = level.lastIndexOf(deepest);
    while (up >= 0 && level[up]! >= levels) up--;
    level.push(up < 0 ? 1 : level[up]! + 1);
    const upline = up < 0 ? null : members[up]!;
    const after = Math.max(joined, (upline?.joined ?? 0) + 600);
    members.push({ uid: 0, up: upline, joined: after, bound: after, promoter: true, phone: '' });
  }
  return members;
}

/** A top, its recruits, and theirs, as counts: for structures just on either side of a line. */
export function smallTree(first: number, second: number, from: number, promoter = true): Member[] {
  const make = (i: number, up: Member | null): Member => ({
    uid: 0,
    up,
    joined: from + i * DAY_S,
    bound: from + i * DAY_S,
    promoter,
    phone: '',
  });
  const top = make(0, null);
  const recruits = Array.from({ length: first }, (_, i) => make(i + 1, top));
  const theirs = Array.from({ length: second }, (_, i) => make(first + i + 1, recruits[0]!));
  return [top, ...recruits, ...theirs];
}
