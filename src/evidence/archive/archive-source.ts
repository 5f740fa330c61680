import { limits } from '../../model/limits.ts';
import { utf8TextOrNull } from '../bytes.ts';
import type { BagEntry, BagSource } from '../verify/bag-source.ts';
import { crc32 } from './crc32.ts';
import { readDirectory, viewOf } from './read-directory.ts';
import type { ArchiveFlaw, ListedMember, RandomAccess } from './read-directory.ts';
import { methods, record_bytes, signatures } from './zip-records.ts';

/** A bag in an archive, with the files that were not what their headers say, once read. */
export interface ArchiveSource extends BagSource {
  readonly damaged: () => readonly string[];
}

/** Bytes read at once. */
const piece_bytes = 1 << 20;

/**
 * A bag in a ZIP archive, nothing of it unpacked anywhere: its names are only compared. Archives
 * that two programs could read in two ways are refused: headers that differ, members that overlap,
 * a name twice, bytes nobody accounts for at the end.
 */
export async function archiveSource(file: RandomAccess): Promise<ArchiveSource | ArchiveFlaw> {
  const directory = await readDirectory(file);
  if (typeof directory === 'string') return directory;
  const { members, ends } = directory;
  const total = members.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limits.archive_bytes_max) return 'too_large';
  const starts = await dataStarts(file, members, ends);
  if (typeof starts === 'string') return starts;
  const folder = commonFolder(members);
  if (folder === null) return 'several_bags';
  const known = new Map<string, ListedMember>();
  const damaged = new Set<string>();
  const entries: BagEntry[] = [];
  for (const member of members) {
    const isFolder = member.path.endsWith('/');
    const path = member.path.slice(folder.length, isFolder ? -1 : undefined);
    if (path === '') continue;
    if (known.has(path)) return 'bad_name';
    known.set(path, member);
    entries.push({ path, kind: kindOf(member, isFolder), bytes: member.bytes });
  }
  return {
    entries,
    read: (path) => {
      const member = known.get(path);
      const start = member && starts.get(member);
      if (!member || start === undefined) throw new RangeError(`no member ${path}`);
      return contentOf(file, member, start, () => damaged.add(path));
    },
    damaged: () => [...damaged],
  };
}

function kindOf({ type, bytes }: ListedMember, isFolder: boolean): BagEntry['kind'] {
  if (isFolder) return bytes === 0 ? 'folder' : 'other';
  return type === 0 || type === 0o100000 ? 'file' : 'other';
}

/** The one folder in which a serialised bag lies (RFC 8493, section 4), with its slash. */
function commonFolder(members: readonly ListedMember[]): string | null {
  if (members.some(({ path }) => path === 'bagit.txt')) return '';
  const [first] = members;
  const folder = first?.path.slice(0, first.path.indexOf('/') + 1) ?? '';
  return folder !== '' && members.every(({ path }) => path.startsWith(folder)) ? folder : null;
}

/** Where the bytes of each member begin; members must follow each other from the first byte on. */
async function dataStarts(
  file: RandomAccess,
  members: readonly ListedMember[],
  ends: number,
): Promise<Map<ListedMember, number> | ArchiveFlaw> {
  const starts = new Map<ListedMember, number>();
  let at = 0;
  for (const member of members.toSorted((a, b) => a.offset - b.offset)) {
    if (member.offset !== at || at + record_bytes.local > ends) return 'overlap';
    const head = viewOf(await file.read(at, at + record_bytes.local));
    if (head.getUint32(0, true) !== signatures.local) return 'headers_differ';
    const [name, extra] = [head.getUint16(26, true), head.getUint16(28, true)];
    const start = at + record_bytes.local + name + extra;
    if (start + member.packed > ends) return 'overlap';
    const path = utf8TextOrNull(await file.read(at + record_bytes.local, start - extra));
    const same = path === member.path && head.getUint16(8, true) === member.method;
    if (!same || head.getUint16(6, true) !== member.flags) return 'headers_differ';
    // Bit 3: sizes and checksum follow the data, in one of four forms.
    const described = (member.flags & 0x0008) !== 0;
    const stated = described || head.getUint32(14, true) === member.crc32;
    if (!stated) return 'headers_differ';
    starts.set(member, start);
    at = start + member.packed + (described ? await descriptorBytes(file, member, start) : 0);
  }
  return at === ends ? starts : 'overlap';
}

/** With a signature of its own or without, with sizes of four bytes or of eight. */
async function descriptorBytes(
  file: RandomAccess,
  { crc32: sum, packed }: ListedMember,
  start: number,
): Promise<number> {
  const from = start + packed;
  const view = viewOf(await file.read(from, Math.min(file.size, from + 24)));
  const signed = view.byteLength >= 4 && view.getUint32(0, true) === 0x0807_4b50 ? 4 : 0;
  for (const size of [4, 8]) {
    const length = signed + 4 + 2 * size;
    if (view.byteLength < length || view.getUint32(signed, true) !== sum) continue;
    const at = signed + 4;
    const stated = size === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
    if (stated === packed) return length;
  }
  return 0;
}

async function* contentOf(
  file: RandomAccess,
  member: ListedMember,
  start: number,
  damage: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const packed = piecesOf(file, start, start + member.packed);
  const pieces = member.method === methods.stored ? packed : inflated(packed);
  const sum = crc32();
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      // What inflates beyond what it says of itself is not read to its end.
      if (bytes > member.bytes) break;
      sum.update(piece);
      yield piece;
    }
  } catch (error) {
    // What cannot be inflated is missing from here on: its digest will be another.
    if (!(error instanceof TypeError)) throw error;
  }
  if (bytes !== member.bytes || sum.value() !== member.crc32) damage();
}

async function* piecesOf(
  file: RandomAccess,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  for (let at = from; at < to; at += piece_bytes)
    yield Uint8Array.from(await file.read(at, Math.min(to, at + piece_bytes)));
}

async function* inflated(
  packed: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await packed.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
