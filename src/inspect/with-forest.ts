import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DuckDb } from '../engine/duckdb.ts';
import { awayIn } from '../engine/spark/work-files.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SqlForestChoice } from '../network/grow-tree.ts';
import { siteHere, siteOnSpark } from '../network/sql/forest-site.ts';
import type { ForestSite } from '../network/sql/forest-site.ts';
import type { SparkSite } from './lay-before-spark.ts';

interface ForestOptions {
  readonly forest?: 'kernels' | 'sql' | 'both';
  readonly spark?: SparkSite;
  readonly progress?: OnProgress;
}

/** Gives the SQL forest a place for as long as the network is worked out. */
export async function withForest<T>(
  engine: DuckDb,
  snapshot: Pick<Snapshot, 'directory'>,
  { forest, spark, progress }: ForestOptions,
  use: (choice: SqlForestChoice | undefined) => Promise<T>,
): Promise<T> {
  if (forest === undefined || forest === 'kernels') return await use(undefined);
  const { engine: onSpark, folder = null, away } = spark ?? {};
  if (onSpark === undefined || folder === null) {
    return await use({ by: forest, site: telling(siteHere(engine), progress) });
  }
  const here = await mkdtemp(join(snapshot.directory, `.work-${process.pid}-`));
  try {
    const site = siteOnSpark(onSpark, {
      here,
      there: `${folder}/${basename(here)}`,
      away: awayIn(away, basename(here)),
    });
    return await use({ by: forest, site: telling(site, progress) });
  } finally {
    await rm(here, { recursive: true, force: true });
    await away?.remove(basename(here));
  }
}

/** The site, telling of each table it makes. */
function telling(site: ForestSite, progress: OnProgress | undefined): ForestSite {
  if (progress === undefined) return site;
  let done = 0;
  const make: ForestSite['work']['make'] = async (name, query) => {
    const at = { done, total: null, unit: 'items', rows: 0 } as const;
    progress({ step: 'network', subject: name, ...at });
    done += 1;
    await site.work.make(name, query);
  };
  return { ...site, work: { ...site.work, make } };
}
