import { crc32, gunzipSync } from 'node:zlib';
import { malformed } from './tar.ts';

const stored_max = 0xffff;

/**
 * A gzip file (RFC 1952) of stored blocks: compressors differ between versions and machines, and
 * the bytes of a built pack must not. A pack is text of a few hundred kilobytes.
 */
export function writeGzip(content: Uint8Array): Buffer {
  const parts: Uint8Array[] = [Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])];
  for (let at = 0; at === 0 || at < content.length; at += stored_max) {
    const piece = content.subarray(at, at + stored_max);
    const head = Buffer.alloc(5);
    head.writeUInt8(at + stored_max >= content.length ? 1 : 0, 0);
    head.writeUInt16LE(piece.length, 1);
    head.writeUInt16LE(0xffff - piece.length, 3);
    parts.push(head, piece);
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(content), 0);
  tail.writeUInt32LE(content.length % 2 ** 32, 4);
  return Buffer.concat([...parts, tail]);
}

/** The content of a gzip file, of `bytes_max` at most. */
export function readGzip(gzip: Uint8Array, bytes_max: number): Buffer {
  try {
    return gunzipSync(gzip, { maxOutputLength: bytes_max });
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error));
  }
}
