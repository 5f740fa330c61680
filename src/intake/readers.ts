import { readDelimited } from './delimited/read.ts';
import { readExcel } from './excel/read.ts';
import type { ReadableFormat } from './input/format.ts';
import { readJson } from './json/read.ts';
import { readMysqlDump } from './mysql-dump/read.ts';
import { readParquet } from './parquet/read.ts';
import type { Reader } from './raw.ts';

/** Which reader takes which format. */
export const readers: Readonly<Record<ReadableFormat, Reader>> = {
  'mysql-dump': readMysqlDump,
  csv: readDelimited,
  tsv: readDelimited,
  xlsx: readExcel,
  json: readJson,
  ndjson: readJson,
  parquet: readParquet,
};
