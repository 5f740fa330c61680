import type { z } from '@hono/zod-openapi';
import type { StoreTx } from '../../store/store.ts';
import type * as shapes from '../contract/proposals-shapes.ts';
import { knownProposal } from './proposal-events.ts';

export interface EditionsAsked {
  readonly ids?: readonly string[];
  readonly standard?: string;
  /** Those of these tenants. */
  readonly publishers?: readonly string[];
  /** Those published before this one. */
  readonly before?: string;
  readonly limit?: number;
}

/** Editions, newest first: each with the later version that replaced it, or its tombstone. */
export async function readEditions(
  tx: StoreTx,
  now: Date,
  { ids, standard, publishers, before = '', limit = 1_000 }: EditionsAsked,
): Promise<z.input<typeof shapes.edition>[]> {
  if (ids?.length === 0) return [];
  const rows = await tx.db
    .selectFrom('edition as e')
    .innerJoin('tenant as t', 't.id', 'e.tenant_id')
    .select(['e.id', 'e.standard', 'e.version', 'e.title', 'e.tenant_id', 'e.publisher'])
    .select(['e.published_on', 'e.digest', 'e.public_key', 'e.proposal_id', 't.party'])
    .select((eb) =>
      eb
        .selectFrom('edition as later')
        .select('later.version')
        .whereRef('later.standard', '=', 'e.standard')
        .whereRef('later.id', '>', 'e.id')
        .orderBy('later.id')
        .limit(1)
        .as('replaced_by'),
    )
    .$if(ids !== undefined, (query) => query.where('e.id', 'in', ids ?? []))
    .$if(standard !== undefined, (query) => query.where('e.standard', '=', standard ?? ''))
    .$if(publishers !== undefined, (query) => query.where('e.tenant_id', 'in', publishers ?? []))
    .$if(before !== '', (query) => query.where('e.id', '<', before))
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
  const editions = [];
  for (const { tenant_id: id, publisher: name, party, ...row } of rows) {
    const { state } = await knownProposal(tx, row.proposal_id, now);
    const withdrawn = state.status === 'withdrawn' ? state.ended : null;
    editions.push({ ...row, publisher: { id, name, party }, withdrawn });
  }
  return editions;
}
