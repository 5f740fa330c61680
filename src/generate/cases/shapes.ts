import { PolyprismError } from '../../model/issue.ts';
import type { Random } from '../random.ts';

/**
 * Parents in joining order for so many people at each level, top first: everybody hangs under
 * somebody of the level above, so the deepest level is reached exactly. -1 is no parent.
 */
export function parentsByLevel(people: readonly number[], random: Random): Int32Array {
  const parent = new Int32Array(people.reduce((sum, count) => sum + count, 0)).fill(-1);
  let above = 0;
  let first = people[0]!;
  for (const [level, count] of people.entries()) {
    if (level === 0) continue;
    for (let i = 0; i < count; i++) parent[first + i] = above + random.below(people[level - 1]!);
    above = first;
    first += count;
  }
  return parent;
}

/** Parents of a tree in which everybody has exactly so many recruits, level after level. */
export function fullTreeParents(arity: number, levels: number): Int32Array {
  const members = (arity ** levels - 1) / (arity - 1);
  return Int32Array.from({ length: members }, (_, i) =>
    i === 0 ? -1 : Math.floor((i - 1) / arity),
  );
}

/** A whole number divided by weights, each part at least `least`; the parts sum to it exactly. */
export function divided(total: number, weights: readonly number[], least = 0): number[] {
  const free = total - least * weights.length;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => least + Math.floor((free * weight) / sum));
  // What rounding left over is less than one a part with a weight: the first of those take it.
  let left = total - parts.reduce((all, part) => all + part, 0);
  return parts.map((part, i) => (weights[i]! > 0 && left-- > 0 ? part + 1 : part));
}

/** `total` in `count` parts that differ by one at most. */
export function evenly(total: number, count: number): number[] {
  return divided(
    total,
    Array.from({ length: count }, () => 1),
  );
}

/** People per level of a scheme that grew fast: many high up, then a long tail. */
export function taperingLevels(members: number, levels: number): number[] {
  return levelsByWeight(members, levels, (i) => i * Math.exp((-8 * i) / levels));
}

/** People per level where each level has so many times as many as the one above. */
export function growingLevels(members: number, levels: number, times: number): number[] {
  return levelsByWeight(members, levels, (i) => times ** i);
}

/** One root, and at least one member on each level below it. */
function levelsByWeight(
  members: number,
  levels: number,
  weightOf: (level: number) => number,
): number[] {
  if (members < levels) {
    throw new PolyprismError('generate.members_too_few', { members, least: levels });
  }
  const weights = Array.from({ length: levels }, (_, i) => (i === 0 ? 0 : weightOf(i)));
  return divided(members, weights, 1);
}
