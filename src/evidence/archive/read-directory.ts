import { limits } from '../../model/limits.ts';
import { utf8TextOrNull } from '../bytes.ts';
import { elsewhere_16, elsewhere_32, methods, record_bytes, signatures } from './zip-records.ts';
import type { ZipMember } from './zip-records.ts';

/** Bytes at any place of a file. */
export interface RandomAccess {
  readonly size: number;
  /** From a place up to, not including, another; both within the file. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
}

/** What the central directory says of a member. */
export interface ListedMember extends ZipMember {
  readonly method: number;
  readonly flags: number;
  /** Type bits of a Unix mode; 0 where the archive says nothing of it. */
  readonly type: number;
}

/** Why an archive is refused: it could be read in more than one way, or not here. */
export type ArchiveFlaw =
  | 'no_archive'
  | 'trailing_bytes'
  | 'several_disks'
  | 'too_many'
  | 'too_large'
  | 'bad_directory'
  | 'encrypted'
  | 'unknown_method'
  | 'bad_name'
  | 'overlap'
  | 'headers_differ'
  | 'several_bags';

interface End {
  readonly count: number;
  readonly offset: number;
  readonly length: number;
  /** Where the first record of the end begins. */
  readonly at: number;
}

/** The members of an archive, from the record at its very end; nothing may follow that. */
export async function readDirectory(
  file: RandomAccess,
): Promise<{ readonly members: readonly ListedMember[]; readonly ends: number } | ArchiveFlaw> {
  const end = await readEnd(file);
  if (typeof end === 'string') return end;
  const { count, offset, length, at } = end;
  if (count > 2 * limits.bag_files_max) return 'too_many';
  if (length > limits.archive_directory_bytes_max) return 'too_large';
  // The directory must end where the end begins: bytes between them could be another directory.
  if (offset + length !== at) return 'bad_directory';
  const bytes = await file.read(offset, at);
  const members: ListedMember[] = [];
  for (let from = 0; from < bytes.length;) {
    const read = readCentral(bytes, from);
    if (typeof read === 'string') return read;
    members.push(read.member);
    from += read.length;
  }
  return members.length === count ? { members, ends: offset } : 'bad_directory';
}

async function readEnd(file: RandomAccess): Promise<End | ArchiveFlaw> {
  const { size } = file;
  if (size < record_bytes.end) return 'no_archive';
  const from = Math.max(0, size - record_bytes.end - record_bytes.locator64);
  const tail = viewOf(await file.read(from, size));
  const at = size - record_bytes.end - from;
  if (tail.getUint32(at, true) !== signatures.end) {
    // A comment would be the place for another archive.
    return (await beginsAsZip(file)) ? 'trailing_bytes' : 'no_archive';
  }
  if (tail.getUint16(at + 20, true) !== 0) return 'trailing_bytes';
  const [disk, start] = [tail.getUint16(at + 4, true), tail.getUint16(at + 6, true)];
  const [here, count] = [tail.getUint16(at + 8, true), tail.getUint16(at + 10, true)];
  const [length, offset] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  const large = [count === elsewhere_16, length === elsewhere_32, offset === elsewhere_32];
  if (disk !== 0 || start !== 0 || here !== count) return 'several_disks';
  if (large.some((one) => one)) return await readEnd64(file, tail, at - record_bytes.locator64);
  return { count, offset, length, at: from + at };
}

async function readEnd64(
  file: RandomAccess,
  tail: DataView,
  at: number,
): Promise<End | ArchiveFlaw> {
  if (at < 0 || tail.getUint32(at, true) !== signatures.locator64) return 'bad_directory';
  const begins = numberAt(tail, at + 8);
  const expected = file.size - record_bytes.end - record_bytes.locator64 - record_bytes.end64;
  if (begins !== expected || expected < 0) return 'bad_directory';
  const view = viewOf(await file.read(begins, begins + record_bytes.end64));
  if (view.getUint32(0, true) !== signatures.end64) return 'bad_directory';
  if (numberAt(view, 4) !== record_bytes.end64 - 12) return 'bad_directory';
  const [disk, start] = [view.getUint32(16, true), view.getUint32(20, true)];
  const [here, count] = [numberAt(view, 24), numberAt(view, 32)];
  const [length, offset] = [numberAt(view, 40), numberAt(view, 48)];
  if (disk !== 0 || start !== 0 || here !== count) return 'several_disks';
  return { count, offset, length, at: begins };
}

async function beginsAsZip(file: RandomAccess): Promise<boolean> {
  return viewOf(await file.read(0, 4)).getUint32(0, true) === signatures.local;
}

function readCentral(
  bytes: Uint8Array,
  from: number,
): { readonly member: ListedMember; readonly length: number } | ArchiveFlaw {
  if (from + record_bytes.central > bytes.length) return 'bad_directory';
  const view = viewOf(bytes.subarray(from));
  if (view.getUint32(0, true) !== signatures.central) return 'bad_directory';
  const [name, extra, comment] = [28, 30, 32].map((at) => view.getUint16(at, true));
  const length = record_bytes.central + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  if (from + length > bytes.length) return 'bad_directory';
  const start = from + record_bytes.central;
  const flags = view.getUint16(8, true);
  const path = nameOf(bytes.subarray(start, start + (name ?? 0)), flags);
  if (path === null) return 'bad_name';
  if ((flags & 0x2041) !== 0) return 'encrypted';
  const method = view.getUint16(10, true);
  if (method !== methods.stored && method !== methods.deflated) return 'unknown_method';
  if (view.getUint16(34, true) !== 0) return 'several_disks';
  const rest = bytes.subarray(start + (name ?? 0), start + (name ?? 0) + (extra ?? 0));
  const short = [24, 20, 42].map((at) => view.getUint32(at, true));
  const [whole, packed, offset] = numbers64(short, rest) ?? [];
  if (whole === undefined || packed === undefined || offset === undefined) return 'bad_directory';
  // The upper byte of the version says which system the attributes are of; 3 is Unix.
  const type = view.getUint8(5) === 3 ? (view.getUint32(38, true) >>> 16) & 0o170000 : 0;
  const crc32 = view.getUint32(16, true);
  return { member: { path, crc32, packed, bytes: whole, offset, method, flags, type }, length };
}

/** The numbers that say they are elsewhere, from the extra field of ZIP64, in its order. */
function numbers64(short: readonly number[], extra: Uint8Array): readonly number[] | null {
  if (!short.includes(elsewhere_32)) return short;
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let from = at + 4;
      const end = Math.min(extra.length, from + length);
      const numbers = short.map((one) => {
        if (one !== elsewhere_32) return one;
        from += 8;
        return from <= end ? numberAt(view, from - 8) : Number.NaN;
      });
      return numbers.every((one) => Number.isSafeInteger(one)) ? numbers : null;
    }
    at += 4 + length;
  }
  return null;
}

/** UTF-8 where the archive says so, and ASCII else: other code pages are read in several ways. */
function nameOf(bytes: Uint8Array, flags: number): string | null {
  const text = utf8TextOrNull(bytes);
  const ascii = bytes.every((byte) => byte < 0x80);
  return text !== null && (ascii || (flags & 0x0800) !== 0) ? text : null;
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function numberAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
