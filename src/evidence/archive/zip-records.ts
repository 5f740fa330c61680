import { concat, utf8Bytes } from '../bytes.ts';

/** A member of an archive as its records state it (PKWARE APPNOTE 6.3.10). */
export interface ZipMember {
  readonly path: string;
  readonly crc32: number;
  /** Bytes as they lie in the archive, and as they are. */
  readonly packed: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

export const signatures = {
  local: 0x0403_4b50,
  central: 0x0201_4b50,
  end: 0x0605_4b50,
  end64: 0x0606_4b50,
  locator64: 0x0706_4b50,
} as const;

/** Lengths of the records without what varies. */
export const record_bytes = { local: 30, central: 46, end: 22, end64: 56, locator64: 20 } as const;

/** What a field of 32 or 16 bits says when the number stands in a record of ZIP64. */
export const elsewhere_32 = 0xffff_ffff;
export const elsewhere_16 = 0xffff;

export const methods = { stored: 0, deflated: 8 } as const;

/** Names are UTF-8 (bit 11). */
export const utf8_names = 0x0800;

/** 1 January 1980: the earliest a ZIP can say, so that no clock is in an archive. */
const no_date = 0x0021;

/** A regular file that its owner may write and everybody read, made on Unix. */
const plain_file = 0o100644 << 16;

export function localHeader(member: ZipMember): Uint8Array {
  const { bytes, packed } = member;
  const large = bytes >= elsewhere_32 || packed >= elsewhere_32;
  const extra = large ? extra64([bytes, packed]) : new Uint8Array();
  const name = utf8Bytes(member.path);
  const head = record([
    [4, signatures.local],
    ...common(member, large),
    [2, name.length],
    [2, extra.length],
  ]);
  return concat([head, name, extra]);
}

export function centralHeader(member: ZipMember): Uint8Array {
  const { bytes, packed, offset } = member;
  const large = bytes >= elsewhere_32 || packed >= elsewhere_32;
  const far = offset >= elsewhere_32;
  const extra =
    large || far
      ? extra64([...(large ? [bytes, packed] : []), ...(far ? [offset] : [])])
      : new Uint8Array();
  const name = utf8Bytes(member.path);
  const head = record([
    [4, signatures.central],
    [2, (3 << 8) | 45],
    ...common(member, large),
    [2, name.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, plain_file],
    [4, far ? elsewhere_32 : offset],
  ]);
  return concat([head, name, extra]);
}

/** The end of an archive: how many members, and where their central headers are. */
export function endRecords(count: number, offset: number, length: number): Uint8Array {
  const large = count >= elsewhere_16 || offset >= elsewhere_32 || length >= elsewhere_32;
  const end = record([
    [4, signatures.end],
    [2, 0],
    [2, 0],
    [2, large ? elsewhere_16 : count],
    [2, large ? elsewhere_16 : count],
    [4, large ? elsewhere_32 : length],
    [4, large ? elsewhere_32 : offset],
    [2, 0],
  ]);
  if (!large) return end;
  const end64 = record([
    [4, signatures.end64],
    [8, record_bytes.end64 - 12],
    [2, (3 << 8) | 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, offset],
  ]);
  const locator = record([
    [4, signatures.locator64],
    [4, 0],
    [8, offset + length],
    [4, 1],
  ]);
  return concat([end64, locator, end]);
}

type Field = readonly [bytes: 2 | 4 | 8, value: number];

/** What a local and a central header have in common, from the version needed to the sizes. */
function common({ crc32, packed, bytes }: ZipMember, large: boolean): Field[] {
  return [
    [2, large ? 45 : 20],
    [2, utf8_names],
    [2, methods.stored],
    [2, 0],
    [2, no_date],
    [4, crc32],
    [4, large ? elsewhere_32 : packed],
    [4, large ? elsewhere_32 : bytes],
  ];
}

function extra64(numbers: readonly number[]): Uint8Array {
  const values = numbers.map((value): Field => [8, value]);
  return record([[2, 1], [2, 8 * numbers.length], ...values]);
}

/** Numbers one after the other, the lowest byte first. */
function record(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else if (length === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += length;
  }
  return bytes;
}
