import { scansHere } from '../../src/engine/scan-site.ts';
import type { SqlEngine } from '../../src/engine/sql-engine.ts';
import { contextOf } from '../../src/inspect/inspect.ts';
import type { Inspection } from '../../src/inspect/inspect.ts';
import { askedOf, runZones } from '../../src/inspect/judge.ts';
import type { Prepared } from '../../src/inspect/judge.ts';
import { locateFindings } from '../../src/inspect/locate-findings.ts';
import { noteCounts } from '../../src/inspect/note-counts.ts';
import type { Pack } from '../../src/model/provision.ts';
import type { ProvisionRun } from '../../src/provisions/run.ts';

/**
 * What provisions find in a platform that DuckDB has inspected and still holds, on an engine before
 * which `lay` lays what they read: as the report tells it, with places in the raw files and other
 * ways of counting.
 */
export async function judgedElsewhere(
  { report, snapshot, engine }: Inspection,
  packs: readonly Pack[],
  lay: (asked: Pick<Prepared, 'zones' | 'asked'>) => Promise<SqlEngine>,
): Promise<ProvisionRun> {
  const { as_of } = report;
  const context = await contextOf(engine, snapshot, { packs, as_of, polyprism: 'test' });
  const asked = askedOf(packs, context);
  const { findings, verdicts } = await runZones(await lay(asked), asked);
  const located = await locateFindings(engine, scansHere(engine), snapshot, findings);
  return { findings: await noteCounts(engine, located), verdicts };
}
