import { detectMapping } from '../../intake/detect-mapping.ts';
import { writeMapping } from '../../intake/map/write-mapping.ts';
import { PolyprismError } from '../../model/issue.ts';
import { defaultMemory } from '../default-memory.ts';
import { readOrder } from './read-order.ts';

/** What the server orders: which raw files to look at. */
interface Order {
  readonly inputs: readonly string[];
}

const abort = new AbortController();
process.on('SIGTERM', () => abort.abort());
try {
  const { inputs } = (await readOrder()) as Order;
  const found = await detectMapping(inputs, {
    memory_limit: defaultMemory(),
    signal: abort.signal,
  });
  const detection = { ...found, mapping: writeMapping(found.mapping) };
  process.stdout.write(`${JSON.stringify({ detection })}\n`);
} catch (error) {
  const failed = error instanceof PolyprismError ? error.issue.code : 'http.internal';
  process.stdout.write(`${JSON.stringify({ failed })}\n`);
  process.exitCode = 2;
}
