import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { roles } from '../../model/actor.ts';
import type { Role } from '../../model/actor.ts';

/** The roles a user has now in the tenant of a session or key: a column beside what it holds. */
export function rolesOf(row: 'session' | 'api_key'): RawBuilder<string[]> {
  return sql`ARRAY(SELECT role FROM membership
    WHERE membership.user_id = ${sql.ref(`${row}.user_id`)}
    AND membership.tenant_id = ${sql.ref(`${row}.tenant_id`)})`;
}

/** Roles in their fixed order. */
export function inOrder(some: readonly string[]): Role[] {
  return roles.filter((role) => some.includes(role));
}
