import { PolyprismError } from '../../model/issue.ts';
import { ROOT } from '../forest.ts';

/** Levels are numbers of 16 bits here. */
export const STREAM_LEVELS_MAX = 65_535;

/** What is known of a forest at 12 bytes a member: 10^9 members take 12 GB. */
export interface StreamedForest {
  /** Accounts of each subtree, its top included. */
  readonly people: Int32Array;
  /** Level of each member, 1 for a root; levels of its subtree, its own included. */
  readonly level: Uint16Array;
  readonly levels: Uint16Array;
}

export interface ForestStream {
  /** Uplines of the next members in joining order, each a number given before, or ROOT. */
  readonly take: (uplines: Int32Array) => void;
  /** The way up, once all are there. */
  readonly finish: () => StreamedForest;
}

/**
 * Levels, people and heights of a forest too large for a table: the way down is gone while the
 * members arrive, the way up once, backwards. Members come in joining order, after their uplines.
 * Throws network.stream_order, network.stream_levels, network.stream_count.
 */
export function streamForest(members: number): ForestStream {
  const parent = new Int32Array(members);
  const level = new Uint16Array(members);
  let next = 0;
  return {
    take: (uplines) => {
      if (next + uplines.length > members) throw wrongCount(members, next + uplines.length);
      next = goDown(parent, level, uplines, next);
    },
    finish: () => {
      if (next !== members) throw wrongCount(members, next);
      return { level, ...goUp(parent) };
    },
  };
}

function goDown(
  parent: Int32Array,
  level: Uint16Array,
  uplines: Int32Array,
  first: number,
): number {
  parent.set(uplines, first);
  const end = first + uplines.length;
  for (let member = first; member < end; member++) {
    const upline = parent[member]!;
    if (upline >= member || upline < ROOT) {
      throw new PolyprismError('network.stream_order', { member, upline });
    }
    const one = upline === ROOT ? 1 : level[upline]! + 1;
    if (one > STREAM_LEVELS_MAX) {
      throw new PolyprismError('network.stream_levels', { limit: STREAM_LEVELS_MAX });
    }
    level[member] = one;
  }
  return end;
}

function goUp(parent: Int32Array): Pick<StreamedForest, 'people' | 'levels'> {
  const people = new Int32Array(parent.length);
  const levels = new Uint16Array(parent.length);
  for (let i = parent.length - 1; i >= 0; i--) {
    const heads = people[i]! + 1;
    const tall = levels[i]! + 1;
    people[i] = heads;
    levels[i] = tall;
    const up = parent[i]!;
    if (up === ROOT) continue;
    people[up]! += heads;
    if (levels[up]! < tall) levels[up] = tall;
  }
  return { people, levels };
}

function wrongCount(members: number, came: number): PolyprismError {
  return new PolyprismError('network.stream_count', { members, came });
}
