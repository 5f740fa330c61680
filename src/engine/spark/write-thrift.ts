import { messageKind, protocol_version, wire } from './thrift.ts';

/** A value to write, named by its type. */
export type ThriftInput =
  | { readonly bool: boolean }
  | { readonly i16: number }
  | { readonly i32: number }
  | { readonly i64: number }
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
  | { readonly texts: Readonly<Record<string, string>> }
  | { readonly struct: readonly ThriftField[] };

export type ThriftField = readonly [id: number, value: ThriftInput];

/** A call of a service's method whose only argument is one request. */
export function writeCall(method: string, no: number, request: readonly ThriftField[]): Buffer {
  const head = [int32((protocol_version << 16) | messageKind.call), text(method), int32(no)];
  return Buffer.concat([...head, ...struct([[1, { struct: request }]])]);
}

function struct(fields: readonly ThriftField[]): Buffer[] {
  const parts = fields.flatMap(([id, value]) => {
    const [type, ...bytes] = written(value);
    return [Buffer.from([type, (id >> 8) & 0xff, id & 0xff]), ...bytes];
  });
  return [...parts, Buffer.from([wire.stop])];
}

function written(value: ThriftInput): [number, ...Buffer[]] {
  if ('bool' in value) return [wire.bool, Buffer.from([value.bool ? 1 : 0])];
  if ('i16' in value) return [wire.i16, int16(value.i16)];
  if ('i32' in value) return [wire.i32, int32(value.i32)];
  if ('i64' in value) return [wire.i64, int64(value.i64)];
  if ('text' in value) return [wire.bytes, text(value.text)];
  if ('bytes' in value) return [wire.bytes, int32(value.bytes.length), Buffer.from(value.bytes)];
  if ('struct' in value) return [wire.struct, ...struct(value.struct)];
  const pairs = Object.entries(value.texts);
  const head = Buffer.concat([Buffer.from([wire.bytes, wire.bytes]), int32(pairs.length)]);
  return [wire.map, head, ...pairs.flatMap(([key, one]) => [text(key), text(one)])];
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([int32(bytes.length), bytes]);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
}

function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
