import type { Alert, AlertChange } from '../../live/alert.ts';
import type { StoreTx } from '../store.ts';

/** An alert with the numbers of the changes that raised it and made it what it is. */
export interface KeptAlert {
  readonly raised: number;
  readonly changed: number;
  readonly alert: Alert;
}

export interface AlertsWanted {
  readonly tenant_id: string;
  /** Only those raised before this change; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
  readonly standing?: boolean | undefined;
  readonly about?: string | undefined;
}

/** Alerts of a platform, those raised last first: what the actor may see of them. */
export async function readAlerts({ db }: StoreTx, wanted: AlertsWanted): Promise<KeptAlert[]> {
  const { tenant_id, before, limit, standing, about } = wanted;
  let query = db
    .selectFrom('alert')
    .select(['raised', 'changed', 'alert'])
    .where('tenant_id', '=', tenant_id)
    .orderBy('raised', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('raised', '<', before);
  if (standing !== undefined) query = query.where('standing', '=', standing);
  if (about !== undefined) query = query.where('about', '=', about);
  const rows = await query.execute();
  // Kept as the canonical JSON of alerts: see keep-alerts.ts.
  return rows.map(({ alert, ...numbers }) => ({ ...numbers, alert: JSON.parse(alert) as Alert }));
}

/** A change with its number: 1, 2, 3 … of a platform, without holes. */
export interface NumberedChange extends AlertChange {
  readonly number: number;
}

/** Changes of alerts behind a number, in order, at most so many. */
export async function readChanges(
  { db }: StoreTx,
  tenant_id: string,
  after: number,
  most: number,
): Promise<NumberedChange[]> {
  const rows = await db
    .selectFrom('alert_change')
    .select(['number', 'change', 'alert'])
    .where('tenant_id', '=', tenant_id)
    .where('number', '>', after)
    .orderBy('number')
    .limit(most)
    .execute();
  return rows.map(({ alert, ...one }) => ({ ...one, alert: JSON.parse(alert) as Alert }));
}

/** Number of the latest change the actor may see; 0 before the first. */
export async function latestChange({ db }: StoreTx, tenant_id: string): Promise<number> {
  const row = await db
    .selectFrom('alert_change')
    .select('number')
    .where('tenant_id', '=', tenant_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}
