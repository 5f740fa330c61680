import { compareText, nowhere } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { UntoldOf } from './screen-record.ts';

/** Rows named in an issue; how many there are in all is its count. */
const rowsShown = 20;

/** An issue for each column with texts that have more terms than are told of one. */
export function untoldIssues(untold: readonly UntoldOf[]): Issue[] {
  const columns = Map.groupBy(
    untold,
    ({ place }) => `${place.subject_table} ${place.subject_column}`,
  );
  return [...columns]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, all]) => {
      const [table = '', column = ''] = key.split(' ');
      const ids = [...new Set(all.map(({ place }) => String(place.subject_id)))].toSorted(
        compareText,
      );
      const more = ids.length > rowsShown ? ', …' : '';
      const rows = ids.slice(0, rowsShown).join(', ').slice(0, limits.shown_chars_max) + more;
      const hits = all.reduce((sum, { count }) => sum + count, 0);
      const params = { table, column, hits, rows, limit: limits.text_hits_max };
      return { code: 'text.hits_untold', params, count: ids.length, ...nowhere };
    });
}
