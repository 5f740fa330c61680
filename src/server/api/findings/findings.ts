import { sql } from 'kysely';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { Finding } from '../../../model/provision.ts';
import type { StoreTx } from '../../../store/store.ts';
import * as contract from '../../contract/findings.ts';
import { findingKey, parseFindingKey, parseFindingName } from '../../findings/finding-key.ts';
import type { StoredProvision } from '../../findings/kept.ts';
import { narrowedBy } from '../../findings/narrowed-by.ts';
import { findingSeenBy } from '../../findings/seen-by.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const columns = ['inspection_id', 'number', 'tenant_id', 'verdict', 'stage', 'detail'] as const;

interface Row {
  readonly inspection_id: string;
  readonly number: number;
  readonly tenant_id: string;
  readonly verdict: string;
  readonly stage: string | null;
  readonly detail: unknown;
}

/** Each face sees its own; what is asked for only narrows it. */
const list = handle(contract.findingsList)(async (call) => {
  const { limit, cursor, ...asked } = call.asked.query;
  const { actor } = signedIn(call);
  const after = afterOf(cursor);
  const rows = await call.server.store.as(actor, async (tx) => {
    let found = seenBy(tx, actor).orderBy('inspection_id', 'desc').orderBy('number');
    found = found.where(narrowedBy(asked));
    if (after !== '') {
      const { inspection_id, number } = parseFindingKey(after);
      // Said so that the index of the list is entered where the page begins.
      found = found
        .where('inspection_id', '<=', inspection_id)
        .where((eb) => eb.or([eb('inspection_id', '<', inspection_id), eb('number', '>', number)]));
    }
    return await found.limit(limit + 1).execute();
  });
  const page = pageOfRows(rows, limit, findingKey);
  return { status: 200, body: { ...page, items: page.items.map(brief) } };
});

const read = handle(contract.findingsRead)(async (call) => {
  const name = parseFindingName(call.asked.params.finding_id);
  const { inspection_id } = name;
  const { actor } = signedIn(call);
  return await call.server.store.as(actor, async (tx) => {
    const row = await seenBy(tx, actor)
      .where('inspection_id', '=', inspection_id)
      .where((eb) =>
        'number' in name
          ? eb('number', '=', name.number)
          : eb(sql`detail ->> 'id'`, '=', name.statement),
      )
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) throw new PolyprismError('http.not_found');
    const finding = findingOf(row);
    const texts = await tx.db
      .selectFrom('inspection_provision')
      .select('detail')
      .where('inspection_id', '=', inspection_id)
      .where('provision_id', '=', finding.provision)
      .executeTakeFirst();
    // Kept by keepInspection.
    const kept = texts?.detail as StoredProvision | undefined;
    return {
      status: 200,
      body: {
        ...brief(row),
        evidence: finding.evidence.map((one) => ({ ...one })),
        parameters: { ...finding.parameters },
        version_in_force: finding.version_in_force,
        source: finding.source ? { ...finding.source } : null,
        law: kept?.law ?? null,
        standard: kept?.standard ?? null,
      },
    };
  });
});

function seenBy({ db }: StoreTx, actor: Actor) {
  return db.selectFrom('finding').select(columns).where(findingSeenBy(actor));
}

/** Kept by keepInspection as in the report. */
function findingOf({ detail }: Pick<Row, 'detail'>): Finding {
  return detail as Finding;
}

function brief(row: Row) {
  const { id, provision, stage, severity, subject, act_on, explanation } = findingOf(row);
  return {
    id: findingKey(row),
    finding_id: id,
    inspection_id: row.inspection_id,
    platform_id: row.tenant_id,
    number: row.number,
    provision,
    stage: row.stage ?? stage,
    severity,
    verdict: row.verdict,
    subject: { ...subject },
    act_on,
    explanation,
  };
}

export const findingHandlings = [list, read];
