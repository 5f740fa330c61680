/**
 * A second, slow network analysis that shares nothing with src/network: plain objects, one member
 * at a time, one day at a time. It follows the sentences of the law and of the canonical tables,
 * not the kernels.
 */
export interface SlowMember {
  /** Position in joining order. */
  readonly no: number;
  /** Number of the recruiter; null for none, a number nobody has for one not in the data. */
  readonly recruiter: number | null;
  /** Day joined; null unknown. */
  readonly joined: number | null;
  /** Day bound to the recruiter; null unknown. */
  readonly bound: number | null;
  readonly paid: number;
}

export interface SlowResult {
  readonly recruiter: number | null;
  readonly root: number;
  readonly level: number;
  readonly direct: number;
  readonly people: number;
  readonly levels: number;
  readonly paid: number;
  /** First day with that many people; null for never. */
  readonly peopleDay: Readonly<Record<number, number | null>>;
  readonly thirdLevelDay: number | null;
}

export interface SlowForest {
  readonly selfParents: number;
  readonly missingParents: number;
  readonly cycles: number;
  readonly cycleMembers: number;
  readonly members: ReadonlyMap<number, SlowResult>;
}

export function slowForest(list: readonly SlowMember[], heads: readonly number[]): SlowForest {
  const all = new Map(list.map((member) => [member.no, member]));
  const upline = new Map<number, number | null>();
  let selfParents = 0;
  let missingParents = 0;
  for (const { no, recruiter } of list) {
    if (recruiter === no) selfParents++;
    if (recruiter !== null && !all.has(recruiter)) missingParents++;
    upline.set(
      no,
      recruiter === null || recruiter === no || !all.has(recruiter) ? null : recruiter,
    );
  }
  const { cycles, cycleMembers } = openCycles(upline);

  /** From the member itself up to the root. */
  const pathOf = (no: number): number[] => {
    const path = [no];
    for (let up = upline.get(no)!; up !== null; up = upline.get(up)!) path.push(up);
    return path;
  };
  const paths = new Map(list.map(({ no }) => [no, pathOf(no)]));
  const members = new Map<number, SlowResult>();
  for (const { no } of list) {
    const path = paths.get(no)!;
    const below = list.filter((other) => paths.get(other.no)!.includes(no));
    const depthBelow = (other: number): number => paths.get(other)!.indexOf(no);
    const dated = below.map((other) => ({
      day: countsFrom(all, paths.get(other.no)!.slice(0, depthBelow(other.no) + 1)),
      depth: depthBelow(other.no),
    }));
    members.set(no, {
      recruiter: upline.get(no)!,
      root: path.at(-1)!,
      level: path.length,
      direct: list.filter((other) => upline.get(other.no) === no).length,
      people: below.length,
      levels: 1 + Math.max(...below.map((other) => depthBelow(other.no))),
      paid: below.reduce((sum, other) => sum + other.paid, 0),
      peopleDay: Object.fromEntries(heads.map((n) => [n, firstDay(dated, () => true, n)])),
      thirdLevelDay: firstDay(dated, ({ depth }) => depth >= 2, 1),
    });
  }
  return { selfParents, missingParents, cycles, cycleMembers, members };
}

/** Replays the days one after the other until `heads` who qualify are there. */
function firstDay(
  dated: readonly { day: number | null; depth: number }[],
  qualifies: (one: { depth: number }) => boolean,
  heads: number,
): number | null {
  const days = dated.flatMap(({ day }) => (day === null ? [] : [day])).toSorted((a, b) => a - b);
  for (const today of days) {
    const there = dated.filter((one) => one.day !== null && one.day <= today && qualifies(one));
    if (there.length >= heads) return today;
  }
  return null;
}

/** The day by which everybody on the path was there and bound to the next; null if unknown. */
function countsFrom(all: ReadonlyMap<number, SlowMember>, path: readonly number[]): number | null {
  let day = -Infinity;
  for (const [i, no] of path.entries()) {
    const { joined, bound } = all.get(no)!;
    if (joined === null) return null;
    day = Math.max(day, joined);
    const isTop = i === path.length - 1;
    if (!isTop && bound !== null) day = Math.max(day, bound);
  }
  return day;
}

/** Removes, from each circle, the tie above its smallest number. */
function openCycles(upline: Map<number, number | null>): { cycles: number; cycleMembers: number } {
  const circles = new Map<string, number[]>();
  for (const no of upline.keys()) {
    const seen: number[] = [];
    let at: number | null = no;
    while (at !== null && !seen.includes(at)) {
      seen.push(at);
      at = upline.get(at)!;
    }
    if (at !== no) continue;
    const circle = seen.toSorted((a, b) => a - b);
    circles.set(circle.join(), circle);
  }
  for (const circle of circles.values()) upline.set(circle[0]!, null);
  return {
    cycles: circles.size,
    cycleMembers: [...circles.values()].reduce((sum, circle) => sum + circle.length, 0),
  };
}
