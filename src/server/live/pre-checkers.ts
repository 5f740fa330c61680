import { preCheckService } from '../../live/pre-check.ts';
import type { PreCheck } from '../../live/pre-check.ts';
import type { Store } from '../../store/store.ts';
import { legalDay } from '../../model/legal-day.ts';
import { keepLately } from '../../model/keep-lately.ts';
import type { TenantPack } from '../proposals/edition-pack.ts';
import { remembered } from '../remembered.ts';
import { readLiveSetting } from './live-setting.ts';
import type { TenantPacks } from './tenant-packs.ts';

/** By what a tenant's plans are judged today: as its records are. */
export interface JudgedBy {
  readonly packs: readonly TenantPack[];
  readonly as_of: string;
}

/**
 * What judges records before they go out, by tenant: made at the first question of a day, each
 * table when it is first asked about, since nothing else is answered meanwhile.
 */
export interface PreCheckers {
  judgedBy(tenant_id: string): Promise<JudgedBy>;
  check(tenant_id: string): Promise<PreCheck>;
}

/** Checkers kept at once: each holds term lists and compiled provisions. */
const kept_max = 8;
/** What was read so long ago is read again: a setting, and whom the tenant trusts. */
const read_ms = 2_000;
const read_max = 10_000;

interface Read {
  readonly packs: readonly TenantPack[];
  readonly currency: string;
  readonly time_zone: string;
}

export function preCheckers(
  store: Pick<Store, 'as'>,
  packsOf: TenantPacks,
  now: () => Date,
): PreCheckers {
  const checkers = new Map<string, Promise<PreCheck>>();
  const read = async (tenant_id: string): Promise<Read> => {
    const setting = await readLiveSetting(store, tenant_id);
    const { packs: names, ...rest } = setting ?? { packs: [], currency: '', time_zone: 'UTC' };
    return { packs: await packsOf(tenant_id, names), ...rest };
  };
  const reads = remembered(read, { believed_ms: read_ms, most: read_max });
  return {
    judgedBy: async (tenant_id) => {
      const { packs, time_zone } = await reads.of(tenant_id);
      return { packs, as_of: legalDay(time_zone, now()) };
    },
    check: async (tenant_id) => {
      const { packs, currency, time_zone } = await reads.of(tenant_id);
      const as_of = legalDay(time_zone, now());
      const key = [as_of, currency, ...packs.map(({ digest }) => digest)].join(' ');
      const before = checkers.get(key);
      if (before !== undefined) return await before;
      const made = Promise.resolve(preCheckService(packs, { as_of, currency }, []));
      keepLately(checkers, key, made, kept_max);
      return await made;
    },
  };
}
