import type { MatterState } from '../../../casework/state.ts';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { JsonObject, JsonValue } from '../../../model/json.ts';
import type { StoreTx } from '../../../store/store.ts';
import { findMatter } from './seen-matter.ts';

/** Fields that name another matter, which whoever names it must see. */
const matterFields = ['matter_id', 'measure_id', 'appeal_id', 'case_id'] as const;

const id = /^[\w-]{1,64}$/;

/** What the data of a step names is there: matters the actor sees, tenants, people of its own. */
export async function assertReferences(
  tx: StoreTx,
  actor: Actor,
  state: MatterState | null,
  type: string,
  given: JsonObject,
): Promise<void> {
  const { step, data } = innermost(type, given);
  for (const field of matterFields) {
    const matter = data[field];
    if (typeof matter !== 'string') continue;
    if (matter === state?.matter_id) throw new PolyprismError('matters.same_matter', { step });
    const seen = id.test(matter) ? await findMatter(tx, actor, matter) : null;
    if (seen === null) throw new PolyprismError('store.no_matter', { matter: matter.slice(0, 64) });
  }
  if (step === 'assign') await assertHandler(tx, actor, data['user_id']);
  if (step === 'add_party') {
    const { tenant_id, party } = data;
    const found = await partyOf(tx, tenant_id);
    if (found === null || found !== party) throw noTenant(tenant_id);
  }
}

/** The party a tenant is; null where there is no such tenant. */
export async function partyOf(
  { db }: StoreTx,
  tenant_id: JsonValue | undefined,
): Promise<Actor['party'] | null> {
  if (typeof tenant_id !== 'string' || !id.test(tenant_id)) return null;
  const row = await db
    .selectFrom('tenant')
    .select('party')
    .where('id', '=', tenant_id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.party ?? null;
}

export function noTenant(tenant: JsonValue | undefined): PolyprismError {
  return new PolyprismError('matters.no_tenant', { tenant: String(tenant).slice(0, 64) });
}

async function assertHandler(
  { db }: StoreTx,
  { tenant_id }: Actor,
  user_id: JsonValue | undefined,
): Promise<void> {
  if (typeof user_id !== 'string') return;
  const row = id.test(user_id)
    ? await db
        .selectFrom('membership')
        .select('role')
        .where('tenant_id', '=', tenant_id)
        .where('user_id', '=', user_id)
        .where('role', 'in', ['handler', 'approver'])
        .limit(1)
        .executeTakeFirst()
    : undefined;
  if (row === undefined)
    throw new PolyprismError('matters.no_user', { user: user_id.slice(0, 64) });
}

/** The step itself, or the one that is proposed. */
function innermost(type: string, data: JsonObject): { step: string; data: JsonObject } {
  const { step, data: proposed } = data;
  if (type !== 'propose' || typeof step !== 'string') return { step: type, data };
  const plain = typeof proposed === 'object' && proposed !== null && !Array.isArray(proposed);
  // A list was ruled out above; the compiler does not see it for read-only lists.
  return { step, data: plain ? (proposed as JsonObject) : {} };
}
