import { compareText } from '../../model/issue.ts';
import type { Report } from '../../model/report.ts';

/** Provisions that the same missing data keep from an answer. */
export interface NeedGroup {
  readonly needs: readonly string[];
  readonly provisions: readonly string[];
}

/** What is missing, by what supplying it would allow: most provisions first, then fewest needs. */
export function needGroups(report: Report): NeedGroup[] {
  const groups = Map.groupBy(report.cannot_tell, ({ needs }) => needs.join(' '));
  return [...groups.values()]
    .map((members) => ({
      needs: members[0]?.needs ?? [],
      provisions: members.map(({ provision }) => provision),
    }))
    .toSorted(
      (a, b) =>
        b.provisions.length - a.provisions.length ||
        a.needs.length - b.needs.length ||
        compareText(a.needs.join(' '), b.needs.join(' ')),
    );
}
