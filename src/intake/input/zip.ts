import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { PolyprismError } from '../../model/issue.ts';
import type { IssueCode, IssueParams } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import { decodeEntryName, nameFlaw } from './entry-name.ts';

/** An entry of an archive that can be read. */
export interface ZipEntry {
  /** Its path in the archive, with `/`. */
  readonly path: string;
  readonly packed_bytes: number;
  /** Its bytes; throws `archive.broken` where they do not match their length or checksum. */
  stream(): AsyncIterable<Uint8Array>;
}

export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** Entries that are not read, and why. */
  readonly refused: readonly { readonly path: string; readonly code: IssueCode }[];
  /** Bytes of the archive itself. */
  readonly bytes: number;
  close(): void;
}

const encrypted_flag = 1;
const stored = 0;
const deflated = 8;
const type_mask = 0o170000;
const type_link = 0o120000;
const local_header_bytes = 30;
const entry_signature = 'PK\x01\x02';

/** Opens a zip file and looks through its directory before any of its data are touched. */
export async function openZip(path: string, name: string, limits: Limits): Promise<ZipArchive> {
  const fail = (code: IssueCode, params: IssueParams = {}): PolyprismError =>
    new PolyprismError(code, params, { file: name, line: null, column: null });
  const zip = await openPromise(path, { decodeStrings: false, autoClose: false }).catch(
    (error: unknown) => {
      throw fail('archive.broken', { reason: reasonOf(error) });
    },
  );
  try {
    if (zip.entryCount > limits.files_max) {
      throw fail('archive.too_many_entries', { entries: zip.entryCount, limit: limits.files_max });
    }
    const listed = await listEntries(zip).catch((error: unknown) => {
      throw fail('archive.broken', { reason: reasonOf(error) });
    });
    if (overlap(listed)) throw fail('archive.overlap');
    if (await hasMoreEntries(path, zip)) {
      throw fail('archive.broken', { reason: 'more entries than stated' });
    }
    return sortOut(zip, listed, name);
  } catch (error) {
    zip.close();
    throw error;
  }
}

function sortOut(zip: ZipFile, listed: readonly Entry[], name: string): ZipArchive {
  const entries: ZipEntry[] = [];
  const refused: { path: string; code: IssueCode }[] = [];
  const seen = new Set<string>();
  for (const entry of listed) {
    const path = decodeEntryName(entry.fileNameRaw);
    if (path.endsWith('/') && entry.uncompressedSize === 0) continue;
    const code = flawOf(entry, path, seen);
    seen.add(path);
    if (code !== null) {
      refused.push({ path, code });
      continue;
    }
    const packed_bytes = entry.compressedSize;
    entries.push({ path, packed_bytes, stream: () => entryBytes(zip, entry, `${name}!/${path}`) });
  }
  return { entries, refused, bytes: zip.fileSize, close: () => zip.close() };
}

function flawOf(entry: Entry, path: string, seen: ReadonlySet<string>): IssueCode | null {
  const type = (entry.externalFileAttributes >>> 16) & type_mask;
  if (nameFlaw(path) !== null) return 'archive.bad_name';
  if (seen.has(path)) return 'archive.same_name';
  if (type === type_link) return 'archive.link';
  if (entry.generalPurposeBitFlag & encrypted_flag) return 'archive.encrypted';
  const known = entry.compressionMethod === stored || entry.compressionMethod === deflated;
  return known ? null : 'archive.method';
}

/** Entries that share bytes are how a small archive gives endless data. */
function overlap(entries: readonly Entry[]): boolean {
  const spans = entries
    .map(({ relativeOffsetOfLocalHeader: start, fileNameRaw, compressedSize }) => ({
      start,
      end: start + local_header_bytes + fileNameRaw.length + compressedSize,
    }))
    .toSorted((a, b) => a.start - b.start);
  return spans.some(({ start }, i) => i > 0 && start < spans[i - 1]!.end);
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** Other tools go by the directory itself: what they would find must not go unread here. */
async function hasMoreEntries(path: string, zip: ZipFile): Promise<boolean> {
  const file = await open(path);
  try {
    // The typings say boolean; it is where the directory has been read to.
    const position = Number(zip.readEntryCursor);
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, position);
    return buffer.toString('latin1') === entry_signature;
  } finally {
    await file.close();
  }
}

async function* entryBytes(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
  const broken = (reason: string): PolyprismError =>
    new PolyprismError('archive.broken', { reason }, { file: name, line: null, column: null });
  let sum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw broken(reasonOf(error));
  }
  if (sum !== entry.crc32) throw broken('wrong checksum');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
