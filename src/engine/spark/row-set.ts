import type { EvidenceValue } from '../../model/provision.ts';
import type { SqlRow } from '../sql-engine.ts';
import { brokenAnswer } from './broken-answer.ts';
import { columnType } from './hive-calls.ts';
import { isStruct, listIn, structIn, textOf } from './read-thrift.ts';
import { scalarOfText } from './scalar-of-text.ts';
import type { ThriftStruct, ThriftValue } from './thrift.ts';
import { uniqueNames } from './unique-names.ts';

/** A column of a result: its name and its type by HiveServer2's number. */
export interface HiveColumn {
  readonly name: string;
  readonly type: number;
}

/** The columns a TTableSchema tells of. */
export function readColumns(schema: ThriftStruct): HiveColumn[] {
  return listIn(schema, 1).map((one) => {
    if (!isStruct(one)) throw brokenAnswer('a column');
    const [entry] = listIn(structIn(one, 2), 1);
    const primitive = isStruct(entry) ? entry.get(1) : undefined;
    const type = isStruct(primitive) ? primitive.get(1) : columnType.string;
    if (typeof type !== 'number') throw brokenAnswer('a type');
    return { name: textOf(one.get(1)), type };
  });
}

/** The rows of a TRowSet whose values lie column by column, each with a map of its NULLs. */
export function readRows(set: ThriftStruct, columns: readonly HiveColumn[]): SqlRow[] {
  // A statement without a result tells of a column all the same, and sends none; Spark 3.5 no list.
  const given = (set.has(3) ? listIn(set, 3) : []).map(valuesOf);
  if (given.length === 0) {
    if (listIn(set, 2).length > 0) throw brokenAnswer('rows one by one');
    return [];
  }
  if (given.length !== columns.length) throw brokenAnswer('columns');
  const count = given[0]?.values.length ?? 0;
  if (given.some(({ values }) => values.length !== count)) throw brokenAnswer('columns unlike');
  const names = uniqueNames(columns.map(({ name }) => name));
  const rows: Record<string, EvidenceValue>[] = Array.from({ length: count }, () => ({}));
  for (const [at, { values, nulls }] of given.entries()) {
    const name = names[at] ?? '';
    const type = columns[at]?.type ?? columnType.string;
    for (const [i, row] of rows.entries()) {
      row[name] = isNull(nulls, i) ? null : toScalar(values[i], type);
    }
  }
  return rows;
}

/** A TColumn: the one field says how its values are written; all have the same two parts. */
function valuesOf(column: ThriftValue): { values: readonly ThriftValue[]; nulls: Buffer } {
  const [inner] = isStruct(column) ? [...column.values()] : [];
  if (!isStruct(inner)) throw brokenAnswer('a column');
  const nulls = inner.get(2);
  if (!Buffer.isBuffer(nulls)) throw brokenAnswer('a column without NULLs');
  return { values: listIn(inner, 1), nulls };
}

/** Bit by bit from the lowest; what is beyond the map is not NULL. */
function isNull(nulls: Buffer, row: number): boolean {
  return (((nulls[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;
}

/** A value as `SqlEngine` promises it; binary in hexadecimal, a decimal with a point as text. */
function toScalar(value: ThriftValue | undefined, type: number): EvidenceValue {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return String(value);
  if (!Buffer.isBuffer(value)) throw brokenAnswer('a value');
  if (type === columnType.binary) return value.toString('hex');
  const text = value.toString('utf8');
  if (type === columnType.timestamp) return scalarOfText(text, 'timestamp');
  return scalarOfText(text, type === columnType.decimal ? 'decimal' : 'text');
}
