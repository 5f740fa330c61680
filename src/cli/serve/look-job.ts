import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findRawValues } from '../../intake/find-raw-values.ts';
import { PolyprismError } from '../../model/issue.ts';
import { defaultMemory } from '../default-memory.ts';
import { readPersonKey } from '../person-key.ts';
import { readOrder } from './read-order.ts';

/** What the server orders: which raw files to read again for which pseudonym. */
interface Order {
  readonly inputs: readonly string[];
  /** Of the inspection: its key is in the snapshot's folder. */
  readonly folder: string;
  readonly pseudonyms: readonly string[];
  readonly columns: readonly string[];
}

const abort = new AbortController();
process.on('SIGTERM', () => abort.abort());
try {
  const { inputs, folder, pseudonyms, columns } = (await readOrder()) as Order;
  const snapshot = join(folder, 'out', 'snapshot');
  const directory = await mkdtemp(join(snapshot, 'look-'));
  try {
    const values = await findRawValues(inputs, {
      directory,
      person_key: await readPersonKey(undefined, snapshot),
      pseudonyms,
      columns,
      memory_limit: defaultMemory(),
      signal: abort.signal,
    });
    process.stdout.write(`${JSON.stringify({ values })}\n`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
} catch (error) {
  const failed = error instanceof PolyprismError ? error.issue.code : 'http.internal';
  process.stdout.write(`${JSON.stringify({ failed })}\n`);
  process.exitCode = 2;
}
