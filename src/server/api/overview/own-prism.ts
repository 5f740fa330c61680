import { sql } from 'kysely';
import type { Actor } from '../../../model/actor.ts';
import type { Localised } from '../../../model/localised.ts';
import { systemActor } from '../../../store/store.ts';
import type { Store, StoreTx } from '../../../store/store.ts';
import { addChanges, changeCounts, judgedBy, noChanges } from '../../findings/change-counts.ts';
import { inspectionBefore } from '../../findings/inspection-before.ts';
import { findingSeenBy } from '../../findings/seen-by.ts';
import type { ClaimedInspection } from './newest-inspections.ts';
import { byHaste, stagesOf } from './prism-shape.ts';
import type { Prism, PrismProvision } from './prism-shape.ts';

/**
 * What the newest inspection of a platform found about an operator's own account there. Verdicts
 * over the whole platform are not the operator's: it sees breaches, and what became of them.
 */
export async function ownPrism(
  store: Store,
  actor: Actor,
  newest: ClaimedInspection,
): Promise<Prism> {
  const { id, account, tenant_id, about, platform_name, at, as_of } = newest;
  const { since, judged } = await store.as(systemActor, async (tx) => {
    const before = await inspectionBefore(tx, newest);
    const earlier = before === null ? new Set<string>() : await judgedBy(tx, before);
    return { since: before, judged: { earlier, later: await judgedBy(tx, id) } };
  });
  return await store.as(actor, async (tx) => {
    const changed =
      since === null
        ? null
        : await changeCounts(tx, { earlier: since, later: id }, judged, account);
    const rows = await ownFindings(tx, actor, id, account);
    const provisions = rows.map((row): PrismProvision => {
      const { provision, title } = row;
      return {
        ...row,
        title: title ?? { en: provision, zh: provision },
        verdict: row.breaches > 0 ? 'breach' : row.reached > 0 ? 'reached' : 'cannot_tell',
        undecided: null,
        changes: changed && (changed.get(provision) ?? noChanges),
      };
    });
    return {
      inspection_id: id,
      tenant_id,
      platform_id: about,
      platform_name,
      account,
      title: null,
      at,
      as_of,
      since,
      stages: stagesOf(provisions, true),
      provisions: provisions.toSorted(byHaste),
      changes: changed && [...changed.values()].reduce(addChanges, noChanges),
      history: [],
    };
  });
}

type OwnRow = Pick<
  PrismProvision,
  'provision' | 'stage' | 'breaches' | 'indications' | 'reached'
> & {
  readonly title: Localised | null;
};

async function ownFindings(
  { db }: StoreTx,
  actor: Actor,
  inspection_id: string,
  account: string,
): Promise<OwnRow[]> {
  const found = sql<OwnRow>`
    SELECT f.*, p.detail #> '{law,title}' AS title
    FROM (SELECT provision_id AS provision, min(stage) AS stage,
        count(*) FILTER (WHERE verdict = 'breach') AS breaches,
        count(*) FILTER (WHERE verdict = 'indication') AS indications,
        count(*) FILTER (WHERE verdict = 'reached') AS reached
      FROM finding
      WHERE inspection_id = ${inspection_id} AND operator_id = ${account}
        AND ${findingSeenBy(actor)}
      GROUP BY provision_id) f
    LEFT JOIN inspection_provision p
      ON p.inspection_id = ${inspection_id} AND p.provision_id = f.provision
    ORDER BY f.provision`;
  return (await found.execute(db)).rows;
}
