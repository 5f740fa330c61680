import { PolyprismError } from '../../../model/issue.ts';
import { inspectionsVerdicts } from '../../contract/findings.ts';
import type { StoredProvision } from '../../findings/kept.ts';
import { inspectionSeenBy } from '../../findings/seen-by.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const verdicts = handle(inspectionsVerdicts)(async (call) => {
  const { inspection_id } = call.asked.params;
  const { actor } = signedIn(call);
  return await call.server.store.as(actor, async ({ db }) => {
    const inspection = await db
      .selectFrom('inspection')
      .select('as_of')
      .where('id', '=', inspection_id)
      .where(inspectionSeenBy(actor))
      .executeTakeFirst();
    if (inspection === undefined) throw new PolyprismError('http.not_found');
    const rows = await db
      .selectFrom('inspection_provision')
      .select(['provision_id', 'verdict', 'detail'])
      .where('inspection_id', '=', inspection_id)
      .orderBy('provision_id')
      .execute();
    const all = rows.map(({ provision_id: provision, verdict, detail }) => {
      // Kept by keepInspection.
      const { law, needs, findings, standard = null } = detail as StoredProvision;
      const title = law?.title ?? { en: provision, zh: provision };
      return { provision, verdict, title, needs, findings, standard };
    });
    const of = (verdict: string) => all.filter((one) => one.verdict === verdict);
    const found = ({ provision, title, findings, standard }: (typeof all)[number]) => ({
      provision,
      title,
      findings,
      standard,
    });
    return {
      status: 200,
      body: {
        inspection_id,
        as_of: inspection.as_of,
        breach: of('breach').length,
        no_breach: of('no_breach').length,
        breaches: of('breach').map(found),
        lines: of('reached').map(found),
        // A breach in some rows does not settle the rows of which the data cannot tell.
        cannot_tell: all
          .filter(({ verdict, needs }) => verdict === 'cannot_tell' || needs.length > 0)
          .map(({ provision, title, needs, standard }) => ({ provision, title, needs, standard })),
      },
    };
  });
});

export const verdictHandlings = [verdicts];
