import type { SqlRow } from '../../engine/sql-engine.ts';
import { profileNames } from '../../model/counting.ts';
import type { Count, CountingProfile, ProfileCounts } from '../../model/counting.ts';

/** The counts in a row of network_count. */
export function countsIn(row: SqlRow): ProfileCounts {
  return byProfile(
    new Map(
      profileNames.map((profile) => {
        const [people, levels] = [row[`people_${profile}`], row[`levels_${profile}`]];
        const known = people !== null && people !== undefined;
        return [profile, known ? { people: Number(people), levels: Number(levels) } : null];
      }),
    ),
  );
}

/** Every profile has its entry: the maps are made from the list of them. */
export function byProfile(counts: ReadonlyMap<CountingProfile, Count | null>): ProfileCounts {
  return Object.fromEntries(counts) as unknown as ProfileCounts;
}
