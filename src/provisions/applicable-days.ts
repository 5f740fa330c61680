import { addDays } from '../model/days.ts';
import type { InForce, Provision } from '../model/provision.ts';
import { rankOf } from '../model/rank.ts';
import { contains } from './periods.ts';

/** The rank a version speaks with: that of the highest text it cites. */
export function rankOfVersion({ cites }: Pick<Provision, 'cites'>): number {
  return Math.max(...cites.map(({ rank }) => rankOf(rank)));
}

/**
 * The days on which a version decides: those of its time in force that no version of the same
 * provision by a higher text claims. Versions of one rank do not overlap: the packs' reader sees
 * to it.
 */
export function applicableDays(version: Provision, versions: readonly Provision[]): InForce[] {
  const own = rankOfVersion(version);
  return versions
    .filter((other) => other.id === version.id && rankOfVersion(other) > own)
    .reduce<InForce[]>(
      (days, { in_force }) => days.flatMap((one) => without(one, in_force)),
      [version.in_force],
    );
}

/** The version that decides on a day; undefined where none is in force. */
export function versionOn(versions: readonly Provision[], day: string): Provision | undefined {
  return versions
    .filter(({ in_force }) => contains(in_force, day))
    .toSorted((a, b) => rankOfVersion(b) - rankOfVersion(a))[0];
}

function without(days: InForce, taken: InForce): InForce[] {
  const rest: InForce[] = [{ from: days.from, to: least(days.to, addDays(taken.from, -1)) }];
  if (taken.to !== null) {
    const next = addDays(taken.to, 1);
    rest.push({ from: days.from > next ? days.from : next, to: days.to });
  }
  return rest.filter(({ from, to }) => to === null || from <= to);
}

function least(a: string | null, b: string): string {
  return a === null || b < a ? b : a;
}
