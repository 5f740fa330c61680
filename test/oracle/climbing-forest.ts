/**
 * A network analysis for a million members that shares nothing with src/network: from every
 * member it climbs to the top and tells each one above. Its work grows with the depth of the
 * forest, so it is for forests that are not deep.
 */
export interface Climber {
  readonly id: number;
  /** Id as written, whoever that is; null for none. */
  readonly recruiter: number | null;
  /** Seconds since 1970. */
  readonly joined: number;
  /** Seconds since 1970; null where nobody wrote it. */
  readonly bound: number | null;
}

export interface Climbed {
  readonly id: number;
  /** After repairs. */
  recruiter: Climbed | null;
  readonly joined: number;
  readonly joinedDay: number;
  readonly tiedDay: number;
  /** Root = 1. */
  level: number;
  direct: number;
  people: number;
  levels: number;
  /** The 30 earliest days on which somebody of the subtree was there, in order. */
  readonly firstDays: number[];
  thirdLevelDay: number;
}

export interface ClimbedForest {
  readonly selfParents: number;
  readonly missingParents: number;
  readonly cycles: number;
  readonly cycleMembers: number;
  readonly lateParents: number;
  readonly members: readonly Climbed[];
}

/** `dayOf` turns seconds into a day number. Members come in joining order. */
export function climb(list: readonly Climber[], dayOf: (seconds: number) => number): ClimbedForest {
  const all = new Map<number, Climbed>();
  for (const { id, joined, bound } of list) {
    const joinedDay = dayOf(joined);
    const tiedDay = bound === null ? joinedDay : Math.max(joinedDay, dayOf(bound));
    const counts = { level: 0, direct: 0, people: 0, levels: 0, thirdLevelDay: Infinity };
    all.set(id, { id, recruiter: null, joined, joinedDay, tiedDay, firstDays: [], ...counts });
  }
  let selfParents = 0;
  let missingParents = 0;
  for (const { id, recruiter } of list) {
    if (recruiter === null) continue;
    if (recruiter === id) selfParents++;
    else if (!all.has(recruiter)) missingParents++;
    else all.get(id)!.recruiter = all.get(recruiter)!;
  }
  const members = [...all.values()];
  const circles = findCircles(members);
  for (const circle of circles) circle[0]!.recruiter = null;
  for (const member of members) tellAllAbove(member);
  return {
    selfParents,
    missingParents,
    cycles: circles.length,
    cycleMembers: circles.flat().length,
    lateParents: members.filter(({ recruiter, joined }) => recruiter && recruiter.joined > joined)
      .length,
    members,
  };
}

/** Every circle once, whoever joined first at its head. */
function findCircles(members: readonly Climbed[]): Climbed[][] {
  const circles: Climbed[][] = [];
  const place = new Map(members.map((member, i) => [member, i]));
  for (const member of members) {
    const seen: Climbed[] = [member];
    let at = member.recruiter;
    while (at !== null && !seen.includes(at)) {
      seen.push(at);
      at = at.recruiter;
    }
    const isFirst = seen.every((other) => place.get(other)! >= place.get(member)!);
    if (at === member && isFirst) circles.push(seen);
  }
  return circles;
}

/** From the root down to the member itself. */
export function pathOf(member: Climbed): Climbed[] {
  const path: Climbed[] = [];
  for (let at: Climbed | null = member; at !== null; at = at.recruiter) path.push(at);
  return path.toReversed();
}

/** A member counts for those above it once everybody between is there and tied to the next. */
function tellAllAbove(member: Climbed): void {
  let day = -Infinity;
  let depth = 0;
  for (let at: Climbed | null = member; at !== null; at = at.recruiter) {
    depth++;
    const there = Math.max(day, at.joinedDay);
    at.people++;
    at.levels = Math.max(at.levels, depth);
    if (depth === 2) at.direct++;
    if (depth >= 3) at.thirdLevelDay = Math.min(at.thirdLevelDay, there);
    keepEarliest(at.firstDays, there, 30);
    day = Math.max(there, at.tiedDay);
  }
  member.level = depth;
}

function keepEarliest(days: number[], day: number, most: number): void {
  if (days.length === most && days.at(-1)! <= day) return;
  days.splice(days.findLastIndex((earlier) => earlier <= day) + 1, 0, day);
  if (days.length > most) days.pop();
}
