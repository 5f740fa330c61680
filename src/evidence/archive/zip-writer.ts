import { centralHeader, endRecords, localHeader } from './zip-records.ts';
import type { ZipMember } from './zip-records.ts';

/** A file to be put into an archive: what it is, and its bytes when their turn has come. */
export interface ArchiveFile {
  readonly path: string;
  readonly bytes: number;
  readonly crc32: number;
  readonly read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * An archive of files in the order given, as a stream: stored as they are, without a clock, so
 * that the same files give the same bytes. Files above 4 GiB and more than 65,534 of them are
 * written as ZIP64 has it.
 */
export async function* zipped(
  folder: string,
  files: Iterable<ArchiveFile>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const members: ZipMember[] = [];
  let offset = 0;
  for (const { path, bytes, crc32, read } of files) {
    const member = { path: `${folder}/${path}`, crc32, packed: bytes, bytes, offset };
    const head = localHeader(member);
    yield head;
    let written = 0;
    for await (const piece of read()) {
      written += piece.length;
      yield piece;
    }
    // A file that changed since it was digested would shift all that follows.
    if (written !== bytes) throw new RangeError(`${path}: ${written} bytes, not ${bytes}`);
    members.push(member);
    offset += head.length + bytes;
  }
  let length = 0;
  for (const member of members) {
    const head = centralHeader(member);
    yield head;
    length += head.length;
  }
  yield endRecords(members.length, offset, length);
}
