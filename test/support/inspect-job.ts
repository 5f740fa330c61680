import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/model/report.ts';
import { childLines } from '../../src/server/inspections/child-lines.ts';
import { root } from '../tidy/repository.ts';
import { writeSmallMall } from './small-mall.ts';

const job = [process.execPath, join(root, 'src/cli/serve/inspect-job.ts')];

export interface Ran {
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** What it told of itself as it failed; null where it did not. */
  readonly failed: string | null;
  readonly report: () => Report;
}

/** Runs the process in which a server inspects, on the small mall, by the law of India. */
export async function runInspectJob(
  folder: string,
  spark: { readonly url: string; readonly folder: string } | null,
  signal = new AbortController().signal,
): Promise<Ran> {
  mkdirSync(folder, { recursive: true });
  const order = {
    inputs: writeSmallMall(join(folder, 'mall')),
    folder,
    packs: ['in'],
    as_of: '2026-02-01',
    time_zone: null,
    currency: 'INR',
    mapping: null,
    spark,
  };
  const lines: Readonly<Record<string, unknown>>[] = [];
  const failed = await childLines(job, order, signal, async (told) => void lines.push(told)).then(
    () => null,
    (error: unknown) => String(error),
  );
  const report = (): Report =>
    JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')) as Report;
  return { lines, failed, report };
}
