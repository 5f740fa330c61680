import type { Recruiting } from '../../model/assumptions.ts';
import type { Random } from '../../model/random.ts';

/** Who brings the next newcomer in; told of all who join, and asked for one who may. */
export interface PickRecruiter {
  joined(member: number, recruiter: number): void;
  /** -1 where nobody is left; only asked while some active member may recruit. */
  pick(random: Random, active: readonly number[]): number;
}

/** `free(member)`: active, and its rank may recruit. */
export function pickRecruiter(
  recruiting: Recruiting,
  free: (member: number) => boolean,
): PickRecruiter {
  switch (recruiting.who) {
    case 'uniform':
      return {
        joined: () => undefined,
        pick: (random, active) => firstFree(() => random.pick(active), free),
      };
    case 'by_recruits':
      return byRecruits(free);
    case 'k_ary':
      return inOrder(recruiting.width ?? 1, free);
  }
}

function firstFree(draw: () => number, free: (member: number) => boolean): number {
  for (;;) {
    const member = draw();
    if (free(member)) return member;
  }
}

/** Each member stands in the urn once, and once more for each recruit. */
function byRecruits(free: (member: number) => boolean): PickRecruiter {
  const urn: number[] = [];
  return {
    joined(member, recruiter) {
      urn.push(member);
      if (recruiter >= 0) urn.push(recruiter);
    },
    pick: (random) => firstFree(() => random.pick(urn), free),
  };
}

/** The first to join who is free and has fewer than `width` recruits. */
function inOrder(width: number, free: (member: number) => boolean): PickRecruiter {
  const recruits: number[] = [];
  let first = 0;
  return {
    joined(_member, recruiter) {
      recruits.push(0);
      if (recruiter >= 0) recruits[recruiter] = recruits[recruiter]! + 1;
    },
    pick() {
      while (first < recruits.length && (recruits[first]! >= width || !free(first))) first++;
      return first < recruits.length ? first : -1;
    },
  };
}
