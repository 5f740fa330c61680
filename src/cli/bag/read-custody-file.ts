import { readFile, stat } from 'node:fs/promises';
import { parse } from 'yaml';
import { readCustody } from '../../evidence/custody/custody-gaps.ts';
import type { Custody } from '../../evidence/custody/custody.ts';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';

/** Reads a record of custody, JSON or YAML; what is missing in it is told before it is sealed. */
export async function readCustodyFile(
  path: string,
  raw_sha256: readonly string[],
): Promise<Custody> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new PolyprismError('input.not_found', { path });
  const limit = limits.custody_bytes_max;
  if (found.size > limit) throw new PolyprismError('bag.custody_too_large', { path, limit });
  const { custody, gaps } = readCustody(valueOf(await readFile(path, 'utf8')), raw_sha256);
  if (custody && gaps.length === 0) return custody;
  const fields = gaps.slice(0, limits.bag_named_max).join(', ');
  throw new PolyprismError('bag.custody_gaps', { path, fields, count: gaps.length });
}

function valueOf(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}
