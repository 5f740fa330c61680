import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openSpark } from '../../engine/spark/spark.ts';
import { inspect } from '../../inspect/inspect.ts';
import type { Inspection } from '../../inspect/inspect.ts';
import { rememberSnapshot } from '../../inspect/snapshot-file.ts';
import { parseMapping } from '../../intake/map/parse-mapping.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Progress } from '../../model/progress.ts';
import type { Pack } from '../../model/provision.ts';
import { loadPacks } from '../../packs/load-packs.ts';
import { parseTrust } from '../../packs/trust.ts';
import { defaultMemory } from '../default-memory.ts';
import type { KeptGuidance } from '../../server/guidance/kept-guidance.ts';
import type { StandardFiles } from '../../server/inspections/used-standards.ts';
import { readGuidance } from '../guidance/read-guidance.ts';
import { accountingOf } from './leave-accounting.ts';
import { leaveNetwork } from './leave-network.ts';
import { leaveOrders } from './leave-orders.ts';
import { paceOf } from './pace-of.ts';
import { packageVersion } from '../package-version.ts';
import { readPersonKey } from '../person-key.ts';
import { writeReportFiles } from '../report-files.ts';
import { readOrder } from './read-order.ts';
import { whatIsKept } from './what-is-kept.ts';
import { formats } from '../report-formats.ts';
import { packPaths } from '../shipped-packs.ts';

/** What the server orders. */
interface Order {
  readonly inputs: readonly string[];
  readonly folder: string;
  readonly packs: readonly string[];
  readonly as_of: string | null;
  readonly time_zone: string | null;
  readonly currency: string | null;
  /** YAML that the server has read before; null where it is detected. */
  readonly mapping: string | null;
  /** Signed standards beside the packs, and whose keys they are signed with. */
  readonly standards?: StandardFiles | null;
  /** Where provisions run, and how the folder of the snapshot is called there. */
  readonly spark?: { readonly url: string; readonly folder: string } | null;
}

/** Progress is told at most so often, and at every step. */
const told_every_ms = 250;

const abort = new AbortController();
process.on('SIGTERM', () => abort.abort());
try {
  // Handed over by the server's own code, not by users.
  await run((await readOrder()) as Order, abort.signal);
} catch (error) {
  const failed = error instanceof PolyprismError ? error.issue.code : 'http.internal';
  process.stdout.write(`${JSON.stringify({ failed })}\n`);
  process.exitCode = 2;
}

async function run(order: Order, signal: AbortSignal): Promise<void> {
  const out = join(order.folder, 'out');
  const directory = join(out, 'snapshot');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const tell = teller();
  const packs = await packsOf(order);
  // Before anything is read: who waits an hour is not to hear then that Spark is away.
  const spark = order.spark ? await openSpark(order.spark.url, signal) : null;
  const inspection = await inspect(order.inputs, {
    directory,
    packs,
    polyprism: packageVersion(),
    person_key: await readPersonKey(undefined, directory),
    signal,
    memory_limit: defaultMemory(),
    progress: tell,
    stage: (step) => {
      signal.throwIfAborted();
      tell({ step, subject: null, done: 0, total: null, unit: 'items', rows: 0 });
    },
    ...(order.mapping !== null && { mapping: parseMapping(order.mapping, 'mapping.yaml') }),
    ...(order.as_of !== null && { as_of: order.as_of }),
    ...(order.time_zone !== null && { time_zone: order.time_zone }),
    ...(order.currency !== null && { currency: order.currency }),
    ...(spark && order.spark && { spark: { engine: spark, folder: order.spark.folder } }),
  }).finally(async () => await spark?.end());
  try {
    signal.throwIfAborted();
    await rememberSnapshot(inspection.snapshot);
    await writeReportFiles(inspection, out, formats);
    const accounting = accountingOf(inspection.snapshot, inspection.snapshot.issues);
    await writeFile(join(out, 'accounting.json'), JSON.stringify(accounting), { mode: 0o600 });
    await leaveNetwork(inspection, join(out, 'network'), signal);
    await leaveOrders(inspection, join(out, 'orders'));
    const { findings } = inspection.report;
    const lines = Readable.from(findings.map((finding) => `${JSON.stringify(finding)}\n`));
    const path = join(order.folder, 'findings.ndjson');
    await pipeline(lines, createWriteStream(path, { mode: 0o600 }));
    const kept = await whatIsKept(inspection);
    const guidance = await guidanceOf(inspection, out);
    await writeFile(join(order.folder, 'guidance.json'), guidance, { mode: 0o600 });
    await writeFile(join(order.folder, 'kept.json'), JSON.stringify(kept), { mode: 0o600 });
    await writeFile(join(order.folder, 'count'), String(findings.length), { mode: 0o600 });
  } finally {
    inspection.engine.close();
  }
}

/** Shipped packs and published standards; a standard whose signature is wrong ends it. */
async function packsOf({ packs, standards = null }: Order): Promise<Pack[]> {
  const paths = await packPaths(packs);
  if (standards === null) return await loadPacks(paths);
  const trust = parseTrust(standards.trust, 'trust.yaml');
  return await loadPacks([...paths, ...standards.paths], trust);
}

/** Facts of operators and months of the market, as they stood on the day that was judged. */
async function guidanceOf(inspection: Inspection, out: string): Promise<string> {
  const { engine, snapshot, report } = inspection;
  const { facts, indicators, effects } = await readGuidance(engine, snapshot, out, report.as_of);
  const kept: KeptGuidance = { facts, indicators, effects };
  return JSON.stringify(kept);
}

/** With how fast it goes: whoever reads along later has no clock that knows. */
function teller(): (progress: Progress) => void {
  let last = { step: '', at_ms: 0, since_ms: 0 };
  return (progress) => {
    const at_ms = performance.now();
    const same = progress.step === last.step;
    if (same && at_ms - last.at_ms < told_every_ms) return;
    const since_ms = same ? last.since_ms : at_ms;
    last = { step: progress.step, at_ms, since_ms };
    process.stdout.write(
      `${JSON.stringify({ ...progress, ...paceOf(progress, at_ms - since_ms) })}\n`,
    );
  };
}
