import type { Member } from '../crmeb/member.ts';
import { numberMembers } from '../crmeb/member.ts';
import { chinaTime, DAY_S, phone } from '../names.ts';
import type { Random } from '../random.ts';
import { growTree, smallTree } from './grow-tree.ts';

export const sampleSpan = {
  from: chinaTime('2024-09-01'),
  until: chinaTime('2026-08-31'),
  price_change: chinaTime('2025-03-01'),
} as const;

/** Groups of the sample's members. */
export interface People {
  /** Everybody, in joining order. */
  readonly all: readonly Member[];
  /** Members of the two schemes, who buy a membership to join. */
  readonly schemes: readonly Member[];
  /** Retail customers and whoever a lawful promoter brought. */
  readonly customers: readonly Member[];
}

/** Numbers the truth is checked against; each is what the code below plants. */
export const plantedPeople = {
  scheme_a: { people: 2_200, levels: 11 },
  scheme_b: { people: 700, levels: 9 },
  self_parents: 3,
  missing_parents: 4,
  cycles: 1,
  cycle_members: 3,
  late_parents: 6,
  /** Pairs of accounts on one phone, and one phone with six accounts. */
  phone_pairs: 25,
  phone_six: 6,
} as const;

/** Builds the sample's members; `numberMembers` has run, so uids stand. */
export function makePeople(random: Random): People {
  const { from, until } = sampleSpan;
  const { scheme_a, scheme_b } = plantedPeople;
  const a = growTree(random, { ...scheme_a, from: from + 60 * DAY_S, until: until - 30 * DAY_S });
  const b = growTree(random, { ...scheme_b, from: from + 400 * DAY_S, until: until - 60 * DAY_S });
  // Just below, on and beside the line of 30 people and 3 levels; they sell and buy, no more.
  const below = smallTree(8, 20, from + 90 * DAY_S);
  const on = smallTree(8, 21, from + 120 * DAY_S);
  const flat = smallTree(44, 0, from + 150 * DAY_S);
  const promoters = Array.from({ length: 40 }, (_, i) => ({
    top: smallTree(random.between(5, 25), 0, from + (5 + i) * DAY_S),
  })).map(({ top }) => top);
  const retail = Array.from({ length: 640 }, () => lone(random, from, until - 40 * DAY_S));
  const dirty = makeDirty(random, promoters[39]![0]!);
  const customers = [...below, ...on, ...flat, ...promoters.flat(), ...retail, ...dirty];
  const all = numberMembers([...a, ...b, ...customers]);
  givePhones(all, [...a, ...b]);
  return { all, schemes: [...a, ...b], customers };
}

function lone(random: Random, from: number, until: number): Member {
  const joined = random.between(from, until);
  return { uid: 0, up: null, joined, bound: joined, promoter: false, phone: '' };
}

/** Members whose upline is nonsense, or who were bound to a promoter who came later. */
function makeDirty(random: Random, promoter: Member): Member[] {
  const { self_parents, missing_parents, cycle_members, late_parents } = plantedPeople;
  const { from } = sampleSpan;
  const some = (count: number): Member[] =>
    Array.from({ length: count }, () => lone(random, from + 20 * DAY_S, from + 30 * DAY_S));
  const selves = some(self_parents).map((member) => Object.assign(member, { dirty_up: -1 }));
  const lost = some(missing_parents).map((member, i) =>
    Object.assign(member, { dirty_up: 900_001 + i }),
  );
  const circle = some(cycle_members).toSorted((x, y) => x.joined - y.joined);
  // The first hangs under the last: cutting above the first leaves the others in joining order.
  circle.forEach((member, i) => (member.up = circle.at(i - 1)!));
  const late = some(late_parents);
  for (const member of late) {
    member.up = promoter;
    member.bound = promoter.joined + 3 * DAY_S;
  }
  return [...selves, ...lost, ...circle, ...late];
}

/** One phone each, but for the accounts that share one; and self-parents learn their number. */
function givePhones(all: readonly Member[], schemes: readonly Member[]): void {
  for (const member of all) {
    member.phone = phone(member.uid);
    if (member.dirty_up === -1) member.dirty_up = member.uid;
  }
  const { phone_pairs, phone_six } = plantedPeople;
  const sharing = schemes.slice(100, 100 + 2 * phone_pairs + phone_six);
  sharing.forEach((member, i) => {
    const group = i < 2 * phone_pairs ? i - (i % 2) : 2 * phone_pairs;
    member.phone = sharing[group]!.phone;
  });
}

/** Direct recruits of each uid, as `spread_count` should cache them. */
export function directCounts(all: readonly Member[]): Map<number, number> {
  const direct = new Map<number, number>();
  for (const { up, dirty_up, uid } of all) {
    const no = dirty_up === uid ? 0 : (dirty_up ?? up?.uid ?? 0);
    if (no > 0) direct.set(no, (direct.get(no) ?? 0) + 1);
  }
  return direct;
}
