import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { saidAt } from '../../model/moment.ts';
import type { Finding } from '../../model/provision.ts';
import { editionOf } from '../../model/used-edition.ts';
import type { UsedEdition } from '../../model/used-edition.ts';
import { systemActor } from '../../store/store.ts';
import type { Store, StoreTx } from '../../store/store.ts';
import { keepGuidance } from '../guidance/keep-guidance.ts';
import type { KeptGuidance } from '../guidance/kept-guidance.ts';
import { folderOf, readInspection } from '../inspections/inspection-folder.ts';
import type { InspectionPlace } from '../inspections/inspection-folder.ts';
import { putInPlace } from '../inspections/own-folder.ts';
import { changeCounts, judgedBy, noChanges } from './change-counts.ts';
import { inspectionBefore } from './inspection-before.ts';
import type { Kept } from './kept.ts';
import { nothingFound, tallyOf } from './tally.ts';

/** Rows a statement brings. */
const batch = 2_000;

/**
 * Puts what an inspection found into the store, where every party sees its own part, and what its
 * process left in `own` into its place. A job that is run again finds it there: of several tries
 * one is kept, rows and files together.
 */
export async function keepInspection(
  store: Store,
  place: InspectionPlace,
  id: string,
  at: Date,
  own?: string,
): Promise<void> {
  const folder = own ?? folderOf(place, id);
  const { platform_id, title, standards = [] } = await readInspection(place, id);
  // Written by the inspection's own process.
  const kept = JSON.parse(await readFile(join(folder, 'kept.json'), 'utf8')) as Kept;
  const guidance = await readFile(join(folder, 'guidance.json'), 'utf8').catch(() => null);
  const { tenant_id } = place;
  await store.as(systemActor, async (tx) => {
    const { as_of, snapshot_id, report, packs = [] } = kept;
    const series = { id, tenant_id, platform_id, as_of, at: at.toISOString() };
    const since = await inspectionBefore(tx, series);
    const findings = kept.operators.length;
    const summary = JSON.stringify({ title, findings, since, packs });
    const row = { id, tenant_id, platform_id, snapshot_id, as_of, report, summary };
    const added = await tx.db
      .insertInto('inspection')
      .values({ ...row, at: at.toISOString() })
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) return;
    await keepFindings(tx, tenant_id, id, join(folder, 'findings.ndjson'), kept);
    await keepProvisions(tx, tenant_id, id, { ...kept, standards }, since);
    // An order from before there was any leaves none.
    if (guidance !== null) {
      const known = JSON.parse(guidance) as KeptGuidance;
      await keepGuidance(tx, { inspection_id: id, tenant_id }, known);
    }
    // Last, before the commit: another try waits for this row, and finds files that are whole.
    if (own !== undefined) await putInPlace(place, id, own);
  });
}

/** With what overviews show of them: counted once, as neither they nor the one before change. */
async function keepProvisions(
  tx: StoreTx,
  tenant_id: string,
  inspection_id: string,
  { provisions, standards }: Kept & { readonly standards: readonly UsedEdition[] },
  since: string | null,
): Promise<void> {
  const { db } = tx;
  const tallies = await tallyOf(tx, inspection_id);
  const sure = provisions.filter((one) => one.verdict !== 'cannot_tell' && one.undecided === 0);
  const later = new Set(sure.map(({ provision }) => provision));
  const changes =
    since === null
      ? null
      : await changeCounts(
          tx,
          { earlier: since, later: inspection_id },
          { earlier: await judgedBy(tx, since), later },
          null,
        );
  const rows = provisions.map(({ provision, verdict, ...detail }) => {
    const tally = tallies.get(provision);
    const standard = editionOf(provision, standards);
    const counted = {
      ...(standard && { standard }),
      tally: tally === undefined ? nothingFound : { ...tally, stage: undefined },
      ...(changes && { changes: changes.get(provision) ?? noChanges }),
    };
    return {
      inspection_id,
      tenant_id,
      provision_id: provision,
      verdict,
      detail: JSON.stringify({ ...detail, ...counted }),
    };
  });
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch);
    await db.insertInto('inspection_provision').values(some).execute();
  }
}

async function keepFindings(
  { db }: StoreTx,
  tenant_id: string,
  inspection_id: string,
  path: string,
  { operators, schemes = [], provisions }: Kept,
): Promise<void> {
  const moments = new Map(provisions.map((one) => [one.provision, one.stage]));
  let number = 0;
  let rows: ReturnType<typeof rowOf>[] = [];
  const rowOf = (line: string) => {
    // Written by the inspection's own process as findings.
    const finding = JSON.parse(line) as Finding;
    const { provision, subject, verdict, severity } = finding;
    const stage = moments.get(provision) ?? finding.stage;
    return {
      inspection_id,
      tenant_id,
      number,
      provision_id: provision,
      subject_kind: subject.table,
      subject_id: subject.id,
      verdict: saidAt(stage, verdict),
      stage,
      severity,
      operator_id: operators[number - 1] ?? null,
      scheme_id: schemes[number - 1] ?? null,
      // JSON of PostgreSQL has no U+0000.
      detail: JSON.stringify(finding).replaceAll('\\u0000', '\\ufffd'),
    };
  };
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await db.insertInto('finding').values(rows).execute();
    rows = [];
  };
  for await (const line of createInterface({ input: createReadStream(path) })) {
    number += 1;
    rows.push(rowOf(line));
    if (rows.length === batch) await flush();
  }
  await flush();
}
