import type { Member } from '../crmeb/member.ts';

export interface NetworkTruth {
  readonly members: number;
  readonly roots: number;
  readonly levels: number;
  readonly people_per_level: readonly number[];
  /** uids of those with at least 30 people and 3 levels, themselves and their own level counted. */
  readonly candidates: readonly number[];
}

/** Counts a platform's network by walking up from every member; `cut` ones count as tops. */
export function networkTruth(all: readonly Member[], cut: ReadonlySet<Member>): NetworkTruth {
  const upOf = (member: Member): Member | null =>
    member.dirty_up !== undefined || cut.has(member) ? null : member.up;
  const people = new Map<Member, number>();
  const height = new Map<Member, number>();
  const perLevel: number[] = [];
  for (const member of all) {
    let distance = 1;
    for (let at: Member | null = member; at !== null; at = upOf(at)) {
      people.set(at, (people.get(at) ?? 0) + 1);
      height.set(at, Math.max(height.get(at) ?? 1, distance));
      distance++;
    }
    perLevel[distance - 2] = (perLevel[distance - 2] ?? 0) + 1;
  }
  return {
    members: all.length,
    roots: all.filter((member) => upOf(member) === null).length,
    levels: perLevel.length,
    people_per_level: perLevel,
    candidates: all
      .filter((member) => people.get(member)! >= 30 && height.get(member)! >= 3)
      .map(({ uid }) => uid),
  };
}
