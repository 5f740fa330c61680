import { placedAt, refuseSharedIds } from '../../packs/refuse-shared-ids.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { keepLately } from '../../model/keep-lately.ts';
import { editionPack } from '../proposals/edition-pack.ts';
import type { TenantPack } from '../proposals/edition-pack.ts';
import { trustedEditions } from '../proposals/trusted-editions.ts';
import type { LoadPacks } from './live-service.ts';

/**
 * What a tenant's records are judged by now: the packs of these names, and the standards of whom
 * it trusts. Tenants judged by the same are given the same list.
 */
export type TenantPacks = (
  tenant_id: string,
  names: readonly string[],
) => Promise<readonly TenantPack[]>;

/** Lists kept at once. */
const kept_max = 16;

export function tenantPacks(
  store: Pick<Store, 'as'>,
  load: LoadPacks,
  now: () => Date,
): TenantPacks {
  const kept = new Map<string, Promise<readonly TenantPack[]>>();
  return async (tenant_id, names) => {
    const used = await store.as(systemActor, async (tx) => trustedEditions(tx, tenant_id, now()));
    if (used.length === 0) return await load(names);
    const key = [...names, ...used.map(({ edition_id }) => edition_id)].join(' ');
    const make = async (): Promise<readonly TenantPack[]> => {
      const editions = await Promise.all(used.map(async (one) => await editionPack(store, one)));
      const packs: TenantPack[] = [...(await load(names)), ...editions];
      const paths = [...names, ...used.map(({ standard }) => standard)];
      refuseSharedIds(placedAt(paths, packs));
      return packs;
    };
    const packs = kept.get(key) ?? make();
    keepLately(kept, key, packs, kept_max);
    packs.catch(() => kept.delete(key));
    return await packs;
  };
}
