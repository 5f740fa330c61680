import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StageBuilder } from '../src/intake/stage/stage-builder.ts';
import { seconds } from './timing.ts';

const rows = 1_000_000;

/** Slices of bytes as a dump reader hands them over → work files → work database. */
export async function benchStage(print: (line: string) => void): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  const { bytes, slices } = dumpRow();
  const columns = slices.map((_, i) => `c${i}`);
  const builder = await StageBuilder.open({ directory });
  try {
    const sink = builder.sink({ index: 0, name: 'bench.sql', hashed: false });
    const writer = await sink.open('t', columns, 0);
    const write_s = await seconds(async () => {
      for (let row = 1; row <= rows; row += 1) {
        for (const [start, end] of slices) writer.bytes(bytes, start, end);
        writer.end(row);
      }
      await sink.flushed();
    });
    const mb = (rows * bytes.length) / 1e6;
    print(`stage: ${rows} rows, ${mb.toFixed(0)} MB, ${(mb / write_s).toFixed(0)} MB/s (bar: 150)`);
    const load_s = await seconds(async () => await (await builder.load()).remove());
    print(`stage: loaded into the work database at ${(mb / load_s).toFixed(0)} MB/s`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** A row of a member table as a dump writes it, and where its values lie. */
function dumpRow(): { bytes: Uint8Array; slices: (readonly [number, number])[] } {
  const avatar = 'http://example.invalid/avatar/1234567.png';
  const member = ['1234567', '15550001234', '用户昵称一二三', '2024-05-06 12:33:44', '0', '1'];
  const values = [...member, '0.00', avatar, '15', 'wechat', 'say "hi"', ''];
  let row = '(';
  const slices = values.map((value) => {
    const start = Buffer.byteLength(row) + 1;
    row += `'${value}',`;
    return [start, start + Buffer.byteLength(value)] as const;
  });
  return { bytes: Buffer.from(`${row})`), slices };
}
