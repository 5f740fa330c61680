import { sqlText } from '../engine/duckdb.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import { limits } from '../model/limits.ts';
import type { OnProgress } from '../model/progress.ts';
import { clusterSignals } from './cluster-signals.ts';
import { reviewSignals } from './review-signals.ts';
import { stageAlike } from './stage-alike.ts';
import { stageBlocks, stageNoBlocks } from './stage-blocks.ts';
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
}

/** Steps of `findSignals`, for whoever watches. */
const steps = 12;

/**
 * Every suspicion the tables give, with its grounds, in order. Reads `order`, `order_line`,
 * `shipment`, `shop`, `operator`, `listing`, `live_session`, `price_event`, `commission`,
 * `after_sale`, `account_link`, `review`, `complaint` and `quality_event`; leaves nothing behind.
 */
export async function findSignals(engine: DuckDb, options: SignalOptions): Promise<Signals> {
  const before = `((DATE ${sqlText(options.as_of)} + INTERVAL 1 DAY)
    AT TIME ZONE ${sqlText(options.time_zone)} AT TIME ZONE 'UTC')`;
  const step = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    const at = { subject: 'signal', done: ++done, total: steps } as const;
    options.progress?.({ step: 'provisions', ...at, unit: 'items', rows: 0 });
    return result;
  };
  let done = 0;
  try {
    await step(stageOrders(engine, before));
    await step(stageSubjects(engine));
    const pairs = await step(stagePurchases(engine));
    const searched = pairs <= (options.pairs_max ?? limits.signal_pairs_max);
    const blocks = searched ? await step(stageBlocks(engine)) : null;
    if (!searched) await step(stageNoBlocks(engine));
    await step(stageBursts(engine));
    await step(stageReviews(engine, before));
    await step(stageAlike(engine));
    await step(stageLinks(engine));
    const trades = await step(tradeSignals(engine, blocks));
    const reviews = await step(reviewSignals(engine));
    await step(stageSales(engine, before));
    const clusters = await step(clusterSignals(engine));
    const all = [trades, reviews, clusters];
    return {
      suspicions: inOrder(all.flatMap((one) => one.suspicions)),
      scopes: all.flatMap((one) => one.scopes),
    };
  } finally {
    await clear(engine);
  }
}

/** Drops the working tables. */
async function clear(engine: DuckDb): Promise<void> {
  const rows = await engine.rows(`SELECT table_name FROM duckdb_tables()
    WHERE temporary AND starts_with(table_name, 'pp_sig_') ORDER BY table_name`);
  for (const row of rows) await engine.run(`DROP TABLE IF EXISTS ${String(row['table_name'])}`);
}
