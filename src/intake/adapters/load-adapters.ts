import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { compareText } from '../../model/issue.ts';
import type { Adapter } from './adapter.ts';
import { parseAdapter } from './parse-adapter.ts';

/** The adapters bundled with Polyprism, in the order of their file names. */
export function loadAdapters(): Adapter[] {
  const folder = fileURLToPath(new URL('./', import.meta.url));
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  // A package built without them would take every mall for unknown software and not say so.
  if (names.length === 0) throw new Error(`there are no adapters beside ${import.meta.url}`);
  return names
    .toSorted(compareText)
    .map((name) => parseAdapter(readFileSync(join(folder, name), 'utf8'), name));
}
