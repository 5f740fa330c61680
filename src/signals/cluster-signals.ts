import type { ScanSite } from '../engine/scan-site.ts';
import { anyRow } from './any-row.ts';
import { clusterCases, followings } from './cluster-counts.ts';
import type { ClusterCase, ClusterCount } from './cluster-counts.ts';
import { clusterStatement, eventStatement } from './cluster-statements.ts';
import { exactTail } from './exact-tail.ts';
import { falseDiscovery } from './false-discovery.ts';
import type { Ground, Scope, Signals, Suspicion } from './suspicion.ts';
import { thresholds } from './thresholds.ts';
import { expectedCount, informationComponent, proportionalRatio } from './two-by-two.ts';

const { cluster_cases_min, cluster_ratio_min, cluster_false_max } = thresholds;

/**
 * Batches with more complaints or returns than the other batches of their listing, and listings
 * with more than the others of their category. One ground is enough to be listed: it is a test
 * with its error rate stated, and further grounds are named beside it.
 */
export async function clusterSignals(site: ScanSite): Promise<Signals> {
  const suspicions: Suspicion[] = [];
  for (const level of ['batch', 'listing'] as const) {
    const { cases, compared } = await clusterCases(site, level);
    const judged = followings.map((_, i) => judgeAll(cases, i, compared));
    cases.forEach((one, no) => {
      const found = judged.flatMap((of) => of[no] ?? []);
      const suspicion = suspicionOf(one, found);
      if (suspicion) suspicions.push(suspicion);
    });
  }
  return { suspicions, scopes: await scopesOf(site) };
}

/** One kind of following, for all cases: a ground or null each, chance findings kept rare. */
function judgeAll(cases: readonly ClusterCase[], i: number, compared: number): (Ground | null)[] {
  const counts = cases.map((one) => one.counts[i]!);
  const enough = counts.map(({ table }) => table.a >= cluster_cases_min);
  const p = counts.map(({ table }, no) => (enough[no] === true ? exactTail(table) : 1));
  const q = falseDiscovery(p, Math.max(compared, p.length));
  return cases.map((one, no) => (enough[no] === true ? judge(one, i, counts[no]!, q[no]!) : null));
}

function judge(one: ClusterCase, i: number, count: ClusterCount, q: number): Ground | null {
  const { table, first_at, last_at } = count;
  const expected = expectedCount(table);
  const { low } = informationComponent(table.a, expected);
  const ratio = proportionalRatio(table).value;
  if (!(ratio >= cluster_ratio_min && low > 0 && q <= cluster_false_max)) return null;
  const { name, family } = followings[i]!;
  return {
    name,
    family,
    cases: table.a,
    out_of: table.a + table.b,
    expected,
    strength: low,
    threshold: 0,
    statement: clusterStatement(name, one.level, table, low, q),
    first_at,
    last_at,
  };
}

function suspicionOf(one: ClusterCase, found: readonly Ground[]): Suspicion | null {
  const names = new Set(found.map(({ name }) => name));
  const complaints = names.has('complaints');
  if (!complaints && !names.has('returns')) return null;
  const { level, listing_id, batch, operator_id } = one;
  return {
    kind: complaints ? 'complaint_cluster' : 'return_cluster',
    subject_kind: level,
    subject_id: level === 'batch' ? `${listing_id}/${batch}` : listing_id,
    operator_id,
    listing_id,
    batch,
    grounds: one.events > 0 ? [...found, eventGround(one)] : found,
  };
}

/** A failed check or an injury on record: no statistics, a fact beside them. */
function eventGround({ events, first_event_at, last_event_at }: ClusterCase): Ground {
  return {
    name: 'quality_events',
    family: 'inspections',
    cases: events,
    out_of: events,
    expected: 0,
    strength: events,
    threshold: 1,
    statement: eventStatement(events),
    first_at: first_event_at,
    last_at: last_event_at,
  };
}

/** What each ground is drawn from, and how to see that it is there. */
const sources = [
  ['complaint_cluster', 'complaints', 'complaints', 'complaint.order_id'],
  ['return_cluster', 'returns', 'returns', 'after_sale.order_id'],
  ['complaint_cluster', 'bad_reviews', 'reviews', 'review.score'],
  ['complaint_cluster', 'quality_events', 'inspections', 'quality_event.kind'],
] as const;

async function scopesOf(site: ScanSite): Promise<Scope[]> {
  const has: Readonly<Record<string, boolean>> = {
    sales: await anyRow(site, 'pp_sig_sale', 'TRUE'),
    batches: await anyRow(site, 'pp_sig_sale', 'batch IS NOT NULL'),
    complaints: await anyRow(site, 'complaint', 'order_id IS NOT NULL'),
    returns: await anyRow(site, 'after_sale', 'order_id IS NOT NULL'),
    bad_reviews: await anyRow(site, 'pp_sig_sale', 'rated'),
    quality_events: await anyRow(site, 'quality_event', 'kind IS NOT NULL'),
  };
  return (['batch', 'listing'] as const).flatMap((subject_kind) =>
    sources.map(([kind, ground, family, source]) => {
      const supplied = has[ground] === true;
      const sold = has[subject_kind === 'batch' ? 'batches' : 'sales'] === true;
      const missing = subject_kind === 'batch' ? 'order_line.batch' : 'order_line.listing_id';
      const needs = supplied ? missing : source;
      return { kind, subject_kind, ground, family, measured: supplied && sold, needs };
    }),
  );
}
