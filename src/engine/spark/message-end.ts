import type { Limits } from '../../model/limits.ts';
import { brokenAnswer } from './broken-answer.ts';
import { fixedBytes, messageKind, protocol_version, wire } from './thrift.ts';

type Bounds = Pick<
  Limits,
  'spark_message_bytes_max' | 'spark_message_values_max' | 'spark_message_depth_max'
>;

/** Fields of a struct (null), or so many values of a container, of types in turn. */
type Open = { readonly types: readonly number[]; left: number } | null;

/** How far a message is walked: what is open, where it goes on, values told of so far. */
interface Walk {
  readonly limits: Bounds;
  readonly open: Open[];
  at: number;
  values: number;
}

/**
 * Finds where a message ends while its bytes come in: given all bytes so far, the place or null.
 * Without a frame a message tells its length only by its contents. They are walked once, going on
 * where the bytes ended; a hostile length is refused before anything is set aside for it.
 */
export function messageEnd(limits: Bounds): (bytes: Buffer) => number | null {
  const walk: Walk = { limits, open: [], at: 0, values: 0 };
  return (bytes) => {
    let more = walk.at > 0 || begin(walk, bytes);
    while (more && walk.open.length > 0) {
      const top = walk.open.at(-1) ?? null;
      more = top === null ? field(walk, bytes) : element(walk, bytes, top);
    }
    if (more) return walk.at;
    if (bytes.length > limits.spark_message_bytes_max) throw brokenAnswer('too long');
    return null;
  };
}

/** Each of these is false where the bytes it needs are not all there, and then changes nothing. */
function begin(walk: Walk, bytes: Buffer): boolean {
  if (bytes.length < 8) return false;
  const kind = bytes.readUInt16BE(2);
  const known = kind === messageKind.reply || kind === messageKind.exception;
  if (bytes.readUInt16BE(0) !== protocol_version || !known) throw brokenAnswer('no Thrift');
  const end = 8 + lengthAt(walk, bytes, 4) + 4;
  if (bytes.length < end) return false;
  walk.open.push(null);
  walk.at = end;
  return true;
}

function field(walk: Walk, bytes: Buffer): boolean {
  if (bytes.length <= walk.at) return false;
  const type = bytes[walk.at] ?? 0;
  if (type !== wire.stop) return bytes.length >= walk.at + 3 && step(walk, bytes, 3, type);
  walk.open.pop();
  walk.at += 1;
  return true;
}

function element(walk: Walk, bytes: Buffer, open: NonNullable<Open>): boolean {
  if (open.left === 0) {
    walk.open.pop();
    return true;
  }
  const turn = (open.types.length - (open.left % open.types.length)) % open.types.length;
  if (!step(walk, bytes, 0, open.types[turn] ?? 0)) return false;
  open.left -= 1;
  return true;
}

/** Steps over one value that stands `skip` bytes on, or into it. */
function step(walk: Walk, bytes: Buffer, skip: number, type: number): boolean {
  const from = walk.at + skip;
  const over = (count: number): boolean => {
    if (bytes.length < from + count) return false;
    walk.at = from + count;
    return true;
  };
  const fixed = fixedBytes.get(type);
  if (fixed !== undefined) return over(fixed);
  if (type === wire.struct) {
    enter(walk, null);
    return over(0);
  }
  const kinds = type === wire.map ? 2 : type === wire.list || type === wire.set ? 1 : 0;
  if (kinds === 0 && type !== wire.bytes) throw brokenAnswer(`type ${type}`);
  if (bytes.length < from + kinds + 4) return false;
  const count = lengthAt(walk, bytes, from + kinds);
  if (kinds === 0) return over(4 + count);
  const types = [...bytes.subarray(from, from + kinds)];
  return container(walk, { types, left: count * kinds }, over, kinds + 4);
}

function container(
  walk: Walk,
  inside: NonNullable<Open>,
  over: (count: number) => boolean,
  head: number,
): boolean {
  if (walk.values + inside.left > walk.limits.spark_message_values_max) {
    throw brokenAnswer('too many values');
  }
  const each = inside.types.map((one) => fixedBytes.get(one) ?? Number.NaN);
  const bytes = (inside.left / each.length) * each.reduce((sum, one) => sum + one, 0);
  // Values of one length are stepped over together.
  const together = !Number.isNaN(bytes);
  if (!over(together ? head + bytes : head)) return false;
  walk.values += inside.left;
  if (!together) enter(walk, inside);
  return true;
}

function enter(walk: Walk, open: Open): void {
  if (walk.open.length >= walk.limits.spark_message_depth_max) {
    throw brokenAnswer('nested too deep');
  }
  walk.open.push(open);
}

function lengthAt(walk: Walk, bytes: Buffer, from: number): number {
  const told = bytes.readInt32BE(from);
  if (told < 0 || told > walk.limits.spark_message_bytes_max) throw brokenAnswer('a length');
  return told;
}
