import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../model/actor.ts';

/** Inspections of one's own, and of platforms one supervises: the first of the two walls. */
export function inspectionSeenBy({ tenant_id }: Actor): RawBuilder<boolean> {
  return sql<boolean>`(tenant_id = ${tenant_id} OR tenant_id IN (
    SELECT platform_id FROM jurisdiction
    WHERE regulator_id = ${tenant_id} AND status = 'confirmed'))`;
}

/** Findings about one's own accounts on platforms. */
export function claimedBy({ tenant_id }: Actor): RawBuilder<boolean> {
  return sql<boolean>`(tenant_id, operator_id) IN (
    SELECT platform_id, account FROM operator_claim
    WHERE operator_claim.tenant_id = ${tenant_id} AND status = 'confirmed')`;
}

/** Beside those of such inspections, findings about one's own accounts. */
export function findingSeenBy(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${inspectionSeenBy(actor)} OR ${claimedBy(actor)})`;
}
