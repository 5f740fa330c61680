import { sql } from 'kysely';
import { PolyprismError } from '../../../model/issue.ts';
import type { JsonObject } from '../../../model/json.ts';
import { findingsOpenMatter } from '../../contract/finding-matters.ts';
import { parseFindingKey } from '../../findings/finding-key.ts';
import { findingSeenBy } from '../../findings/seen-by.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { openMatter } from '../matters/open-matter.ts';

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
    const { party, tenant_id } = actor;
    const parties = [{ face: 'owner', party, tenant_id, user_id: null }];
    const data = { title, ...own(kind, inspection_id, findings, facts) };
    const { matter_id } = await openMatter(server, tx, actor, {
      kind,
      parties,
      data,
      reason: facts,
    });
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
