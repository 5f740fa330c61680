import { countingLines, profileNames } from '../../model/counting.ts';
import type { Count, CountBracket, Ends, Flip, ProfileCounts } from '../../model/counting.ts';

/** Puts the counts under all profiles into one bracket; `accounts` is always counted. */
export function bracketOf(
  counts: ProfileCounts,
  lines: readonly Count[] = countingLines,
): CountBracket {
  const flips = lines.flatMap((line): Flip[] => {
    const counted = profileNames.filter((profile) => counts[profile] !== null);
    const met_by = counted.filter((profile) => reaches(counts[profile]!, line));
    const not_met_by = counted.filter((profile) => !met_by.includes(profile));
    const flips_here = met_by.length > 0 && not_met_by.length > 0;
    const { people, levels } = line;
    return flips_here ? [{ people, levels, met_by, not_met_by }] : [];
  });
  return { people: endsOf(counts, 'people'), levels: endsOf(counts, 'levels'), counts, flips };
}

function reaches(count: Count, line: Count): boolean {
  return count.people >= line.people && count.levels >= line.levels;
}

function endsOf(counts: ProfileCounts, what: 'people' | 'levels'): Ends {
  const told = profileNames.flatMap((profile) => {
    const value = counts[profile]?.[what];
    return value === undefined ? [] : [{ profile, value }];
  });
  const values = told.map(({ value }) => value);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const first = (end: number): Ends['min_by'] =>
    told.find(({ value }) => value === end)?.profile ?? 'accounts';
  return { min, max, min_by: first(min), max_by: first(max) };
}
