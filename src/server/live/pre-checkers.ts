import { preCheckService } from '../../live/pre-check.ts';
import type { PreCheck } from '../../live/pre-check.ts';
import type { Pack } from '../../model/provision.ts';
import type { Store } from '../../store/store.ts';
import { legalDay } from '../../model/legal-day.ts';
import type { LoadPacks } from './live-service.ts';
import { readLiveSetting } from './live-setting.ts';

/** By what a tenant's records are judged today. */
export interface JudgedBy {
  readonly packs: readonly Pack[];
  readonly currency: string;
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
/** A setting read so long ago is read again. */
const setting_ms = 2_000;

export function preCheckers(
  store: Pick<Store, 'as'>,
  load: LoadPacks,
  now: () => Date,
): PreCheckers {
  const settings = new Map<
    string,
    { readonly at_ms: number; readonly is: ReturnType<typeof ask> }
  >();
  const loaded = new Map<string, Promise<readonly Pack[]>>();
  const checkers = new Map<string, Promise<PreCheck>>();
  const ask = async (tenant_id: string) => await readLiveSetting(store, tenant_id);
  const settingOf = async (tenant_id: string): ReturnType<typeof ask> => {
    const known = settings.get(tenant_id);
    if (known && performance.now() - known.at_ms < setting_ms) return await known.is;
    const is = ask(tenant_id);
    keep(settings, tenant_id, { at_ms: performance.now(), is }, settings_max);
    is.catch(() => settings.delete(tenant_id));
    return await is;
  };
  const packsOf = async (names: readonly string[]): Promise<readonly Pack[]> => {
    const key = names.join(' ');
    const known = loaded.get(key);
    if (known !== undefined) return await known;
    const packs = load(names);
    keep(loaded, key, packs, kept_max);
    packs.catch(() => loaded.delete(key));
    return await packs;
  };
  const judgedBy = async (tenant_id: string): Promise<JudgedBy> => {
    const setting = await settingOf(tenant_id);
    const { packs, currency, time_zone } = setting ?? { packs: [], currency: '', time_zone: 'UTC' };
    return { packs: await packsOf(packs), currency, as_of: legalDay(time_zone, now()) };
  };
  return {
    judgedBy,
    check: async (tenant_id) => {
      const { packs, currency, as_of } = await judgedBy(tenant_id);
      const key = [as_of, currency, ...packs.map(({ digest }) => digest)].join(' ');
      const known = checkers.get(key);
      if (known !== undefined) return await known;
      const made = Promise.resolve(preCheckService(packs, { as_of, currency }, []));
      keep(checkers, key, made, kept_max);
      return await made;
    },
  };
}

const settings_max = 10_000;

/** The oldest goes when there are too many. */
function keep<T>(all: Map<string, T>, key: string, value: T, most: number): void {
  all.delete(key);
  all.set(key, value);
  for (const oldest of all.keys()) {
    if (all.size <= most) return;
    all.delete(oldest);
  }
}
