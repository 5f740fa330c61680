import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import type { PlatformWriter } from '../../src/generate/platform-writer.ts';
import { inspect } from '../../src/inspect/inspect.ts';
import type { InspectOptions } from '../../src/inspect/inspect.ts';
import type { Report } from '../../src/model/report.ts';
import { shippedPacks } from './shipped-packs.ts';

/** Runs `work` with a new folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-test-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Inspects paths with the bundled pack; the report alone is kept. */
export async function inspectPaths(
  paths: readonly string[],
  options: Partial<InspectOptions> = {},
): Promise<Report> {
  return await inFolder(async (directory) => {
    const packs = await shippedPacks('cn');
    const run = await inspect(paths, { directory, packs, polyprism: 'test', ...options });
    run.engine.close();
    return run.report;
  });
}

/** Generates a platform, inspects it, and returns what was planted beside what was found. */
export async function inspectPlatform<T>(
  generate: (writer: PlatformWriter) => Promise<T>,
  options: Partial<InspectOptions> = {},
): Promise<{ truth: T; report: Report }> {
  return await inFolder(async (folder) => {
    const truth = await generate(folderWriter(folder));
    return { truth, report: await inspectPaths([folder], options) };
  });
}
