import { DuckDb } from '../engine/duckdb.ts';
import type { Pack } from '../model/provision.ts';
import { analyseNetwork } from '../network/analyse-network.ts';
import type { ProvisionRun } from '../provisions/run.ts';
import { attachSnapshot } from './attach-snapshot.ts';
import { compareFindings } from './compare-findings.ts';
import type { ProvisionDifference } from './compare-findings.ts';
import { dayToJudge } from './day-to-judge.ts';
import { judge } from './judge.ts';
import type { JudgeableSnapshot } from './snapshot-file.ts';

export interface PackComparison {
  readonly as_of: string;
  readonly currency: string;
  readonly provisions: readonly ProvisionDifference[];
}

export interface ComparePacksOptions {
  /** ISO date; the last day the data speak of where absent. */
  readonly as_of?: string;
  readonly signal?: AbortSignal;
}

/** Judges one snapshot by two versions of a pack, as of the same day, and compares. */
export async function comparePacks(
  snapshot: JudgeableSnapshot,
  before: Pack,
  after: Pack,
  { as_of: asked, signal }: ComparePacksOptions = {},
): Promise<PackComparison> {
  const engine = await DuckDb.open({ temporary_directory: snapshot.directory });
  const interrupt = (): void => engine.connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    await attachSnapshot(engine, snapshot);
    await analyseNetwork(engine, { time_zone: snapshot.time_zone });
    const as_of = asked ?? (await dayToJudge(engine, snapshot, [before, after]));
    const judged = async (pack: Pack): Promise<ProvisionRun> => {
      signal?.throwIfAborted();
      return await judge(engine, [pack], { ...snapshot, as_of });
    };
    const provisions = compareFindings(await judged(before), await judged(after));
    return { as_of, currency: snapshot.currency, provisions };
  } finally {
    signal?.removeEventListener('abort', interrupt);
    engine.close();
  }
}
