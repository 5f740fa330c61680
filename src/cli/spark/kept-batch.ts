import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { batchFolder } from '../../inspect/write-batch.ts';
import { PolyprismError } from '../../model/issue.ts';
import { jsonOrNull } from '../../model/json-or-null.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { InspectFlags } from '../inspect-flags.ts';
import { packPaths } from '../shipped-packs.ts';

/** What judging is told, beside what is read from the snapshot. */
type JudgeFlags = Pick<
  InspectFlags,
  'asOf' | 'packs' | 'trust' | 'waivers' | 'cutLinks' | 'format' | 'threads' | 'memory'
>;

/** What going on after Spark takes: the account of the snapshot, and how it is to be judged. */
interface KeptBatch {
  readonly schema: 'polyprism.kept_batch/1';
  readonly snapshot: Snapshot;
  readonly flags: JudgeFlags;
}

const name = 'inspection.json';

/** Leaves it beside the batch. */
export async function keepBatch(snapshot: Snapshot, flags: InspectFlags): Promise<void> {
  const kept: KeptBatch = {
    schema: 'polyprism.kept_batch/1',
    snapshot,
    flags: {
      packs: (await packPaths(flags.packs)).map((path) => resolve(path)),
      format: flags.format,
      ...(flags.asOf !== undefined && { asOf: flags.asOf }),
      ...(flags.trust !== undefined && { trust: resolve(flags.trust) }),
      ...(flags.waivers !== undefined && { waivers: resolve(flags.waivers) }),
      ...(flags.cutLinks !== undefined && { cutLinks: resolve(flags.cutLinks) }),
      ...(flags.threads !== undefined && { threads: flags.threads }),
      ...(flags.memory !== undefined && { memory: flags.memory }),
    },
  };
  await writeFile(join(batchFolder(flags.out), name), `${JSON.stringify(kept)}\n`);
}

/** What was left in an output folder; throws `spark.no_batch`. */
export async function recallBatch(
  out: string,
): Promise<{ readonly snapshot: Snapshot; readonly flags: JudgeFlags }> {
  const path = batchFolder(out);
  const text = await readFile(join(path, name), 'utf8').catch(() => '');
  // Of our own making: its schema is all that is asked.
  const kept = jsonOrNull(text) as KeptBatch | null;
  if (kept?.schema !== 'polyprism.kept_batch/1')
    throw new PolyprismError('spark.no_batch', { path });
  // The folder may have been moved meanwhile.
  return { snapshot: { ...kept.snapshot, directory: join(out, 'snapshot') }, flags: kept.flags };
}
