import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DuckDb, sqlText } from '../../../src/engine/duckdb.ts';
import { readParquet } from '../../../src/intake/parquet/read.ts';
import type { RawInput } from '../../../src/intake/raw.ts';
import { CollectingSink } from '../../support/collecting-sink.ts';
import { tempFolder } from '../input/temp-folder.ts';

async function parquet(select: string): Promise<string> {
  const path = join(tempFolder(), 'orders.parquet');
  const engine = await DuckDb.open();
  await engine.run(`COPY (${select}) TO ${sqlText(path)} (FORMAT parquet)`);
  engine.close();
  return path;
}

function inputOf(path: string, packed = false): RawInput {
  const bytes = readFileSync(path);
  return {
    file: 0,
    name: 'dir/orders.parquet',
    bytes: bytes.length,
    ...(!packed && { path }),
    stream: async function* () {
      yield bytes.subarray(0, 10);
      yield bytes.subarray(10);
    },
  };
}

describe('a Parquet file', () => {
  const rows = `SELECT * FROM (VALUES
    (1::BIGINT, 12.50::DECIMAL(10,2), TIMESTAMP '2024-02-29 23:59:59', DATE '2024-02-29', true,
      '\\xFF\\x00'::BLOB, ['a','b"c'], {'x': 1, 'y': NULL}, 0.1::DOUBLE, ''),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL))
    t(id, money, "at", day, flag, raw, tags, extra, ratio, "odd "" name")`;
  const wanted = [
    [
      '1',
      '12.50',
      '2024-02-29 23:59:59',
      '2024-02-29',
      'true',
      '0xFF00',
      '["a","b\\"c"]',
      '{"x":1,"y":null}',
      '0.1',
      '',
    ],
    Array.from({ length: 10 }, () => null),
  ];

  it('becomes a raw table of texts, wherever it lies', async () => {
    const path = await parquet(rows);
    for (const packed of [false, true]) {
      const sink = new CollectingSink();
      expect(await readParquet(inputOf(path, packed), sink)).toEqual({ charset: null });
      expect(sink.values('orders')).toEqual(wanted);
      expect(sink.table('orders').lines).toEqual([1, 2]);
      expect(sink.table('orders').shape?.columns.slice(0, 2)).toEqual([
        { name: 'id', type: 'BIGINT', comment: null },
        { name: 'money', type: 'DECIMAL(10,2)', comment: null },
      ]);
    }
  });

  it('of many row groups is read whole and in order', async () => {
    const path = await parquet('SELECT i FROM range(300000) t(i)');
    const sink = new CollectingSink();
    await readParquet(inputOf(path), sink);
    const values = sink.table('orders').rows.map(({ i }) => Number(i));
    expect(values).toHaveLength(300_000);
    expect(values.every((value, i) => value === i)).toBe(true);
  });

  it('that is cut off or damaged is refused, without a path in the reason', async () => {
    const path = await parquet('SELECT i, md5(i::VARCHAR) AS h FROM range(300000) t(i)');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 100));
    const error: unknown = await readParquet(inputOf(path), new CollectingSink()).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      issue: { code: 'parquet.unreadable', file: 'dir/orders.parquet' },
    });
    expect(String(error)).not.toContain(path);
    const damaged = Buffer.from(bytes);
    damaged.fill(0xff, bytes.length / 2, bytes.length / 2 + 4096);
    writeFileSync(path, damaged);
    const sink = new CollectingSink();
    await readParquet(inputOf(path), sink);
    const read = sink.table('orders').rows.length;
    expect(read).toBeLessThan(300_000);
    expect(sink.issues).toMatchObject([
      { code: 'parquet.broken', params: { missing: 300_000 - read, rows: 300_000 }, line: read },
    ]);
  });
});
