import type { Provision } from '../model/provision.ts';
import { rankOfVersion } from '../provisions/applicable-days.ts';

/**
 * Pairs of versions of one id and one rank that claim the same day, the later one second. Between
 * versions of different ranks the higher decides.
 */
export function overlappingVersions<T extends { readonly provision: Provision }>(
  parsed: readonly T[],
): (readonly [earlier: T, later: T])[] {
  const pairs: (readonly [T, T])[] = [];
  const alike = Map.groupBy(
    parsed,
    ({ provision }) => `${rankOfVersion(provision)} ${provision.id}`,
  );
  for (const versions of alike.values()) {
    const sorted = versions.toSorted((a, b) =>
      a.provision.in_force.from < b.provision.in_force.from ? -1 : 1,
    );
    sorted.forEach((later, i) => {
      const earlier = sorted[i - 1];
      if (!earlier) return;
      const { to } = earlier.provision.in_force;
      if (to === null || to >= later.provision.in_force.from) pairs.push([earlier, later]);
    });
  }
  return pairs;
}
