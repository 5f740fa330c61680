import { join, resolve } from 'node:path';
import { openSpark } from '../engine/spark/spark.ts';
import type { SparkPlan, SparkSite } from '../inspect/lay-before-spark.ts';
import { PolyprismError } from '../model/issue.ts';
import { forgetAccount } from '../storage/folder-account.ts';
import { below, parseObjectUrl } from '../storage/object-url.ts';
import { deleteObject, putFile } from '../storage/put-file.ts';
import { openStorage } from '../storage/storage.ts';
import type { InspectFlags } from './inspect-flags.ts';
import type { Language } from './language.ts';

/** Spark as the flags name it, with the end of its session. */
export interface OpenSparkSite extends SparkSite {
  end(): Promise<void>;
}

/** Opens what `--engine spark` asks for; null where provisions run in this process. */
export async function openSparkSite(
  { engine, engineUrl, enginePath, out, sent_to, lang }: InspectFlags,
  signal: AbortSignal,
): Promise<OpenSparkSite | null> {
  const asked = engine === 'spark';
  if (asked !== (engineUrl !== undefined) || (enginePath !== undefined && !asked)) {
    throw new PolyprismError('cli.engine_url');
  }
  if (engineUrl === undefined) return null;
  const spark = await openSpark(engineUrl, signal);
  const named = sent_to?.replace(/^s3:/i, 's3a:') ?? `file:${resolve(out)}`;
  const folder = enginePath?.replace(/\/$/, '') ?? named;
  return {
    engine: spark,
    folder: `${folder}/snapshot`,
    ...(sent_to !== undefined && { away: await inStorage(sent_to, out, signal) }),
    plan: (plan) => void process.stderr.write(`${describePlan(spark.version, plan, lang)}\n`),
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
    remove: async (path) => await deleteObject(storage, below(folder, `snapshot/${path}`)),
  };
}

function describePlan(version: string, { statements, tables }: SparkPlan, lang: Language): string {
  const grouped = (value: number): string => value.toLocaleString('en-US');
  const read = tables.filter(({ rows }) => rows > 0);
  const list = read.map(({ name, rows }) => `${name} ${grouped(rows)}`).join(', ');
  return lang === 'zh'
    ? `Spark ${version}：约 ${statements} 条语句，读取以下各表（行数）：${list}`
    : `Spark ${version}: about ${statements} statements over tables of so many rows: ${list}`;
}
