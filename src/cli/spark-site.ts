import { resolve } from 'node:path';
import { openSpark } from '../engine/spark/spark.ts';
import type { SparkPlan, SparkSite } from '../inspect/lay-before-spark.ts';
import { PolyprismError } from '../model/issue.ts';
import type { InspectFlags } from './inspect-flags.ts';
import type { Language } from './language.ts';

/** Spark as the flags name it, with the end of its session. */
export interface OpenSparkSite extends SparkSite {
  end(): Promise<void>;
}

/** Opens what `--engine spark` asks for; null where provisions run in this process. */
export async function openSparkSite(
  { engine, engineUrl, enginePath, out, lang }: InspectFlags,
  signal: AbortSignal,
): Promise<OpenSparkSite | null> {
  const asked = engine === 'spark';
  if (asked !== (engineUrl !== undefined) || (enginePath !== undefined && !asked)) {
    throw new PolyprismError('cli.engine_url');
  }
  if (engineUrl === undefined) return null;
  const spark = await openSpark(engineUrl, signal);
  const folder = enginePath?.replace(/\/$/, '') ?? `file:${resolve(out)}`;
  return {
    engine: spark,
    folder: `${folder}/snapshot`,
    plan: (plan) => void process.stderr.write(`${describePlan(spark.version, plan, lang)}\n`),
    end: async () => await spark.end(),
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
