import { sql } from 'kysely';
import type { Actor } from '../../../model/actor.ts';
import { inspectionSeenBy } from '../../findings/seen-by.ts';
import type { InSeries } from '../../findings/inspection-before.ts';
import { systemActor } from '../../../store/store.ts';
import type { Store, StoreTx } from '../../../store/store.ts';

/** The newest inspection by one tenant about one platform. */
export interface NewestInspection extends InSeries {
  readonly about: string;
  readonly platform_name: string;
  readonly title: string | null;
  /** Left out by older versions; null where there is none before. */
  readonly since: string | null | undefined;
}

/** Of the actor's own tenant and of platforms it supervises; the latest inspected first. */
export async function newestInspections(
  { db }: StoreTx,
  actor: Actor,
  platform_id: string | null,
  limit: number,
): Promise<NewestInspection[]> {
  const rows = sql<Omit<NewestInspection, 'since'> & { summary: { since?: string | null } }>`
    SELECT n.id, n.tenant_id, n.platform_id, n.as_of, n.at, n.about, n.summary,
      n.summary ->> 'title' AS title, t.name AS platform_name
    FROM (SELECT DISTINCT ON (tenant_id, about) i.* FROM (
        SELECT *, coalesce(platform_id, tenant_id) AS about FROM inspection
        WHERE ${inspectionSeenBy(actor)}) i
      WHERE ${platform_id}::text IS NULL OR about = ${platform_id}
      ORDER BY tenant_id, about, at DESC, id DESC) n
    JOIN tenant t ON t.id = n.about
    ORDER BY n.at DESC, n.id DESC LIMIT ${limit}`;
  const found = await rows.execute(db);
  return found.rows.map(({ summary, ...row }) => ({ ...row, since: summary.since }));
}

/** The newest inspection by a platform of itself, as an operator with an account there knows it. */
export interface ClaimedInspection extends Omit<NewestInspection, 'title' | 'since'> {
  readonly account: string;
}

/**
 * Operators do not see inspections; which is the newest, the program looks up for accounts that
 * the platform has confirmed to be theirs. Without it they would be shown what was cured long ago.
 */
export async function claimedInspections(
  store: Store,
  actor: Actor,
  platform_id: string | null,
  limit: number,
): Promise<ClaimedInspection[]> {
  const claims = await store.as(actor, async ({ db }) => {
    const own = db
      .selectFrom('operator_claim')
      .select(['platform_id', 'account'])
      .where('tenant_id', '=', actor.tenant_id)
      .where('status', '=', 'confirmed');
    return await (
      platform_id === null ? own : own.where('platform_id', '=', platform_id)
    ).execute();
  });
  return await inspectionsOfClaims(store, claims, limit);
}

/** The same of accounts that were looked up before. */
export async function inspectionsOfClaims(
  store: Store,
  claims: readonly { readonly platform_id: string; readonly account: string }[],
  limit: number,
): Promise<ClaimedInspection[]> {
  if (claims.length === 0) return [];
  return await store.as(systemActor, async ({ db }) => {
    const rows = sql<ClaimedInspection>`
      SELECT i.id, i.tenant_id, i.platform_id, i.as_of, i.at, c.platform_id AS about,
        c.account, t.name AS platform_name
      FROM jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) AS c(platform_id text, account text)
      JOIN tenant t ON t.id = c.platform_id
      CROSS JOIN LATERAL (SELECT * FROM inspection i
        WHERE i.tenant_id = c.platform_id AND coalesce(i.platform_id, i.tenant_id) = i.tenant_id
        ORDER BY i.at DESC, i.id DESC LIMIT 1) i
      ORDER BY i.at DESC, i.id DESC, c.account LIMIT ${limit}`;
    return (await rows.execute(db)).rows;
  });
}
