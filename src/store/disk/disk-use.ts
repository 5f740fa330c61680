import { sql } from 'kysely';
import { PolyprismError } from '../../model/issue.ts';
import type { StoreTx } from '../store.ts';
import type { DiskUseTable } from '../tables/disk.ts';

/** One thing of a tenant in the workspace. */
export interface DiskThing {
  readonly tenant_id: string;
  readonly kind: DiskUseTable['kind'];
  readonly id: string;
}

/**
 * Counts a thing among what its tenant has: `disk.full` where that would be more than `most` bytes
 * together. Those who ask at the same time are asked one after the other.
 */
export async function reserveDisk(
  tx: StoreTx,
  { tenant_id, kind, id }: DiskThing,
  bytes: number,
  most: number,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`disk ${tenant_id}`}, 0))`.execute(
    tx.db,
  );
  const used = await diskOf(tx, tenant_id);
  if (used + bytes > most) throw new PolyprismError('disk.full', { used, asked: bytes, most });
  await setDisk(tx, { tenant_id, kind, id }, bytes);
}

/** What something takes, now that it is known. */
export async function setDisk(
  tx: StoreTx,
  { tenant_id, kind, id }: DiskThing,
  bytes: number,
): Promise<void> {
  await tx.db
    .insertInto('disk_use')
    .values({ tenant_id, kind, id, bytes, holder: null, held_until: null })
    .onConflict((clash) => clash.columns(['kind', 'id']).doUpdateSet({ bytes }))
    .execute();
}

/** Gone from the disk. */
export async function freeDisk(tx: StoreTx, { kind, id, tenant_id }: DiskThing): Promise<void> {
  await tx.db
    .deleteFrom('disk_use')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('tenant_id', '=', tenant_id)
    .execute();
}

/** What came whole and whose upload was given up: counted once a tenant until its bytes go. */
export function rawThing(tenant_id: string, sha256: string): DiskThing {
  return { tenant_id, kind: 'upload', id: `raw ${tenant_id} ${sha256}` };
}

/** Bytes a tenant has in the workspace. */
export async function diskOf(tx: StoreTx, tenant_id: string): Promise<number> {
  const row = await tx.db
    .selectFrom('disk_use')
    .select(({ fn }) => fn.sum<string | null>('bytes').as('bytes'))
    .where('tenant_id', '=', tenant_id)
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}

/** Bytes of all tenants by kind. */
export async function diskByKind(
  tx: StoreTx,
): Promise<Readonly<Record<DiskUseTable['kind'], number>>> {
  const rows = await tx.db
    .selectFrom('disk_use')
    .select(['kind', ({ fn }) => fn.sum<string>('bytes').as('bytes')])
    .groupBy('kind')
    .execute();
  const of = (kind: DiskUseTable['kind']): number =>
    Number(rows.find((row) => row.kind === kind)?.bytes ?? 0);
  return { upload: of('upload'), inspection: of('inspection') };
}
