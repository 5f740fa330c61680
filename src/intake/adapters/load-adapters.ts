import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { compareText } from '../../model/issue.ts';
import type { Adapter } from './adapter.ts';
import { parseAdapter } from './parse-adapter.ts';

/** The adapters bundled with Polyprism, in the order of their file names. */
export function loadAdapters(): Adapter[] {
  const folder = fileURLToPath(new URL('./', import.meta.url));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted(compareText)
    .map((name) => parseAdapter(readFileSync(join(folder, name), 'utf8'), name));
}
