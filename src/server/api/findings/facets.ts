import { sql } from 'kysely';
import type { Localised } from '../../../model/localised.ts';
import type { StoreTx } from '../../../store/store.ts';
import { findingsFacets } from '../../contract/findings.ts';
import type { KeptProvision } from '../../findings/kept.ts';
import { narrowedBy } from '../../findings/narrowed-by.ts';
import { findingSeenBy } from '../../findings/seen-by.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

/** What findings are counted by, and the column it stands in. */
const columns = {
  provision: 'provision_id',
  operator: 'operator_id',
  scheme: 'scheme_id',
  inspection: 'inspection_id',
  subject_table: 'subject_kind',
  stage: 'stage',
  severity: 'severity',
  verdict: 'verdict',
} as const;

const names = Object.keys(columns) as readonly (keyof typeof columns)[];

interface Counted {
  /** Place in `names`; -1 for all together. */
  readonly facet: number;
  readonly value: string | null;
  readonly count: number;
  readonly different: number;
}

const facets = handle(findingsFacets)(async (call) => {
  const { top, ...asked } = call.asked.query;
  const { actor } = signedIn(call);
  return await call.server.store.as(actor, async (tx) => {
    const seen = sql`${findingSeenBy(actor)} AND ${narrowedBy(asked)}`;
    const sets = names.map((name) => sql`(${sql.ref(columns[name])})`);
    const place = names.map(
      (name, i) => sql`WHEN grouping(${sql.ref(columns[name])}) = 0 THEN ${sql.lit(i)}`,
    );
    const value = names.map((name) => sql.ref(columns[name]));
    const rows = await sql<Counted>`
      WITH counted AS (
        SELECT CASE ${sql.join(place, sql` `)} ELSE -1 END AS facet,
          coalesce(${sql.join(value)}) AS value, count(*)::integer AS count
        FROM finding WHERE ${seen}
        GROUP BY GROUPING SETS ((), ${sql.join(sets)})
      ), ranked AS (
        SELECT *, row_number() OVER w AS rank, (count(*) OVER (PARTITION BY facet))::integer
          AS different
        FROM counted WHERE facet < 0 OR value IS NOT NULL
        WINDOW w AS (PARTITION BY facet ORDER BY count DESC, value COLLATE "C")
      )
      SELECT facet, value, count, different FROM ranked WHERE rank <= ${top}
      ORDER BY facet, rank`.execute(tx.db);
    const of = (name: keyof typeof columns) => {
      const found = rows.rows.filter(({ facet }) => facet === names.indexOf(name));
      const values = found.map((one) => ({ value: one.value ?? '', count: one.count }));
      return { values, different: found[0]?.different ?? 0 };
    };
    const provision = of('provision');
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
        total: rows.rows.find(({ facet }) => facet < 0)?.count ?? 0,
        provision: { ...provision, values: titled },
        operator: of('operator'),
        scheme: of('scheme'),
        inspection: of('inspection'),
        subject_table: of('subject_table'),
        stage: of('stage'),
        severity: of('severity'),
        verdict: of('verdict'),
      },
    };
  });
});

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
