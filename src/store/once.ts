import { canonicalJson } from '../evidence/canonical-json.ts';
import { digestOf } from '../evidence/digest.ts';
import { PolyprismError } from '../model/issue.ts';
import type { JsonValue } from '../model/json.ts';
import { systemActor } from './store.ts';
import type { StoreTx } from './store.ts';

/**
 * Does `work` once per key of an actor, and gives its first answer ever after. The key is taken in
 * the same transaction: what fails leaves it free, a second request waits for the first. The same
 * key for another request is `store.key_reused`.
 */
export async function once<T extends JsonValue>(
  tx: StoreTx,
  key: string,
  request: JsonValue,
  work: () => Promise<T>,
): Promise<T> {
  if (tx.actor.party === systemActor.party) throw new TypeError('the program has no keys');
  const { tenant_id, user_id } = tx.actor;
  const digest = Buffer.from(digestOf(request), 'hex');
  const taken = await tx.db
    .insertInto('idempotency')
    .values({ tenant_id, user_id, key, request: digest })
    .onConflict((clash) => clash.columns(['tenant_id', 'user_id', 'key']).doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) {
    const answer = await work();
    await tx.db
      .updateTable('idempotency')
      .set({ answer: canonicalJson(answer) })
      .where('tenant_id', '=', tenant_id)
      .where('user_id', '=', user_id)
      .where('key', '=', key)
      .execute();
    return answer;
  }
  const first = await tx.db
    .selectFrom('idempotency')
    .select(['request', 'answer'])
    .where('tenant_id', '=', tenant_id)
    .where('user_id', '=', user_id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (!digest.equals(first.request)) throw new PolyprismError('store.key_reused', { key });
  // Written above as the answer of the same request.
  return JSON.parse(first.answer ?? 'null') as T;
}
