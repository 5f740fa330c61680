/** Types of the Thrift binary protocol, as they are numbered on the wire. */
export const wire = {
  stop: 0,
  bool: 2,
  byte: 3,
  double: 4,
  i16: 6,
  i32: 8,
  i64: 10,
  bytes: 11,
  struct: 12,
  map: 13,
  set: 14,
  list: 15,
} as const;

/** Bytes of a value of each type that always has the same number. */
export const fixedBytes: ReadonlyMap<number, number> = new Map([
  [wire.bool, 1],
  [wire.byte, 1],
  [wire.double, 8],
  [wire.i16, 2],
  [wire.i32, 4],
  [wire.i64, 8],
]);

/** What a message is; the version of the protocol stands beside it. */
export const messageKind = { call: 1, reply: 2, exception: 3 } as const;

export const protocol_version = 0x8001;

/** A value as read: the fields of a struct by number; i64 as bigint beyond 2^53. */
export type ThriftValue =
  | boolean
  | number
  | bigint
  | Buffer
  | readonly ThriftValue[]
  | ThriftStruct
  | ThriftPairs;

export type ThriftStruct = ReadonlyMap<number, ThriftValue>;

/** A map as its pairs: nothing that is read here is looked up. */
export interface ThriftPairs {
  readonly pairs: readonly (readonly [ThriftValue, ThriftValue])[];
}
