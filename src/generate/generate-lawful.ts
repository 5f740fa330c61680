import { PolyprismError } from '../model/issue.ts';
import { listedFindings } from './lawful/listed.ts';
import type { Listed } from './lawful/listed.ts';
import { marketNames } from './lawful/markets/market.ts';
import type { MarketName } from './lawful/markets/market.ts';
import type { FilledTable } from './lawful/row.ts';
import { lawfulTables } from './lawful/tables.ts';
import { tallyOrders } from './lawful/tally.ts';
import { lawfulWorld } from './lawful/world.ts';
import type { LawfulOptions } from './lawful/world.ts';
import { timeTextOf, writeRows } from './lawful/write-rows.ts';
import type { PlatformWriter } from './platform-writer.ts';
import { plant } from './violations/plant.ts';
import type { Expected } from './violations/plant.ts';
import { editedRows } from './violations/scene.ts';
import { stageUntil } from './violations/violation.ts';
import type { Violation } from './violations/violation.ts';
import { marketViolations } from './violations/violations.ts';

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
  const market = options.market ?? marketOf(violate[0]);
  const chosen = violate.flatMap((name) => violationsOf(market, name));
  const until = stageUntil[chosen[0]?.stage ?? 'today'];
  const world = lawfulWorld({ until, ...options, market });
  const tally = tallyOrders(world);
  const { edits, expected, cleared } = plant(world, tally, chosen);
  const timeText = timeTextOf(world);
  const rows: Record<string, number> = {};
  for (const table of Object.keys(lawfulTables) as FilledTable[]) {
    const lawful = lawfulTables[table](world, tally);
    rows[table] = await writeRows(writer, table, editedRows(table, lawful, edits), timeText);
  }
  const listed = listedFindings[market].filter(({ provision }) => !cleared.has(provision));
  return { rows, as_of: world.clock.day(world.until), expected: [...expected, ...listed] };
}

/** Where the first one named is law. */
function marketOf(name = ''): MarketName {
  return marketNames.find((market) => named(market, name).length > 0) ?? 'cn';
}

/** Of a version named as id@date, or of every version of an id. */
function violationsOf(market: MarketName, name: string): readonly Violation[] {
  const found = named(market, name);
  if (found.length === 0) throw new PolyprismError('generate.unknown_violation', { name, market });
  return found;
}

function named(market: MarketName, name: string): readonly Violation[] {
  return marketViolations[market].filter(
    ({ provision, version }) => name === provision || name === `${provision}@${version}`,
  );
}
