import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { readMysqlDump } from '../src/intake/mysql-dump/read.ts';
import type { RawInput, RawSink } from '../src/intake/raw.ts';

/**
 * Megabytes read for a speed: against two readers that do less, in one run. Ratios are what counts;
 * the machine decides the rest.
 */
const megabytes = 60;
const rows_per_statement = 5_000;

function statement(first: number): Buffer {
  const rows = Array.from({ length: rows_per_statement }, (_, i) => {
    const id = first + i;
    return [
      `(${id},'wx${1e9 + id}','会员${id}','138${id}','某省某市某区某路${id}号',${id % 100}.50`,
      `NULL,1,'2023-11-01 12:00:00','{\\"sku\\":${id}}')`,
    ].join(',');
  });
  return Buffer.from(`INSERT INTO \`o\` VALUES ${rows.join(',')};\n`);
}

const block = statement(1_000_000);
const head = Buffer.from(
  'CREATE TABLE `o` (`a` int,`b` varchar(32),`c` varchar(32),`d` varchar(32),`e` text,' +
    '`f` decimal(8,2),`g` int,`h` int,`i` datetime,`j` text);\n',
);

function input(size_mb: number): RawInput {
  const times = Math.ceil((size_mb * 1e6) / block.length);
  return {
    file: 0,
    name: 'bench.sql',
    bytes: head.length + times * block.length,
    async *stream() {
      yield head;
      for (let i = 0; i < times; i += 1) {
        for (let at = 0; at < block.length; at += 65_536) yield block.subarray(at, at + 65_536);
      }
    },
  };
}

const writer = { bytes() {}, text() {}, none() {}, end() {}, refuse() {} };
const nowhere: RawSink = {
  open: async () => writer,
  declare() {},
  issue() {},
  flushed: async () => {},
};

/** A splitter at line ends that looks at nothing else. */
async function splitLines(source: RawInput): Promise<void> {
  for await (const chunk of source.stream()) {
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1));
  }
}

async function readLines(source: RawInput): Promise<void> {
  const lines = createInterface({ input: Readable.from(source.stream()) });
  let length = 0;
  for await (const line of lines) length += line.length;
  if (length === 0) throw new RangeError('nothing was read');
}

async function speedOf(read: (source: RawInput) => Promise<unknown>): Promise<number> {
  const source = input(megabytes);
  let best = 0;
  for (let run = 0; run < 3; run += 1) {
    const before = process.cpuUsage();
    await read(source);
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, source.bytes / (user + system));
  }
  return best;
}

/** Peak of memory that grows with the input, sampled while reading. */
async function peakOf(size_mb: number): Promise<number> {
  let peak = 0;
  const progress = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  await readMysqlDump(input(size_mb), nowhere, { progress });
  return peak;
}

/** Prints speed and memory of the dump reader, next to its bars and its peers. */
export async function benchDumpReader(print: (line: string) => void): Promise<void> {
  const dump = await speedOf((source) => readMysqlDump(source, nowhere));
  const small = await peakOf(megabytes);
  const large = await peakOf(megabytes * 10);
  const readline = await speedOf(readLines);
  const splitter = await speedOf(splitLines);
  print(`dump reader: ${dump.toFixed(0)} MB per second of processor time (bar 150)`);
  print(`  to node:readline × ${(dump / readline).toFixed(2)}`);
  print(`  to a splitter at line ends × ${(dump / splitter).toFixed(3)}`);
  print(`  memory at ten times the input × ${(large / small).toFixed(2)} (bar 1.2)`);
}
