import { readFile, stat } from 'node:fs/promises';
import { parseUnitCosts } from '../../cost/unit-costs.ts';
import type { UnitCostSheet } from '../../cost/unit-costs.ts';
import { PolyprismError } from '../../model/issue.ts';
import { jsonOrNull } from '../../model/json-or-null.ts';

/** A sheet is a few lines. */
const BYTES_MAX = 65_536;

/** The unit costs a file holds. */
export async function readUnitCosts(path: string): Promise<UnitCostSheet> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new PolyprismError('input.not_found', { path });
  const text = found.size > BYTES_MAX ? '' : await readFile(path, 'utf8');
  const sheet = parseUnitCosts(jsonOrNull(text));
  if (sheet === null) throw new PolyprismError('cli.bad_unit_costs', { path });
  return sheet;
}
