import { sql } from 'kysely';
import { decide } from '../../../casework/decide.ts';
import { matterRules } from '../../../casework/matter-kinds.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { JsonObject } from '../../../model/json.ts';
import { appendEvents } from '../../../store/matters/append-events.ts';
import { newId } from '../../auth/new-id.ts';
import { findingsOpenMatter } from '../../contract/finding-matters.ts';
import { parseFindingKey } from '../../findings/finding-key.ts';
import { findingSeenBy } from '../../findings/seen-by.ts';
import { momentOf } from '../../moment-of.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

/**
 * The owner alone is a party at first: whoever it is about is told when a step says so, and learns
 * of no clue by our having looked.
 */
const open = handle(findingsOpenMatter)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { kind, title, facts } = asked.body;
  const keys = [...new Set(asked.body.findings)].map(parseFindingKey);
  const inspection_id = keys[0]?.inspection_id ?? '';
  if (keys.some((key) => key.inspection_id !== inspection_id)) {
    throw new PolyprismError('findings.several_inspections');
  }
  const numbers = keys.map(({ number }) => number);
  return await server.store.as(actor, async (tx) => {
    const rows = await tx.db
      .selectFrom('finding')
      .select(sql<string>`detail ->> 'id'`.as('id'))
      .where('inspection_id', '=', inspection_id)
      .where('number', 'in', numbers)
      .where(findingSeenBy(actor))
      .orderBy('number')
      .execute();
    if (rows.length < numbers.length) throw new PolyprismError('http.not_found');
    const findings = rows.map((row) => row.id);
    const moment = await momentOf(tx, actor.tenant_id, server.now());
    const { party, tenant_id } = actor;
    const parties = [{ face: 'owner', party, tenant_id, user_id: null }];
    const data: JsonObject = { title, parties, kind, ...own(kind, inspection_id, findings, facts) };
    const matter_id = newId(server.now());
    const step = { matter_id, type: 'open', ...moment, actor, reason: facts, data };
    const decision = decide(matterRules[kind], null, step);
    if ('refused' in decision) {
      throw new PolyprismError(decision.refused.code, decision.refused.params);
    }
    await appendEvents(tx, matter_id, 0, [decision.event]);
    return { status: 201, body: { matter_id, findings } };
  });
});

/** What the opening of each kind takes; those without a field for findings name them as facts. */
function own(
  kind: string,
  inspection_id: string,
  findings: readonly string[],
  facts: string,
): JsonObject {
  if (kind === 'order') return { inspection_id, findings };
  if (kind === 'notice') return { findings, facts };
  const named = [facts, ...findings.map((id) => `finding ${id}`)].join('\n');
  return { facts: named, ...(kind === 'case' && { source: 'inspection' }) };
}

export const openingFromFindings = [open];
