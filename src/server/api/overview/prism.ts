import { sql } from 'kysely';
import type { Localised } from '../../../model/localised.ts';
import { moments } from '../../../model/moment.ts';
import type { Moment } from '../../../model/moment.ts';
import type { StoreTx } from '../../../store/store.ts';
import { addChanges, changeCounts, judgedBy, noChanges } from '../../findings/change-counts.ts';
import type { ChangeCounts } from '../../findings/change-counts.ts';
import { inspectionBefore } from '../../findings/inspection-before.ts';
import { nothingFound, tallyOf } from '../../findings/tally.ts';
import type { Tally } from '../../findings/tally.ts';
import type { NewestInspection } from './newest-inspections.ts';
import { byHaste, stagesOf } from './prism-shape.ts';
import type { Prism, PrismProvision } from './prism-shape.ts';

/** Inspections a prism looks back on. */
const history_max = 12;

interface Row {
  readonly provision: string;
  readonly verdict: PrismProvision['verdict'];
  readonly title: Localised | null;
  readonly stage: Moment | null;
  readonly undecided: number | null;
  readonly tally: Tally | null;
  readonly changes: ChangeCounts | null;
}

/** What an inspection says of every provision, by stage, and what changed since the one before. */
export async function prismOf(tx: StoreTx, newest: NewestInspection): Promise<Prism> {
  const { id, tenant_id, about, platform_name, title, at, as_of } = newest;
  const since =
    newest.since === undefined ? await inspectionBefore(tx, newest) : (newest.since ?? null);
  const rows = await provisionsOf(tx, id);
  const counted = rows.every(({ tally }) => tally !== null);
  const tallies = counted ? null : await tallyOf(tx, id);
  const changed = since === null ? null : await changesSince(tx, since, id, rows);
  const provisions = rows.map(({ provision, tally, ...row }): PrismProvision => {
    const found = tallies?.get(provision);
    const { breaches, indications, reached = 0 } = tally ?? found ?? nothingFound;
    return {
      ...row,
      provision,
      title: row.title ?? { en: provision, zh: provision },
      stage: row.stage ?? stageIn(found?.stage),
      breaches,
      indications,
      reached,
      changes: changed && (changed.get(provision) ?? noChanges),
    };
  });
  return {
    inspection_id: id,
    tenant_id,
    platform_id: about,
    platform_name,
    account: null,
    title,
    at,
    as_of,
    since,
    stages: stagesOf(provisions, false),
    provisions: provisions.toSorted(byHaste),
    changes: changed && [...changed.values()].reduce(addChanges, noChanges),
    history: await historyOf(tx, newest),
  };
}

async function provisionsOf({ db }: StoreTx, inspection_id: string): Promise<Row[]> {
  const found = sql<Row>`
    SELECT provision_id AS provision, verdict, detail #> '{law,title}' AS title,
      detail ->> 'stage' AS stage, (detail ->> 'undecided')::integer AS undecided,
      detail -> 'tally' AS tally, detail -> 'changes' AS changes
    FROM inspection_provision WHERE inspection_id = ${inspection_id} ORDER BY provision_id`;
  return (await found.execute(db)).rows;
}

function stageIn(text: string | null | undefined): Moment | null {
  return moments.find((moment) => moment === text) ?? null;
}

/** As they were counted when the inspection was kept, or counted now where they were not. */
async function changesSince(
  tx: StoreTx,
  earlier: string,
  later: string,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, ChangeCounts>> {
  if (rows.some(({ changes }) => changes === null)) {
    const judged = { earlier: await judgedBy(tx, earlier), later: await judgedBy(tx, later) };
    return await changeCounts(tx, { earlier, later }, judged, null);
  }
  const known = new Map(rows.map(({ provision, changes }) => [provision, changes ?? noChanges]));
  // What is no longer asked was found before, and nobody can tell what became of it.
  const dropped = (await provisionsOf(tx, earlier)).filter((row) => !known.has(row.provision));
  const counted = dropped.every(({ tally }) => tally !== null);
  const tallies = counted ? null : await tallyOf(tx, earlier);
  for (const { provision, tally } of dropped) {
    const { subjects } = tally ?? tallies?.get(provision) ?? nothingFound;
    known.set(provision, { ...noChanges, cannot_tell: subjects });
  }
  return known;
}

async function historyOf({ db }: StoreTx, newest: NewestInspection): Promise<Prism['history']> {
  const { tenant_id, about } = newest;
  const found = sql<Prism['history'][number]>`
    SELECT i.id AS inspection_id, i.as_of, i.at, v.*
    FROM (SELECT id, as_of, at FROM inspection
      WHERE tenant_id = ${tenant_id} AND coalesce(platform_id, tenant_id) = ${about}
      ORDER BY at DESC, id DESC LIMIT ${history_max}) i
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE verdict = 'breach') AS breach,
        count(*) FILTER (WHERE verdict = 'no_breach') AS no_breach,
        count(*) FILTER (WHERE verdict = 'cannot_tell') AS cannot_tell
      FROM inspection_provision p WHERE p.inspection_id = i.id) v
    ORDER BY i.at, i.id`;
  return (await found.execute(db)).rows;
}
