import { bag_paths } from '../../evidence/bag/bag-paths.ts';
import type { BagFile } from '../../evidence/bag/bag-file.ts';
import { clashingNames, nameFlaw } from '../../evidence/bag/bag-names.ts';
import { findFiles } from '../../intake/input/find-files.ts';
import { IssueLog, PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import type { Report } from '../../model/report.ts';
import { copyInto } from './write-folder.ts';

/** Copies what was inspected into a bag, and holds it against what the report says was read. */
export async function copyRaw(
  bag: string,
  report: Report,
  inputs: readonly string[],
  signal: AbortSignal,
): Promise<BagFile[]> {
  const found = await findFiles(inputs, limits, new IssueLog());
  const paths = found.map(({ name }) => `${bag_paths.raw}${name}`);
  const flawed = paths.find((path) => nameFlaw(path) !== null) ?? clashingNames(paths)[0];
  if (flawed !== undefined)
    throw new PolyprismError('bag.bad_name', { name: flawed.slice(bag_paths.raw.length) });
  const copied: BagFile[] = [];
  for (const [at, { source }] of found.entries()) {
    signal.throwIfAborted();
    copied.push(await copyInto(bag, paths[at] ?? '', source));
  }
  const there = new Map(copied.map((file) => [file.path.slice(bag_paths.raw.length), file]));
  for (const { name, sha256 } of report.digests.inputs) {
    const [outer] = name.split('!/');
    const file = there.get(outer ?? name);
    // What is inside an archive is known when it is read out again.
    if (!file || (outer === name && file.sha256 !== sha256))
      throw new PolyprismError('bag.other_raw', { name });
  }
  return copied;
}
