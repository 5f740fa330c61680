import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../model/actor.ts';
import { compareText } from '../../../model/issue.ts';
import type { Localised } from '../../../model/localised.ts';
import type { StoreTx } from '../../../store/store.ts';
import { findingsFacets } from '../../contract/findings.ts';
import { countedColumns, findingCounter } from '../../findings/finding-counts.ts';
import type { FindingCounts } from '../../findings/finding-counts.ts';
import type { KeptColumns } from '../../findings/kept-columns.ts';
import type { KeptProvision } from '../../findings/kept.ts';
import { narrowedBy } from '../../findings/narrowed-by.ts';
import type { FindingFilters } from '../../findings/narrowed-by.ts';
import { claimedBy, findingSeenBy, inspectionSeenBy } from '../../findings/seen-by.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const facets = handle(findingsFacets)(async (call) => {
  const { top, ...asked } = call.asked.query;
  const { server } = call;
  const { actor } = signedIn(call);
  return await server.store.as(actor, async (tx) => {
    const { total, of } = await countsOf(tx, actor, asked, server.finding_columns);
    const provision = facetOf(of.provision_id, top);
    const titles = await titlesOf(
      tx,
      provision.values.map((one) => one.value),
    );
    const titled = provision.values.map((one) => ({
      ...one,
      title: titles.get(one.value) ?? null,
    }));
    return {
      status: 200,
      body: {
        total,
        provision: { ...provision, values: titled },
        operator: facetOf(of.operator_id, top),
        scheme: facetOf(of.scheme_id, top),
        inspection: facetOf(of.inspection_id, top),
        subject_table: facetOf(of.subject_kind, top),
        stage: facetOf(of.stage, top),
        severity: facetOf(of.severity, top),
        verdict: facetOf(of.verdict, top),
      },
    };
  });
});

/** Whole inspections by their columns; what indexes find, row by row. */
async function countsOf(
  tx: StoreTx,
  actor: Actor,
  asked: FindingFilters,
  kept: KeptColumns,
): Promise<FindingCounts> {
  const counter = findingCounter({
    provision_id: asked.provision,
    operator_id: asked.operator_id,
    scheme_id: asked.scheme_id,
    subject_kind: asked.subject_table,
    stage: asked.stage,
    severity: asked.severity,
    verdict: asked.verdict,
  });
  const rows = async (seen: RawBuilder<boolean>): Promise<void> => {
    const found = tx.db.selectFrom('finding').select(['inspection_id', ...countedColumns]);
    for (const row of await found.where(seen).where(narrowedBy(asked)).execute()) counter.row(row);
  };
  if (asked.subject_id !== undefined) {
    await rows(findingSeenBy(actor));
    return counter.counts();
  }
  for await (const columns of kept.of(tx, actor, asked)) counter.columns(columns);
  // Operators alone have accounts on the platforms of others.
  if (actor.party === 'operator') {
    await rows(sql<boolean>`${claimedBy(actor)} AND NOT ${inspectionSeenBy(actor)}`);
  }
  return counter.counts();
}

/** The values most findings have; of many thousands only those that may be among them. */
function facetOf(counts: ReadonlyMap<string, number>, top: number) {
  const least = Uint32Array.from(counts.values()).sort().at(-top) ?? 0;
  const values: { readonly value: string; readonly count: number }[] = [];
  for (const [value, count] of counts) if (count >= least) values.push({ value, count });
  values.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
  return { values: values.slice(0, top), different: counts.size };
}

/** Titles of provisions as the latest inspection that judged by them kept them. */
async function titlesOf({ db }: StoreTx, ids: readonly string[]): Promise<Map<string, Localised>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('inspection_provision')
    .distinctOn('provision_id')
    .select(['provision_id', 'detail'])
    .where('provision_id', 'in', ids)
    .orderBy('provision_id')
    .orderBy('inspection_id', 'desc')
    .execute();
  return new Map(
    rows.flatMap(({ provision_id, detail }) => {
      // Kept by keepInspection.
      const title = (detail as Pick<KeptProvision, 'law'>).law?.title;
      return title === undefined ? [] : [[provision_id, title] as const];
    }),
  );
}

export const facetHandlings = [facets];
