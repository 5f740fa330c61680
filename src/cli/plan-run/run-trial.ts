import { join } from 'node:path';
import { DuckDb, sqlText } from '../../engine/duckdb.ts';
import { attachSnapshot } from '../../inspect/attach-snapshot.ts';
import { derivers } from '../../inspect/derivers.ts';
import { fundingTableNames } from '../../inspect/funding-derivers.ts';
import { dutiesOf } from '../../inspect/judge.ts';
import { IssueLog } from '../../model/issue.ts';
import type { Pack } from '../../model/provision.ts';
import { analyseNetwork } from '../../network/analyse-network.ts';
import { attachCalendars } from '../../provisions/attach-calendars.ts';
import { deriveTables, tablesRead } from '../../provisions/derive.ts';
import { runProvisions } from '../../provisions/run.ts';
import { spent } from './spent.ts';
import type { Spent } from './spent.ts';
import type { TrialSnapshot } from './trial-snapshot.ts';

const AS_OF = '2026-01-15';
const ZONE = 'Asia/Shanghai';

/** What an inspection of a trial's snapshot took, step by step as `inspect` takes them. */
export interface TrialRun {
  readonly decode: Spent<unknown>;
  readonly group: Spent<unknown>;
  readonly network: Spent<unknown>;
  readonly derived: Spent<unknown>;
  readonly provisions: Spent<unknown>;
  /** Arrays held at most, beside what the engine holds within its limit. */
  readonly network_memory_bytes: number;
  readonly derived_memory_bytes: number;
}

/** Takes the steps of an inspection after its import. `memory_limit` is the engine's. */
export async function runTrial(
  { directory, tables }: TrialSnapshot,
  packs: readonly Pack[],
  memory_limit: string,
): Promise<TrialRun> {
  const engine = await DuckDb.open({ temporary_directory: directory, memory_limit });
  try {
    await attachSnapshot(engine, { directory, tables });
    const [members, orders] = [fileIn(directory, 'member'), fileIn(directory, 'order')];
    const decode = await spent(() =>
      engine.rows(`SELECT max(columns(*)) FROM (SELECT member_no,
      recruiter_no, CAST(joined_at AS DATE) AS joined_on FROM ${members})`),
    );
    const group = await spent(() =>
      engine.rows(`SELECT max(columns(*)) FROM (SELECT buyer_id,
      sum(paid_minor) AS paid, min(paid_at) AS first FROM ${orders} GROUP BY buyer_id)`),
    );
    const network = await holding(() => analyseNetwork(engine, { time_zone: ZONE }));
    const context = { as_of: AS_OF, tables, time_zone: ZONE, currency: 'CNY', input_digests: [] };
    const duties = dutiesOf(packs, AS_OF);
    await attachCalendars(engine, packs);
    const wanted = new Set([
      ...tablesRead(duties),
      'classification',
      ...fundingTableNames,
    ] as const);
    const deriving = { ...context, packs, issues: new IssueLog() };
    const derived = await holding(() => deriveTables(engine, derivers, wanted, deriving));
    const provisions = await spent(() => runProvisions(engine, duties, context));
    return {
      decode,
      group,
      network: network.spent,
      derived: derived.spent,
      provisions,
      network_memory_bytes: network.memory_bytes,
      derived_memory_bytes: derived.memory_bytes,
    };
  } finally {
    engine.close();
  }
}

function fileIn(directory: string, table: string): string {
  return sqlText(join(directory, `${table}.parquet`));
}

const SAMPLE_MS = 20;

/** A piece of work, and how much more the process held at most while it ran. */
async function holding(
  work: () => Promise<unknown>,
): Promise<{ readonly spent: Spent<unknown>; readonly memory_bytes: number }> {
  // Not the heap: most of it is what nobody holds any more.
  const held = (): number => process.memoryUsage().arrayBuffers;
  const before = held();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, held())), SAMPLE_MS);
  try {
    return { spent: await spent(work), memory_bytes: most - before };
  } finally {
    clearInterval(timer);
  }
}
