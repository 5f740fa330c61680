import { PolyprismError } from '../model/issue.ts';
import { listedFindings } from './lawful/listed.ts';
import type { Listed } from './lawful/listed.ts';
import type { FilledTable } from './lawful/row.ts';
import { lawfulTables } from './lawful/tables.ts';
import { tallyOrders } from './lawful/tally.ts';
import { dayOf } from './lawful/time.ts';
import { lawfulWorld } from './lawful/world.ts';
import type { LawfulOptions } from './lawful/world.ts';
import { writeRows } from './lawful/write-rows.ts';
import type { PlatformWriter } from './platform-writer.ts';
import { plant } from './violations/plant.ts';
import type { Expected } from './violations/plant.ts';
import { editedRows } from './violations/scene.ts';
import { stageUntil } from './violations/violation.ts';
import type { Violation } from './violations/violation.ts';
import { violations } from './violations/violations.ts';

export interface LawfulPlatformOptions extends LawfulOptions {
  /** Provisions, or versions of them as id@date, to be violated once each. */
  readonly violate?: readonly string[];
}

export interface LawfulTruth {
  readonly rows: Readonly<Record<string, number>>;
  /** The day it is judged as of. */
  readonly as_of: string;
  /** All that may be found, each with its reason. */
  readonly expected: readonly (Expected | Listed)[];
}

/**
 * A whole platform that keeps the law, one CSV file a canonical table, with the violations asked
 * for. Rows are made when they are written and again where another table needs them, so memory
 * does not grow with orders.
 */
export async function generateLawful(
  writer: PlatformWriter,
  { violate = [], ...options }: LawfulPlatformOptions = {},
): Promise<LawfulTruth> {
  const chosen = violate.flatMap(violationsOf);
  const world = lawfulWorld({ ...(chosen[0] && { until: untilOf(chosen[0]) }), ...options });
  const tally = tallyOrders(world);
  const { edits, expected, cleared } = plant(world, tally, chosen);
  const rows: Record<string, number> = {};
  for (const table of Object.keys(lawfulTables) as FilledTable[]) {
    const lawful = lawfulTables[table](world, tally);
    rows[table] = await writeRows(writer, table, editedRows(table, lawful, edits));
  }
  const listed = listedFindings.filter(({ provision }) => !cleared.has(provision));
  return { rows, as_of: dayOf(world.until), expected: [...expected, ...listed] };
}

/** Of a version named as id@date, or of every version of an id. */
function violationsOf(name: string): Violation[] {
  const found = violations.filter(
    ({ provision, version }) => name === provision || name === `${provision}@${version}`,
  );
  if (found.length === 0) throw new PolyprismError('generate.unknown_violation', { name });
  return found;
}

/** The first one named decides: the text it breaks is in force on that day. */
function untilOf({ stage = 'today' }: Violation): string {
  return stageUntil[stage];
}
