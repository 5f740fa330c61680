import { z } from 'zod';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';

/** Name of the setting of a tenant that says by what its live data are judged. */
export const liveSetting = 'live';

const kept = z.object({ packs: z.array(z.string()), currency: z.string() });

/** By what a platform's live data are judged. */
export interface LiveSetting {
  readonly packs: readonly string[];
  readonly currency: string;
  readonly time_zone: string;
}

const usual = { packs: ['cn'], currency: 'CNY' };

/** What a platform has set, or what holds without that; null where there is no such tenant. */
export async function readLiveSetting(
  store: Pick<Store, 'as'>,
  tenant_id: string,
): Promise<LiveSetting | null> {
  return await store.as(systemActor, async ({ db }) => {
    const row = await db
      .selectFrom('tenant')
      .leftJoin('tenant_setting', (join) =>
        join
          .onRef('tenant_setting.tenant_id', '=', 'tenant.id')
          .on('tenant_setting.name', '=', liveSetting),
      )
      .select(['time_zone', 'value'])
      .where('tenant.id', '=', tenant_id)
      .executeTakeFirst();
    if (row === undefined) return null;
    return { ...usual, ...kept.safeParse(row.value).data, time_zone: row.time_zone };
  });
}
