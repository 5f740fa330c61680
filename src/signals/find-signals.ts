import type { DuckDb } from '../engine/duckdb.ts';
import { scansHere } from '../engine/scan-site.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { wordsOf } from '../engine/sql-words.ts';
import { limits } from '../model/limits.ts';
import type { OnProgress } from '../model/progress.ts';
import { clusterSignals } from './cluster-signals.ts';
import { reviewSignals } from './review-signals.ts';
import { stageAlike } from './stage-alike.ts';
import { stageBlocks, stageNoBlocks } from './stage-blocks.ts';
import type { SubjectBlocks } from './stage-blocks.ts';
import { stageBursts } from './stage-bursts.ts';
import { stageLinks } from './stage-links.ts';
import { stageOrders } from './stage-orders.ts';
import { stagePurchases } from './stage-purchases.ts';
import { stageReviews } from './stage-reviews.ts';
import { stageSales } from './stage-sales.ts';
import { stageSubjects } from './stage-subjects.ts';
import { inOrder } from './suspicion.ts';
import type { Signals } from './suspicion.ts';
import { tradeSignals } from './trade-signals.ts';

export interface SignalOptions {
  /** ISO date: what is later is not looked at. */
  readonly as_of: string;
  /** IANA zone of that date. */
  readonly time_zone: string;
  /** Pairs of buyer and listing above which dense blocks are not searched for. */
  readonly pairs_max?: number;
  /** Is told after each of the steps. */
  readonly progress?: OnProgress;
  /** Where orders and what belongs to them are scanned; here where absent. */
  readonly site?: ScanSite;
}

/** Steps of `findSignals`, for whoever watches. */
const steps = 12;

/**
 * Every suspicion the tables give, with its grounds, in order. Reads `order`, `order_line`,
 * `shipment`, `shop`, `operator`, `listing`, `live_session`, `price_event`, `commission`,
 * `after_sale`, `account_link`, `review`, `complaint` and `quality_event`; leaves nothing behind.
 */
export async function findSignals(engine: DuckDb, options: SignalOptions): Promise<Signals> {
  const { site = scansHere(engine) } = options;
  const words = wordsOf(site.engine);
  const before = words.after(options.as_of, options.time_zone);
  const step = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    const at = { subject: 'signal', done: ++done, total: steps } as const;
    options.progress?.({ step: 'provisions', ...at, unit: 'items', rows: 0 });
    return result;
  };
  let done = 0;
  try {
    await step(stageOrders(site, before));
    await step(stageSubjects(site));
    const pairs = await step(stagePurchases(site, words.numbered));
    const searched = pairs <= (options.pairs_max ?? limits.signal_pairs_max);
    const blocks = searched ? await step(searchBlocks(engine, site)) : null;
    if (!searched) await step(stageNoBlocks(site));
    await step(stageBursts(site));
    await step(stageReviews(site, before));
    await step(stageAlike(engine, site));
    await step(stageLinks(site));
    const trades = await step(tradeSignals(site, blocks));
    const reviews = await step(reviewSignals(site));
    await step(stageSales(site, before));
    const clusters = await step(clusterSignals(site));
    const all = [trades, reviews, clusters];
    return {
      suspicions: inOrder(all.flatMap((one) => one.suspicions)),
      scopes: all.flatMap((one) => one.scopes),
    };
  } finally {
    await site.clear('pp_sig_');
  }
}

/** Blocks are found among numbers without gaps, in the order of ids. */
async function searchBlocks(engine: DuckDb, site: ScanSite): Promise<SubjectBlocks> {
  if (site.engine.dialect === 'spark') await stagePurchases(site, wordsOf(engine).numbered);
  return await stageBlocks(engine, site);
}
