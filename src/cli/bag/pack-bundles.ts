import { readFile, stat } from 'node:fs/promises';
import type { BagContent } from '../../evidence/bag/bag-file.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Report } from '../../model/report.ts';
import { readBundle, writeBundle } from '../../packs/bundle.ts';
import { readBundleFile, wholePack } from '../../packs/load-packs.ts';
import { readFiles } from '../../packs/read-files.ts';
import { packPaths } from '../shipped-packs.ts';

/** The packs of a report as built packs: those that judged, digest for digest, or none. */
export async function packBundles(
  report: Report,
  wanted: readonly string[] | undefined,
): Promise<BagContent[]> {
  const known = new Map<string, Buffer>();
  for (const path of await packPaths(wanted ?? report.digests.packs.map(({ id }) => id))) {
    const { digest, file } = await bundleAt(path);
    known.set(digest, file);
  }
  return report.digests.packs.map(({ id, version, sha256 }) => {
    const content = known.get(sha256);
    if (!content) throw new PolyprismError('bag.other_pack', { id, version, sha256 });
    return { path: `${id}-${version}.tgz`, content };
  });
}

async function bundleAt(path: string): Promise<{ readonly digest: string; readonly file: Buffer }> {
  if ((await stat(path)).isFile()) {
    const file = await readBundleFile(path);
    return { digest: readBundle(file).manifest.digest, file };
  }
  const files = await readFiles(path);
  const pack = await wholePack(files, path);
  return { digest: pack.digest, file: writeBundle(pack, files) };
}

/** Files of a report folder that belong to its report. */
export const report_names = [
  'report.json',
  'report.html',
  'report.zh.md',
  'report.en.md',
  'findings.csv',
] as const;

export async function reportFiles(folder: string): Promise<BagContent[]> {
  const files: BagContent[] = [];
  for (const path of report_names) {
    const content = await readFile(`${folder}/${path}`).catch(() => null);
    if (content) files.push({ path, content });
  }
  return files;
}
