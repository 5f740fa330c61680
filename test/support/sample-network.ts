import { dayNumber } from '../../src/model/days.ts';
import { ROOT } from '../../src/network/forest.ts';
import { networkGrowth } from '../../src/network/growth/network-growth.ts';
import type { DatedTree } from '../../src/network/history/tie-intervals.ts';
import type { Candidate, TreeSummary } from '../../src/model/network.ts';
import { sampleCounts } from './sample-counts.ts';

/** Numbers that look random and are the same everywhere (a Lehmer generator). */
export function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

interface Member {
  readonly id: string;
  readonly parent: number;
  readonly level: number;
  readonly day: number;
  people: number;
  levels: number;
  direct: number;
}

/** A forest grown by recruiting: those who already recruit do so more often. */
export function sampleMembers(sizes: readonly number[], seed: number): Member[] {
  const random = lehmer(seed);
  const members: Member[] = [];
  for (const [scheme, size] of sizes.entries()) {
    const first = members.length;
    for (let i = 0; i < size; i++) {
      // Squaring prefers early members, which makes schemes as lopsided as real ones are.
      const parent = i === 0 ? -1 : first + Math.floor(random() ** 1.7 * i);
      members.push({
        id: `U${String(10_001 + members.length * 7 + scheme)}`,
        parent,
        level: parent < 0 ? 1 : members[parent]!.level + 1,
        day: Math.floor((i / size) ** 0.6 * 420) + scheme * 20,
        people: 1,
        levels: 1,
        direct: 0,
      });
    }
  }
  for (const member of members.toReversed()) {
    const above = members[member.parent];
    if (!above) continue;
    above.people += member.people;
    above.levels = Math.max(above.levels, member.levels + 1);
    above.direct += 1;
  }
  return members;
}

export function sampleTree(
  name: TreeSummary['name'],
  sizes: readonly number[],
  seed: number,
): TreeSummary {
  const members = sampleMembers(sizes, seed);
  const roots = members.filter(({ parent }) => parent < 0);
  const candidates = candidatesOf(members);
  const levels = Math.max(...members.map(({ level }) => level));
  const perMonth = Map.groupBy(members, ({ day }) => dayText(day).slice(0, 7));
  return {
    name,
    members: members.length,
    roots: roots.length,
    levels,
    people_per_level: perLevel(members),
    self_parents: 2,
    missing_parents: 11,
    cycles: 1,
    cycle_members: 3,
    late_parents: 5,
    candidates,
    counts: sampleCounts({ people: members.length, levels }, candidates),
    joined_per_month: [...perMonth]
      .map(([month, joined]) => ({ month, members: joined.length }))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    growth: networkGrowth(datedTree(members)),
    schemes: roots
      .map((root) => {
        const inside = members.filter((member) => pathOf(members, member)[0] === root.id);
        const { people, levels, id } = root;
        return { root_id: id, people, levels, people_per_level: perLevel(inside) };
      })
      .toSorted((a, b) => b.people - a.people),
  };
}

function datedTree(members: readonly Member[]): DatedTree {
  const joinedDay = Int32Array.from(members, ({ day }) => dayNumber(dayText(day)));
  const memberNo = joinedDay.map((_, no) => no);
  const parent = Int32Array.from(members, (member) => Math.max(ROOT, member.parent));
  return { parent, memberNo, joinedDay, tiedDay: joinedDay, history: null };
}

function candidatesOf(members: readonly Member[]): Candidate[] {
  return members
    .filter(({ people, levels }) => people >= 30 && levels >= 3)
    .map((member) => ({
      member_id: member.id,
      people: member.people,
      levels: member.levels,
      direct: member.direct,
      level: member.level,
      crossed_30_3: dayText(member.day + 40),
      path: pathOf(members, member),
    }))
    .toSorted((a, b) => b.people - a.people || b.levels - a.levels);
}

function pathOf(members: readonly Member[], member: Member): string[] {
  const path = [member.id];
  for (let at = members[member.parent]; at; at = members[at.parent]) path.unshift(at.id);
  return path;
}

function perLevel(members: readonly Member[]): number[] {
  const counts: number[] = [];
  for (const { level } of members) counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  return counts;
}

/** Day 0 is 2024-11-01. */
export function dayText(day: number): string {
  return new Date(Date.UTC(2024, 10, 1 + day)).toISOString().slice(0, 10);
}
