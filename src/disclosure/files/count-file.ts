import type { JsonObject } from '../../model/json.ts';
import { placeOf } from '../suppression/count-table.ts';
import { suppress } from '../suppression/suppress.ts';
import { column } from './data-file.ts';
import type { FileSchema } from './data-file.ts';

/** What is counted of each office. */
export const counted = ['complaint', 'report'] as const;

/** What came to an office in a month. */
export interface OfficeCounts {
  readonly office: string;
  readonly office_name: string;
  readonly counts: Readonly<Record<(typeof counted)[number], number>>;
}

/** A smaller number than this could be somebody. Ours. */
const persons_min = 10;

/** Stands for all offices, or all kinds. */
const all = '*';

/** Complaints and reports that came in a month, by office, without small cells. */
export const countSchema: FileSchema = {
  name: 'counts',
  title: { zh: '当月收到的投诉与举报件数', en: 'Complaints and reports that came in the month' },
  columns: [
    column('month', 'text', '月份', 'month'),
    column('office', 'text', '机构编号；* 为合计', 'id of the office; * for all'),
    column('office_name', 'text', '机构名称', 'its name'),
    column('kind', 'text', '类别；* 为合计', 'kind; * for both'),
    column('count', 'whole', '件数；空为不公示的小数', 'how many; empty: left out as small'),
  ],
};

/**
 * The rows of a month. Each tells what is new in it, not the year to date: what is added between
 * two sums would have to be hidden as well. `offices` in order.
 */
export async function countRows(
  month: string,
  offices: readonly OfficeCounts[],
): Promise<JsonObject[]> {
  const table = {
    dimensions: [
      { id: 'office', labels: offices.map(({ office }) => office) },
      { id: 'kind', labels: counted },
    ],
    counts: offices.flatMap(({ counts }) => counted.map((kind) => counts[kind])),
  };
  const { sizes, shown } = await suppress(table, { persons_min });
  return shown.map((count, cell) => {
    const [row = 0, kind = 0] = placeOf(cell, sizes);
    const { office = all, office_name = null } = offices[row] ?? {};
    return { month, office, office_name, kind: counted[kind] ?? all, count };
  });
}
