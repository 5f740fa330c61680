import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Pack } from '../model/provision.ts';
import type { Snapshot } from '../model/snapshot.ts';

type Dated = Pick<Snapshot, 'data_until' | 'time_zone'>;

/** The calendar day, in the snapshot's zone, of the last thing its data speak of; or null. */
export async function lastDay(
  engine: SqlEngine,
  { data_until, time_zone }: Dated,
): Promise<string | null> {
  if (data_until === null) return null;
  const [row] = await engine.rows(
    `SELECT CAST(CAST('${data_until}' AS TIMESTAMPTZ)
       AT TIME ZONE '${time_zone}' AS DATE) AS day`,
  );
  return row ? String(row['day']) : null;
}

/**
 * The day data are judged as of where nobody says: their last; without a single date, the day the
 * texts were last checked.
 */
export async function dayToJudge(
  engine: SqlEngine,
  snapshot: Dated,
  packs: readonly Pack[],
): Promise<string> {
  return (await lastDay(engine, snapshot)) ?? lastChecked(packs);
}

function lastChecked(packs: readonly Pack[]): string {
  const days = packs
    .flatMap((pack) => pack.provisions)
    .flatMap((provision) => provision.cites)
    .map((cite) => cite.checked);
  return days.toSorted().at(-1) ?? '1970-01-01';
}
