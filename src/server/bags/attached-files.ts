import { createReadStream } from 'node:fs';
import { digestedStream } from '../../evidence/bag/bag-file.ts';
import type { BagFile } from '../../evidence/bag/bag-file.ts';
import { bag_paths } from '../../evidence/bag/bag-paths.ts';
import type { ArchiveFile } from '../../evidence/archive/zip-writer.ts';
import { crc32 } from '../../evidence/archive/crc32.ts';
import { rawPath } from '../../store/files/raw-file.ts';
import { uploadedDigests } from '../uploads/upload-folder.ts';
import type { MatterEvidence } from './matter-evidence.ts';
import { join } from 'node:path';

export interface AttachedFile {
  readonly file: BagFile;
  readonly member: ArchiveFile;
}

/**
 * The files that events name, as they lie in the workspace. A file goes out only where the tenant
 * whose event names it has sent it itself: to know a digest, which many may, opens nothing.
 */
export async function attachedFiles(
  workspace: string,
  { files }: Pick<MatterEvidence, 'files'>,
): Promise<AttachedFile[]> {
  const sent = new Map<string, ReadonlySet<string>>();
  const attached: AttachedFile[] = [];
  for (const [sha256, tenants] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const tenant_id of tenants) {
      const own = sent.get(tenant_id) ?? (await uploadedDigests({ workspace, tenant_id }));
      sent.set(tenant_id, own);
      if (!own.has(sha256)) continue;
      const one = await attachedFile(rawPath(join(workspace, 'raw'), sha256), sha256);
      if (one) attached.push(one);
      break;
    }
  }
  return attached;
}

/** Null where the bytes are gone: its term was over. */
async function attachedFile(from: string, sha256: string): Promise<AttachedFile | null> {
  const sum = crc32();
  const summed = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(from)) {
      const bytes: Buffer = piece;
      sum.update(bytes);
      yield bytes;
    }
  };
  try {
    const file = await digestedStream(`${bag_paths.files}${sha256}`, summed());
    const { path, bytes } = file;
    const read = (): AsyncIterable<Uint8Array> => createReadStream(from);
    return { file, member: { path, bytes, crc32: sum.value(), read } };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
