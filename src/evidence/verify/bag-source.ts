import { limits } from '../../model/limits.ts';
import { digested, digestedStream } from '../bag/bag-file.ts';
import type { BagFile } from '../bag/bag-file.ts';
import { bag_paths, digest_names } from '../bag/bag-paths.ts';
import { concat } from '../bytes.ts';

/** A bag wherever it lies: what is in it, links not followed, and the bytes of a file. */
export interface BagSource {
  readonly entries: readonly BagEntry[];
  readonly read: (path: string) => AsyncIterable<Uint8Array>;
}

export interface BagEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'other';
  readonly bytes: number;
}

/** A bag that was read once: what is verified is what was hashed. */
export interface ReadBag {
  readonly files: ReadonlyMap<string, BagFile>;
  /** Contents of the files that say something about the others. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Files beyond a limit of bytes that would have to be held in memory. */
export function tooLarge({ entries }: BagSource): string[] {
  return entries
    .filter(({ path, bytes }) => isHeld(path) && bytes > limits.bag_text_bytes_max)
    .map(({ path }) => path);
}

export async function readBag({ entries, read }: BagSource): Promise<ReadBag> {
  const files = new Map<string, BagFile>();
  const contents = new Map<string, Uint8Array>();
  for (const { path, kind } of entries) {
    if (kind !== 'file') continue;
    if (isHeld(path)) {
      const pieces: Uint8Array[] = [];
      let bytes = 0;
      for await (const piece of read(path)) {
        bytes += piece.length;
        // A file that grows while it is read: what was listed is no longer true of it.
        if (bytes > limits.bag_text_bytes_max) break;
        pieces.push(piece);
      }
      const content = concat(pieces);
      contents.set(path, content);
      files.set(path, digested({ path, content }));
    } else {
      files.set(path, await digestedStream(path, read(path)));
    }
  }
  return { files, contents };
}

const held = new Set<string>([
  bag_paths.report,
  bag_paths.inspection,
  bag_paths.findings,
  bag_paths.matter,
  bag_paths.events,
  bag_paths.custody,
  bag_paths.checkpoint,
  bag_paths.timestamp,
  bag_paths.earlier,
]);

function isHeld(path: string): boolean {
  return held.has(path) || !path.includes('/');
}

/** Tag files of a bag of ours; a seal may be missing. */
export const tag_paths: readonly string[] = [
  bag_paths.declaration,
  bag_paths.info,
  bag_paths.readme_en,
  bag_paths.readme_zh,
  ...digest_names.map((one) => bag_paths.manifests[one]),
];

export const tag_manifest_paths: readonly string[] = digest_names.map(
  (one) => bag_paths.tag_manifests[one],
);
