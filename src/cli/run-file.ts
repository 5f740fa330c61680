import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { jsonOrNull } from '../model/json-or-null.ts';
import type { InspectFlags } from './inspect-flags.ts';

/** What an inspection was told beside its inputs and packs: with them it can be run again. */
export interface Run {
  readonly schema: 'polyprism.run/1';
  readonly as_of: string | null;
  readonly charset: string | null;
  readonly time_zone: string | null;
  readonly currency: string | null;
  /** Texts of the files given with --map and --waivers. */
  readonly mapping: string | null;
  readonly waivers: string | null;
}

const name = 'run.json';

/** Leaves it beside the snapshot. */
export async function rememberRun(flags: InspectFlags): Promise<void> {
  const text = async (path: string | undefined): Promise<string | null> =>
    path === undefined ? null : await readFile(path, 'utf8');
  const run: Run = {
    schema: 'polyprism.run/1',
    as_of: flags.asOf ?? null,
    charset: flags.charset ?? null,
    time_zone: flags.timeZone ?? null,
    currency: flags.currency ?? null,
    mapping: await text(flags.map),
    waivers: await text(flags.waivers),
  };
  await writeFile(join(flags.out, 'snapshot', name), `${canonicalJson(run)}\n`);
}

/** What was left in a folder of a report; null where there is nothing of the kind. */
export async function recallRun(out: string): Promise<Run | null> {
  const text = await readFile(join(out, 'snapshot', name), 'utf8').catch(() => '');
  return readRun(text);
}

export function readRun(text: string): Run | null {
  const value = jsonOrNull(text);
  if (typeof value !== 'object' || value === null) return null;
  const { schema, ...options } = value as Record<string, unknown>;
  const names = ['as_of', 'charset', 'time_zone', 'currency', 'mapping', 'waivers'] as const;
  const wrong = names.some((one) => options[one] !== null && typeof options[one] !== 'string');
  // Every option is there, as a text or null: the line above has looked.
  return schema !== 'polyprism.run/1' || wrong ? null : (value as Run);
}
