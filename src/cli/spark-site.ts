import { join, resolve } from 'node:path';
import { parseHiveAddress } from '../engine/spark/hive-address.ts';
import { openSpark } from '../engine/spark/spark.ts';
import type { SparkPlan, SparkSite } from '../inspect/lay-before-spark.ts';
import { PolyprismError } from '../model/issue.ts';
import { forgetAccount } from '../storage/folder-account.ts';
import { below, parseObjectUrl } from '../storage/object-url.ts';
import { deleteAt, fetchBelow } from '../storage/loose-folder.ts';
import { putFile } from '../storage/put-file.ts';
import { openStorage } from '../storage/storage.ts';
import type { InspectFlags } from './inspect-flags.ts';
import { namespaceOf } from './lake-flags.ts';
import type { Language } from './language.ts';

/** Spark as the flags name it, with the end of its session. */
export interface OpenSparkSite extends SparkSite {
  end(): Promise<void>;
}

type EngineFlags = Pick<InspectFlags, 'engine' | 'engineUrl' | 'enginePath' | 'engineTables'>;

/**
 * The address of Spark that flags and environment ask for; null where provisions run in this
 * process. Throws `cli.engine_url`, and for a password that others could read in the list of
 * processes `cli.engine_url_password`.
 */
export function engineUrlOf(flags: EngineFlags, env: NodeJS.ProcessEnv): string | null {
  const { engine, engineUrl, enginePath, engineTables } = flags;
  const asked = engine === 'spark';
  const url = engineUrl ?? (asked ? env['POLYPRISM_ENGINE_URL'] : undefined);
  const more = enginePath !== undefined || engineTables !== undefined;
  if (asked !== (url !== undefined) || (more && !asked)) {
    throw new PolyprismError('cli.engine_url');
  }
  if (url === undefined) return null;
  const { password } = parseHiveAddress(url);
  if (engineUrl !== undefined && password !== 'anonymous') {
    throw new PolyprismError('cli.engine_url_password');
  }
  return url;
}

/** Opens what `--engine spark` asks for; null where provisions run in this process. */
export async function openSparkSite(
  flags: InspectFlags,
  signal: AbortSignal,
): Promise<OpenSparkSite | null> {
  const { enginePath, out, sent_to, lang } = flags;
  const url = engineUrlOf(flags, process.env);
  if (url === null) return null;
  const spark = await openSpark(url, signal);
  const named = sent_to?.replace(/^s3:/i, 's3a:') ?? `file:${resolve(out)}`;
  const folder = enginePath?.replace(/\/$/, '') ?? named;
  return {
    engine: spark,
    folder: `${folder}/snapshot`,
    namespace: namespaceOf(flags),
    ...(sent_to !== undefined && { away: await inStorage(sent_to, out, signal) }),
    plan: async (plan) => {
      const before_ms = performance.now();
      await spark.rows('SELECT count(*) AS n FROM pp_calendar_day');
      const statement_s = (performance.now() - before_ms) / 1_000;
      process.stderr.write(`${describePlan(spark.version, plan, statement_s, lang)}\n`);
    },
    end: async () => await spark.end(),
  };
}

/** Tables lie in storage before Spark reads them; the folder has no account until all is there. */
async function inStorage(
  sent_to: string,
  out: string,
  signal: AbortSignal,
): Promise<NonNullable<SparkSite['away']>> {
  const storage = await openStorage(process.env, signal);
  const folder = parseObjectUrl(sent_to);
  await forgetAccount(storage, folder);
  return {
    put: async (path) => {
      const file = `snapshot/${path}`;
      await putFile(storage, below(folder, file), join(out, file));
    },
    fetch: async (path) => {
      const from = below(folder, `snapshot/${path}`);
      await fetchBelow(storage, from, join(out, 'snapshot', path));
    },
    remove: async (path) => await deleteAt(storage, below(folder, `snapshot/${path}`)),
  };
}

/** Rows a core of Spark gets through in a second where it groups them: docs/how-to/spark.md. */
const rows_per_core_s = 600_000;

/** What is about to be run, and how long it may take by what one small statement took. */
export function describePlan(
  version: string,
  { statements, tables, rows_read }: SparkPlan,
  statement_s: number,
  lang: Language,
): string {
  const grouped = (value: number): string => value.toLocaleString('en-US');
  const read = tables.filter(({ rows }) => rows > 0);
  const list = read.map(({ name, rows }) => `${name} ${grouped(rows)}`).join(', ');
  const each_s = statement_s.toFixed(2);
  const small_s = grouped(Math.ceil(statements * statement_s));
  const core_s = grouped(Math.ceil(rows_read / rows_per_core_s));
  return lang === 'zh'
    ? `Spark ${version}：约 ${statements} 条语句，读取以下各表（行数）：${list}\n` +
        `预计：每条语句自身 ${each_s} 秒（刚才实测），合计 ${small_s} 秒；` +
        `共读 ${grouped(rows_read)} 行，按每核每秒 ${grouped(rows_per_core_s)} 行，` +
        `至多 ${core_s} 秒除以核数`
    : `Spark ${version}: about ${statements} statements over tables of so many rows: ${list}\n` +
        `Estimate: ${each_s} s for a statement as such (measured just now), ` +
        `${small_s} s for all; ` +
        `they read ${grouped(rows_read)} rows, at ${grouped(rows_per_core_s)} a second and core ` +
        `up to ${core_s} s by the number of cores`;
}
