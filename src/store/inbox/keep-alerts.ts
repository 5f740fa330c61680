import { canonicalJson } from '../../evidence/canonical-json.ts';
import type { Alert, AlertChange } from '../../live/alert.ts';
import type { StoreTx } from '../store.ts';

/** How far alerts have been worked out: up to which entry, with what, and the latest change. */
export interface LiveProgress {
  readonly context: string;
  readonly position: number;
  readonly number: number;
}

/** A change with the entry that led to it. */
export interface PlacedChange extends AlertChange {
  readonly position: number;
}

/** How far the alerts of a platform are, its row held until the transaction ends. */
export async function holdProgress(
  { db }: StoreTx,
  tenant_id: string,
  context: string,
): Promise<LiveProgress> {
  await db
    .insertInto('live_progress')
    .values({ tenant_id, context, position: 0 })
    .onConflict((clash) => clash.doNothing())
    .execute();
  return await db
    .selectFrom('live_progress')
    .select(['context', 'position', 'number'])
    .where('tenant_id', '=', tenant_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/**
 * Keeps what the entries up to `position` led to, once: what another process has kept already is
 * left out, since the same entries lead to the same changes. Gives the number of the latest
 * change; null where the alerts are being worked out with something else by now.
 */
export async function keepAlerts(
  tx: StoreTx,
  tenant_id: string,
  context: string,
  position: number,
  changes: readonly PlacedChange[],
): Promise<number | null> {
  const before = await holdProgress(tx, tenant_id, context);
  if (before.context !== context) return null;
  if (before.position >= position) return before.number;
  const fresh = changes.filter((one) => one.position > before.position);
  return await writeChanges(tx, tenant_id, { context, position, number: before.number }, fresh);
}

/**
 * Makes the alerts those that stand in a state worked out anew with other packs: what differs is
 * told as changes of its own. The row of progress must be held.
 */
export async function replaceAlerts(
  tx: StoreTx,
  tenant_id: string,
  now: LiveProgress,
  standing: readonly Alert[],
  cause: Alert['latest'],
): Promise<number> {
  const kept = await tx.db
    .selectFrom('alert')
    .select(['id', 'alert'])
    .where('tenant_id', '=', tenant_id)
    .where('standing', '=', true)
    .orderBy('id')
    .execute();
  const wanted = new Map(standing.map((alert) => [alert.id, alert]));
  const known = new Map(kept.map(({ id, alert }) => [id, alert]));
  const { position } = now;
  const gone = kept.flatMap(({ id, alert }): PlacedChange[] => {
    if (wanted.has(id)) return [];
    // Kept below as the canonical JSON of an alert.
    const ended = { ...(JSON.parse(alert) as Alert), latest: cause, cleared: cause };
    return [{ position, change: 'cleared', alert: ended }];
  });
  const others = [...wanted.values()].flatMap((alert): PlacedChange[] => {
    const before = known.get(alert.id);
    if (before === canonicalJson(alert)) return [];
    return [{ position, change: before === undefined ? 'raised' : 'changed', alert }];
  });
  return await writeChanges(tx, tenant_id, now, [...gone, ...others]);
}

async function writeChanges(
  { db }: StoreTx,
  tenant_id: string,
  { context, position, number }: LiveProgress,
  changes: readonly PlacedChange[],
): Promise<number> {
  const rows = changes.map(({ alert, change, ...entry }, i) => ({
    alert,
    row: {
      tenant_id,
      number: number + i + 1,
      position: entry.position,
      change,
      alert: canonicalJson(alert),
    },
  }));
  for (const part of partsOf(rows)) {
    await db
      .insertInto('alert_change')
      .values(part.map(({ row }) => row))
      .execute();
  }
  // The last word on each alert; the first one raised it.
  const latest = new Map<string, (typeof rows)[number] & { raised: number }>();
  for (const one of rows) {
    const raised = latest.get(one.alert.id)?.raised ?? one.row.number;
    latest.set(one.alert.id, { ...one, raised });
  }
  for (const part of partsOf([...latest.values()])) {
    await db
      .insertInto('alert')
      .values(part.map(alertRow))
      .onConflict((clash) =>
        clash.columns(['tenant_id', 'id']).doUpdateSet((eb) => ({
          changed: eb.ref('excluded.changed'),
          standing: eb.ref('excluded.standing'),
          alert: eb.ref('excluded.alert'),
        })),
      )
      .execute();
  }
  const end = number + changes.length;
  await db
    .updateTable('live_progress')
    .set({ context, position, number: end })
    .where('tenant_id', '=', tenant_id)
    .executeTakeFirstOrThrow();
  return end;
}

function alertRow(one: {
  readonly alert: Alert;
  readonly raised: number;
  readonly row: { readonly tenant_id: string; readonly number: number; readonly alert: string };
}) {
  const { tenant_id, number, alert: text } = one.row;
  const { id, kind, cleared } = one.alert;
  const about = one.alert.kind === 'line' ? one.alert.line : one.alert.provision;
  const standing = cleared === null;
  return { tenant_id, id, raised: one.raised, changed: number, standing, kind, about, alert: text };
}

/** Rows a statement: it takes at most 65,535 values. */
const part_rows = 5_000;

function partsOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / part_rows) }, (_, i) =>
    rows.slice(i * part_rows, (i + 1) * part_rows),
  );
}
