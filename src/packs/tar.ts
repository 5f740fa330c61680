import { PolyprismError } from '../model/issue.ts';
import type { PackBytes } from './read-files.ts';

const block = 512;

/**
 * A POSIX ustar archive of plain files, in the order given. Owner, time and mode are constants,
 * so that the bytes depend on names and contents alone.
 */
export function writeTar(files: readonly PackBytes[]): Buffer {
  const parts = files.flatMap(({ name, bytes }) => [
    headerOf(name, bytes.length),
    bytes,
    Buffer.alloc(-bytes.length & (block - 1)),
  ]);
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(block);
  const [prefix, rest] = cutName(name);
  header.write(rest, 0);
  header.write('0000644\0' + '0000000\0' + '0000000\0', 100);
  header.write(`${octal(size, 11)}\0${octal(0, 11)}\0`, 124);
  header.write(' '.repeat(8) + '0', 148);
  header.write('ustar\0' + '00', 257);
  header.write('0000000\0' + '0000000\0', 329);
  header.write(prefix, 345);
  header.write(`${octal(sumOf(header), 6)}\0 `, 148);
  return header;
}

/** Cuts a name over 100 bytes at a folder: up to 155 bytes before, up to 100 after. */
function cutName(name: string): readonly [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name];
  for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
    const parts = [name.slice(0, at), name.slice(at + 1)] as const;
    if (Buffer.byteLength(parts[0]) <= 155 && Buffer.byteLength(parts[1]) <= 100) return parts;
  }
  throw new PolyprismError('bundle.name_too_long', { name });
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

/** The checksum counts its own field as blanks. */
function sumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
}

/**
 * Reads what `writeTar` writes and nothing else: an archive that would be written otherwise,
 * byte for byte, is refused, so that no two readers can see different files in it.
 */
export function readTar(tar: Uint8Array): PackBytes[] {
  const buffer = Buffer.from(tar.buffer, tar.byteOffset, tar.byteLength);
  const files: PackBytes[] = [];
  let at = 0;
  while (at + block <= buffer.length && buffer[at] !== 0) {
    const header = buffer.subarray(at, at + block);
    const name = nameOf(header);
    if (!isPlain(name) || header[156] !== 0x30) {
      throw new PolyprismError('bundle.bad_entry', { name: name === '' ? '?' : name });
    }
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    const from = at + block;
    if (!(from + size <= buffer.length)) throw malformed('entry cut short');
    files.push({ name, bytes: buffer.subarray(from, from + size) });
    at = from + size + (-size & (block - 1));
  }
  if (new Set(files.map(({ name }) => name)).size < files.length) throw malformed('name twice');
  if (!writeTar(files).equals(buffer)) throw malformed('not canonical');
  return files;
}

export function malformed(seen: string): PolyprismError {
  return new PolyprismError('bundle.malformed', { seen });
}

function nameOf(header: Buffer): string {
  const [rest, prefix] = [text(header.subarray(0, 100)), text(header.subarray(345, 500))];
  return prefix === '' ? rest : `${prefix}/${rest}`;
}

function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** A path inside the pack: no root, no way up, nothing hidden, no characters that deceive. */
function isPlain(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (name === '' || /[\\:\0-\x1f\x7f]/.test(name)) return false;
  return name.split('/').every((part) => part !== '' && !part.startsWith('.'));
}
