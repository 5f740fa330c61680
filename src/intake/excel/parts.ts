import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { PolyprismError } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import { ExpansionGuard, guarded } from '../input/expansion-guard.ts';
import type { RawInput } from '../raw.ts';

/** The parts of an Office Open XML package, opened one at a time. */
export interface Parts {
  /** The part's bytes; null where there is none of that path. */
  open(path: string): AsyncIterable<Uint8Array> | null;
  close(): void;
}

/** Opens a workbook's package. A zip needs its end first, so the file is held in memory. */
export async function openParts(input: RawInput, limits: Limits): Promise<Parts> {
  const place = { file: input.name, line: null, column: null };
  const bytes = await collect(input, limits);
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(() => {
    throw new PolyprismError('excel.no_workbook', {}, place);
  });
  const entries = await listEntries(zip, limits).catch(() => {
    throw new PolyprismError('excel.no_workbook', {}, place);
  });
  return {
    open(path) {
      const entry = entries.get(path.toLowerCase());
      if (!entry) return null;
      const name = `${input.name}!/${entry.fileName}`;
      return guarded(readEntry(zip, entry, name), [
        new ExpansionGuard(name, entry.compressedSize, limits),
      ]);
    },
    close: () => zip.close(),
  };
}

async function collect(input: RawInput, limits: Limits): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of input.stream()) {
    bytes += chunk.length;
    if (bytes > limits.workbook_bytes_max) {
      const params = { bytes: input.bytes, limit: limits.workbook_bytes_max };
      throw new PolyprismError('excel.too_large', params, {
        file: input.name,
        line: null,
        column: null,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function listEntries(zip: ZipFile, limits: Limits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size === limits.files_max) throw new Error('too many parts');
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}

/** An entry's bytes; throws `archive.broken` where they cannot be had or do not check. */
async function* readEntry(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new Error('wrong checksum');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PolyprismError(
      'archive.broken',
      { reason },
      { file: name, line: null, column: null },
    );
  }
}
