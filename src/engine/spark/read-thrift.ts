import { brokenAnswer } from './broken-answer.ts';
import { messageKind, wire } from './thrift.ts';
import type { ThriftStruct, ThriftValue } from './thrift.ts';

/** Bytes whose end is known, and how far they are read. */
interface Reading {
  readonly bytes: Buffer;
  at: number;
}

/**
 * The result of a call, from a whole message whose bounds `messageEnd` has checked. Throws
 * `spark.broken_answer` for anything but the reply to this call.
 */
export function readReply(bytes: Buffer, method: string, no: number): ThriftStruct {
  const from: Reading = { bytes, at: 4 };
  const name = readBytes(from).toString('utf8');
  const seen = int32(from);
  if (name !== method || seen !== no) throw brokenAnswer(`${name} ${seen} for ${method} ${no}`);
  const result = readStruct(from);
  if (bytes.readUInt16BE(2) === messageKind.exception) {
    throw brokenAnswer(`${method}: ${textOf(result.get(1))}`);
  }
  const success = result.get(0);
  if (!isStruct(success)) throw brokenAnswer(`${method} without a result`);
  return success;
}

function readStruct(from: Reading): ThriftStruct {
  const fields = new Map<number, ThriftValue>();
  for (;;) {
    const type = from.bytes.readUInt8(from.at);
    from.at += 1;
    if (type === wire.stop) return fields;
    const id = from.bytes.readInt16BE(from.at);
    from.at += 2;
    fields.set(id, readValue(from, type));
  }
}

function readValue(from: Reading, type: number): ThriftValue {
  const { bytes, at } = from;
  switch (type) {
    case wire.bool:
      from.at += 1;
      return bytes.readUInt8(at) !== 0;
    case wire.byte:
      from.at += 1;
      return bytes.readInt8(at);
    case wire.double:
      from.at += 8;
      return bytes.readDoubleBE(at);
    case wire.i16:
      from.at += 2;
      return bytes.readInt16BE(at);
    case wire.i32:
      return int32(from);
    case wire.i64:
      return int64(from);
    case wire.bytes:
      return readBytes(from);
    case wire.struct:
      return readStruct(from);
    case wire.list:
    case wire.set:
      return readList(from);
    case wire.map:
      return readMap(from);
    default:
      throw brokenAnswer(`type ${type}`);
  }
}

function readList(from: Reading): ThriftValue[] {
  const type = from.bytes.readUInt8(from.at);
  from.at += 1;
  const count = int32(from);
  const list: ThriftValue[] = [];
  for (let i = 0; i < count; i += 1) list.push(readValue(from, type));
  return list;
}

function readMap(from: Reading): ThriftValue {
  const key = from.bytes.readUInt8(from.at);
  const value = from.bytes.readUInt8(from.at + 1);
  from.at += 2;
  const count = int32(from);
  const pairs: [ThriftValue, ThriftValue][] = [];
  for (let i = 0; i < count; i += 1) pairs.push([readValue(from, key), readValue(from, value)]);
  return { pairs };
}

function readBytes(from: Reading): Buffer {
  const length = int32(from);
  const bytes = from.bytes.subarray(from.at, from.at + length);
  from.at += length;
  return bytes;
}

function int32(from: Reading): number {
  const value = from.bytes.readInt32BE(from.at);
  from.at += 4;
  return value;
}

/** As a number where that says exactly the same. */
function int64(from: Reading): number | bigint {
  const value = from.bytes.readInt32BE(from.at) * 2 ** 32 + from.bytes.readUInt32BE(from.at + 4);
  const exact = Number.isSafeInteger(value) ? value : from.bytes.readBigInt64BE(from.at);
  from.at += 8;
  return exact;
}

export function isStruct(value: ThriftValue | undefined): value is ThriftStruct {
  return value instanceof Map;
}

/** The struct in a field; where none is, what came is broken. */
export function structIn(fields: ThriftStruct, id: number): ThriftStruct {
  const value = fields.get(id);
  if (!isStruct(value)) throw brokenAnswer(`no struct in field ${id}`);
  return value;
}

export function listIn(fields: ThriftStruct, id: number): readonly ThriftValue[] {
  const value = fields.get(id);
  if (!Array.isArray(value)) throw brokenAnswer(`no list in field ${id}`);
  return value;
}

/** The text of bytes; empty where there are none. */
export function textOf(value: ThriftValue | undefined): string {
  return Buffer.isBuffer(value) ? value.toString('utf8') : '';
}
