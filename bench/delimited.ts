import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createReadStream, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDb, sqlText } from '../src/engine/duckdb.ts';
import { readDelimited } from '../src/intake/delimited/read.ts';
import type { RawInput } from '../src/intake/raw.ts';
import { NullSink } from './null-sink.ts';
import { median, seconds } from './timing.ts';

const rows = 2_000_000;

/** CSV with per-row refusal against DuckDB's read_csv on the same file, one thread each. */
export async function benchDelimited(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  try {
    const path = join(folder, 'orders.csv');
    writeFileSync(path, orders(rows));
    const bytes = statSync(path).size;
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      ours.push(await seconds(() => readDelimited(fileInput(path, bytes), new NullSink())));
      theirs.push(await seconds(() => readWithDuckDb(path)));
    }
    const speed = bytes / 1e6 / median(ours);
    const ratio = median(theirs) / median(ours);
    print(`delimited: ${rows} rows, ${(bytes / 1e6).toFixed(0)} MB, ${speed.toFixed(0)} MB/s`);
    print(`delimited: ${ratio.toFixed(2)} of DuckDB read_csv's speed (bar: at least 0.50)`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function orders(count: number): string {
  const lines = ['order_no,buyer,title,amount,paid_at,note'];
  for (let i = 0; i < count; i += 1) {
    const note = i % 5 === 0 ? `"carton ${i % 7}, ""fragile"""` : '';
    lines.push(
      `A${i},u${i % 9973},商品${i % 101},${(i % 5000) / 100},2024-03-0${1 + (i % 9)},${note}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

async function readWithDuckDb(path: string): Promise<void> {
  const engine = await DuckDb.open({ threads: 1 });
  await engine.rows(
    `SELECT count(*), max(order_no), max(buyer), max(title), max(amount), max(paid_at), max(note)
     FROM read_csv(${sqlText(path)}, all_varchar = true)`,
  );
  engine.close();
}

function fileInput(path: string, bytes: number): RawInput {
  return {
    file: 0,
    name: 'orders.csv',
    bytes,
    stream: () => createReadStream(path, { highWaterMark: 1 << 20 }),
  };
}
