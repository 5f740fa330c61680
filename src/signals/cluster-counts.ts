import type { ScanSite } from '../engine/scan-site.ts';
import type { SqlRow } from '../engine/sql-engine.ts';
import { thresholds } from './thresholds.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** What may follow a sale, as the columns of `pp_sig_sale` have it. */
export const followings = [
  { name: 'complaints', family: 'complaints', looked: 'TRUE', yes: 'complained' },
  { name: 'returns', family: 'returns', looked: 'alone', yes: 'returned' },
  { name: 'bad_reviews', family: 'reviews', looked: 'rated', yes: 'bad' },
] as const;

export interface ClusterCount {
  readonly table: TwoByTwo;
  readonly first_at: string | null;
  readonly last_at: string | null;
}

/** A batch against the other batches of its listing, or a listing against its category. */
export interface ClusterCase {
  readonly level: 'batch' | 'listing';
  readonly listing_id: string;
  readonly batch: string | null;
  readonly operator_id: string | null;
  /** Failed checks and injuries on record. */
  readonly events: number;
  readonly first_event_at: string | null;
  readonly last_event_at: string | null;
  /** In the order of `followings`. */
  readonly counts: readonly ClusterCount[];
}

export interface ClusterCases {
  /** Those with enough cases of something, in order. */
  readonly cases: readonly ClusterCase[];
  /** How many were looked at, those without included: the number of comparisons made. */
  readonly compared: number;
}

/** Counts what followed the sales of each batch, or each listing, and of the others beside it. */
export async function clusterCases(
  site: ScanSite,
  level: ClusterCase['level'],
): Promise<ClusterCases> {
  const batch = level === 'batch';
  const key = batch ? 'listing_id, batch' : 'listing_id';
  const stratum = batch ? 'listing_id' : "coalesce(min(category), '')";
  const columns = followings.flatMap(({ looked, yes }, i) => [
    `count(*) FILTER (WHERE ${looked}) AS of_${i}`,
    `count(*) FILTER (WHERE ${looked} AND ${yes}) AS yes_${i}`,
    `min(${yes}_at) FILTER (WHERE ${looked} AND ${yes}) AS first_${i}`,
    `max(${yes}_at) FILTER (WHERE ${looked} AND ${yes}) AS last_${i}`,
  ]);
  const all = followings.flatMap((_, i) => [
    `sum(of_${i}) OVER beside AS all_of_${i}`,
    `sum(yes_${i}) OVER beside AS all_yes_${i}`,
  ]);
  await site.make(
    'pp_sig_cluster',
    `WITH own AS (
      SELECT ${key}, ${stratum} AS stratum, min(operator_id) AS operator_id, ${columns.join(', ')}
      FROM pp_sig_sale ${batch ? 'WHERE batch IS NOT NULL' : ''} GROUP BY ${key}
    )
    SELECT *, ${all.join(', ')}, count(*) OVER beside AS siblings
    FROM own WINDOW beside AS (PARTITION BY stratum)`,
  );
  const most = followings.map((_, i) => `yes_${i}`).join(', ');
  const rows = await site.engine.rows(`SELECT c.*, e.events, e.first_event_at, e.last_event_at
    FROM pp_sig_cluster c LEFT JOIN (${eventsSql(batch)}) e
      ON e.listing_id = c.listing_id ${batch ? 'AND e.batch = c.batch' : ''}
    WHERE c.siblings > 1 AND greatest(${most}) >= ${thresholds.cluster_cases_min}
    ORDER BY ${batch ? 'c.listing_id, c.batch' : 'c.listing_id'}`);
  const [size] = await site.engine.rows(
    'SELECT count(*) AS compared FROM pp_sig_cluster WHERE siblings > 1',
  );
  return { cases: rows.map((row) => caseOf(row, level)), compared: Number(size?.['compared']) };
}

function eventsSql(batch: boolean): string {
  const key = batch ? 'listing_id, batch' : 'listing_id';
  return `SELECT ${key}, count(*) AS events, min(q.at) AS first_event_at, max(q.at) AS last_event_at
    FROM quality_event q WHERE kind = 'injury' OR kind = 'spot_check' AND result = 'failed'
    GROUP BY ${key}`;
}

function caseOf(row: SqlRow, level: ClusterCase['level']): ClusterCase {
  const text = (name: string): string | null => (row[name] == null ? null : String(row[name]));
  const count = (name: string): number => Number(row[name] ?? 0);
  return {
    level,
    listing_id: String(row['listing_id']),
    batch: level === 'batch' ? text('batch') : null,
    operator_id: text('operator_id'),
    events: count('events'),
    first_event_at: text('first_event_at'),
    last_event_at: text('last_event_at'),
    counts: followings.map((_, i) => {
      const a = count(`yes_${i}`);
      const b = count(`of_${i}`) - a;
      const c = count(`all_yes_${i}`) - a;
      const d = count(`all_of_${i}`) - count(`of_${i}`) - c;
      return { table: { a, b, c, d }, first_at: text(`first_${i}`), last_at: text(`last_${i}`) };
    }),
  };
}
