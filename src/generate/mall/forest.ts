import { PolyprismError } from '../../model/issue.ts';
import { phone } from '../names.ts';
import type { Random } from '../random.ts';

export interface MallDefects {
  readonly self_parents: number;
  readonly missing_parents: number;
  /** Circles of three. */
  readonly cycles: number;
  readonly late_parents: number;
  /** Pairs of accounts on one phone. */
  readonly shared_phones: number;
}

/** `scheme`: everybody recruits, up to 40 levels; `retail`: one in fifty brings customers. */
export type MallStyle = 'scheme' | 'retail';

/** Who is under whom. Members are uids from 1 in joining order; index 0 is unused. */
export interface MallForest {
  readonly members: number;
  /** Upline as written, dirt and all; 0 for none. */
  readonly up: Int32Array;
  /** 1 for whoever may earn. */
  readonly promoter: Uint8Array;
  readonly people_per_level: readonly number[];
  readonly roots: number;
  phoneOf(uid: number): string;
  /** Position in joining order at which a member was bound to its upline. */
  boundAs(uid: number): number;
}

const LEVELS_MAX = 40;

/**
 * The first members to join carry all the dirt and recruit nobody, so that what is planted can
 * be counted without looking at the rest.
 */
export function makeForest(
  random: Random,
  members: number,
  style: MallStyle,
  defects: MallDefects,
): MallForest {
  const { self_parents, missing_parents, cycles, late_parents, shared_phones } = defects;
  const dirty = self_parents + missing_parents + 3 * cycles + late_parents;
  const least = dirty + 2 * shared_phones + 100;
  if (members < least) throw new PolyprismError('generate.members_too_few', { members, least });
  const up = new Int32Array(members + 1);
  const level = new Uint8Array(members + 1).fill(1);
  const promoter = new Uint8Array(members + 1);
  for (let uid = dirty + 1; uid <= members; uid++) {
    const upline = chooseUpline(random, uid, dirty, style, level);
    up[uid] = upline;
    level[uid] = upline === 0 ? 1 : level[upline]! + 1;
    promoter[uid] = style === 'scheme' || upline === 0 ? 1 : 0;
  }
  let uid = 1;
  for (let i = 0; i < self_parents; i++, uid++) up[uid] = uid;
  for (let i = 0; i < missing_parents; i++, uid++) up[uid] = members + 1_000 + i;
  for (let i = 0; i < cycles; i++, uid += 3) {
    // The first of the three hangs under the last: the cut frees it and leaves a chain.
    up.set([uid + 2, uid, uid + 1], uid);
    level.set([1, 2, 3], uid);
  }
  const firstLate = uid;
  for (let i = 0; i < late_parents; i++, uid++) {
    const late = members - i;
    up[uid] = late;
    promoter[late] = 1;
    level[uid] = level[late]! + 1;
  }
  const firstShared = dirty + 1;
  return {
    members,
    up,
    promoter,
    people_per_level: countLevels(level),
    roots: countLevels(level)[0]!,
    boundAs: (one) => (one >= firstLate && one <= dirty ? up[one]! : one),
    phoneOf: (one) => {
      const pair = one - firstShared;
      return phone(pair >= 0 && pair < 2 * shared_phones ? one - (pair % 2) : one);
    },
  };
}

function chooseUpline(
  random: Random,
  uid: number,
  dirty: number,
  style: MallStyle,
  level: Uint8Array,
): number {
  const earlier = uid - dirty - 1;
  if (style === 'retail') {
    const top = dirty + 1 + random.below(Math.max(1, Math.floor(earlier / 50)));
    return earlier < 50 || random.chance(0.3) || level[top] !== 1 ? 0 : top;
  }
  if (earlier < 5 || random.chance(0.001)) return 0;
  // The square root favours newcomers, which is what makes schemes deep.
  let upline = dirty + 1 + Math.floor(earlier * Math.sqrt(random.fraction()));
  while (level[upline]! >= LEVELS_MAX) upline--;
  return upline;
}

function countLevels(level: Uint8Array): number[] {
  const people: number[] = [];
  for (let uid = 1; uid < level.length; uid++) {
    const index = level[uid]! - 1;
    people[index] = (people[index] ?? 0) + 1;
  }
  return people;
}
