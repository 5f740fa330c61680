import type { ScanSite } from '../engine/scan-site.ts';
import type { SqlRow } from '../engine/sql-engine.ts';
import { thresholds } from './thresholds.ts';

/** One yes-or-no question put to every case of a subject. */
export interface ShareGround {
  readonly name: string;
  /** Data it is drawn from; grounds of one family are one ground. */
  readonly family: string;
  /** SQL conditions over a case: it can be asked, and the answer is yes. */
  readonly looked: string;
  readonly flagged: string;
}

/** How many cases were looked at and flagged, and when the flagged ones were. */
export interface ShareCount {
  readonly cases: number;
  readonly out_of: number;
  /** ISO instants; null where no flagged case has one. */
  readonly first_at: string | null;
  readonly last_at: string | null;
}

export interface SubjectShares {
  readonly subject: string;
  /** By ground, in the order of the grounds. */
  readonly counts: readonly ShareCount[];
}

export interface Shares {
  /** Of all subjects together, by ground. */
  readonly all: readonly ShareCount[];
  /** Subjects with cases enough for some ground, in order. */
  readonly subjects: readonly SubjectShares[];
}

/**
 * Counts, for each ground, the cases of each subject and of all of them in one scan each. `from`
 * is SQL with a column `acted_at`; `by` names the subject; `market` is the condition that a row is
 * one of the whole, where a case may belong to several subjects.
 */
export async function countShares(
  site: ScanSite,
  grounds: readonly ShareGround[],
  { from, by, market }: { readonly from: string; readonly by: string; readonly market: string },
): Promise<Shares> {
  const columns = grounds.flatMap(({ looked, flagged }, i) => [
    `count(*) FILTER (WHERE ${looked}) AS of_${i}`,
    `count(*) FILTER (WHERE ${looked} AND ${flagged}) AS yes_${i}`,
    `min(acted_at) FILTER (WHERE ${looked} AND ${flagged}) AS first_${i}`,
    `max(acted_at) FILTER (WHERE ${looked} AND ${flagged}) AS last_${i}`,
  ]);
  const list = columns.join(', ');
  const most = grounds.map((_, i) => `yes_${i}`).join(', ');
  const [all] = await site.engine.rows(`SELECT ${list} FROM ${from} WHERE ${market}`);
  const rows = await site.engine.rows(`SELECT * FROM (
      SELECT ${by} AS subject, ${list} FROM ${from} WHERE ${by} IS NOT NULL GROUP BY ${by}
    ) WHERE greatest(${most}) >= ${thresholds.cases_min} ORDER BY subject`);
  return {
    all: countsIn(all ?? {}, grounds.length),
    subjects: rows.map((row) => ({
      subject: String(row['subject']),
      counts: countsIn(row, grounds.length),
    })),
  };
}

function countsIn(row: SqlRow, grounds: number): ShareCount[] {
  const instant = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return Array.from({ length: grounds }, (_, i) => ({
    cases: Number(row[`yes_${i}`] ?? 0),
    out_of: Number(row[`of_${i}`] ?? 0),
    first_at: instant(row[`first_${i}`]),
    last_at: instant(row[`last_${i}`]),
  }));
}
