import { describe, expect, it } from 'vitest';
import { readDelimited } from '../../src/intake/delimited/read.ts';
import { readExcel } from '../../src/intake/excel/read.ts';
import { readJson } from '../../src/intake/json/read.ts';
import type { RawInput } from '../../src/intake/raw.ts';
import { PolyprismError } from '../../src/model/issue.ts';
import { CollectingSink, inputOf } from '../support/collecting-sink.ts';
import { zipOf } from '../support/zip-writer.ts';

/**
 * Mutated files: no crash, no hang, no silent loss. The dump reader's share is in its own room;
 * together they are 100,000 by default, and 1,000,000 with POLYPRISM_FUZZ_RUNS ten times as high.
 */
const scale = Number(process.env['POLYPRISM_FUZZ_RUNS'] ?? 30_000) / 30_000;
const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_125);
const hang_ms_max = 2_000;

/** mulberry32 (Tommy Ettinger, public domain): enough to mutate, and the same everywhere. */
function randomFrom(state: number): (below: number) => number {
  let a = state >>> 0;
  return (below) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const tempting = Buffer.from('",\n\r\t{}[]:\\\'=<>&;|\0\ufeff张é-1e9');

interface Mutated {
  readonly bytes: Buffer;
  /** The end is gone: a file cut off between two rows is a shorter file, and no loss. */
  readonly cut: boolean;
}

/** One to four mutations: bytes changed, dropped, doubled, put in, cut off or moved. */
function mutate(clean: Buffer, random: (below: number) => number): Mutated {
  let bytes = Buffer.from(clean);
  let cut = false;
  for (let left = 1 + random(4); left > 0 && bytes.length > 0; left -= 1) {
    const at = random(bytes.length);
    const length = 1 + random(6);
    const piece = bytes.subarray(at, at + length);
    const before = bytes.subarray(0, at);
    const after = bytes.subarray(at + length);
    const kind = random(6);
    if (kind === 0) bytes = Buffer.concat([before, after]);
    else if (kind === 1) bytes = Buffer.concat([before, piece, piece, after]);
    else if (kind === 2) bytes = Buffer.concat([before, Buffer.from([random(256)]), after]);
    else if (kind === 3) bytes = Buffer.concat([after, piece, before]);
    else if (kind === 4 && random(4) === 0) {
      bytes = Buffer.from(before);
      cut = true;
    } else {
      const from = random(tempting.length);
      const put = tempting.subarray(from, from + 1 + random(3));
      bytes = Buffer.concat([before, put, bytes.subarray(at)]);
    }
  }
  return { bytes, cut };
}

type Read = (input: RawInput, sink: CollectingSink) => Promise<unknown>;

async function survive(read: Read, name: string, clean: Buffer, runs: number): Promise<void> {
  const whole = new CollectingSink();
  await read(inputOf(clean, name), whole);
  const rows = rowsOf(whole);
  expect(rows).toBeGreaterThan(3);
  const total = Math.max(1, Math.round(runs * scale));
  console.log(`${name}: seed ${seed}, ${total} mutated inputs`);
  const random = randomFrom(seed);
  for (let run = 0; run < total; run += 1) {
    const { bytes, cut } = mutate(clean, random);
    const sink = new CollectingSink();
    const start_ms = performance.now();
    const refused = await read(inputOf(bytes, name, 1 + random(90)), sink).then(
      () => false,
      (error: unknown) => {
        if (!(error instanceof PolyprismError)) throw new Error(told(run, bytes), { cause: error });
        return true;
      },
    );
    if (performance.now() - start_ms > hang_ms_max) throw new Error(`hang: ${told(run, bytes)}`);
    if (cut || refused || rowsOf(sink) >= rows) continue;
    // Two rows run into one by a dropped quote are one row by the rules; their text is there.
    const told_of = refusals(sink) + sink.issues.length > 0 || keepsText(sink, bytes);
    if (!told_of) throw new Error(`rows lost in silence: ${told(run, bytes)}`);
  }
}

/** Whether every row number still in the bytes is in some value that was read. */
function keepsText(sink: CollectingSink, bytes: Buffer): boolean {
  const values = JSON.stringify([...sink.tables.values()].map((table) => table.rows));
  const marks = bytes.toString('utf8').match(/A\d(?=,)|李四\\*"\d|>A\d(?=<)/g) ?? [];
  return marks.every((mark) => values.includes(mark.replace(/^>|\\/g, '').replace('"', '\\"')));
}

function told(run: number, bytes: Buffer): string {
  return `run ${run} of seed ${seed}: ${JSON.stringify(bytes.toString('latin1'))}`;
}

function rowsOf(sink: CollectingSink): number {
  return [...sink.tables.values()].reduce((sum, table) => sum + table.rows.length, 0);
}

function refusals(sink: CollectingSink): number {
  return [...sink.tables.values()].reduce((sum, table) => sum + table.refused.length, 0);
}

const csv = Buffer.from(
  'order_no,buyer,note,amount\n' +
    Array.from({ length: 8 }, (_, i) => `A${i},张三${i},"a ""b"", c\n${i}",${i}.50\n`).join(''),
);
const objects = Array.from({ length: 8 }, (_, i) =>
  JSON.stringify({ id: i, name: `李四"${i}\\`, tags: [{ k: 'v' }, null], amount: 1.5 }),
);
const sheetRows = Array.from(
  { length: 8 },
  (_, i) =>
    `<row r="${i + 2}"><c r="A${i + 2}" t="inlineStr"><is><t>A${i}</t></is></c>` +
    `<c r="B${i + 2}"><v>${i}.5</v></c></row>`,
).join('');
const workbook = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="s" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml':
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>no</t></is></c>' +
    `<c r="B1" t="inlineStr"><is><t>amount</t></is></c></row>${sheetRows}</sheetData></worksheet>`,
};

describe('mutated inputs', () => {
  it('CSV', async () => {
    await survive((input, sink) => readDelimited(input, sink), 'a.csv', csv, 30_000);
  });

  it('JSON', async () => {
    const array = Buffer.from(`[${objects.join(',\n')}]`);
    await survive((input, sink) => readJson(input, sink), 'a.json', array, 15_000);
  });

  it('NDJSON', async () => {
    const lines = Buffer.from(objects.join('\n'));
    await survive((input, sink) => readJson(input, sink), 'a.ndjson', lines, 15_000);
  });

  it('Excel, the package', async () => {
    await survive((input, sink) => readExcel(input, sink), 'a.xlsx', zipOf(workbook), 2_000);
  });

  it('Excel, a sheet inside a sound package', async () => {
    const sheet = Buffer.from(workbook['xl/worksheets/sheet1.xml']);
    const read: Read = async (input, sink) => {
      const parts: Uint8Array[] = [];
      for await (const chunk of input.stream()) parts.push(chunk);
      const mutated = Buffer.concat(parts);
      const zip = zipOf({ ...workbook, 'xl/worksheets/sheet1.xml': mutated }, true);
      await readExcel(inputOf(zip, input.name), sink);
    };
    await survive(read, 'a.xlsx', sheet, 8_000);
  });
});
