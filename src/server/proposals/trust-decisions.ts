import type { StoreTx } from '../../store/store.ts';

/** The decision that counts on each publisher: the last one. */
export async function latestDecisions({ db }: StoreTx, tenant_id: string) {
  return await db
    .selectFrom('trust_decision')
    .selectAll()
    .distinctOn('publisher_id')
    .where('tenant_id', '=', tenant_id)
    .orderBy('publisher_id')
    .orderBy('number', 'desc')
    .execute();
}
