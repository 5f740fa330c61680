import { readFile } from 'node:fs/promises';
import { parseMapping } from '../intake/map/parse-mapping.ts';
import type { Mapping } from '../intake/mapping.ts';
import { PolyprismError } from '../model/issue.ts';

export async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new PolyprismError('input.not_found', { path: file });
  });
  return parseMapping(text, file);
}
