import type { ClientBase } from 'pg';
import { PolyprismError } from '../model/issue.ts';
import { serverVersion } from './server-version.ts';

/** Roles of the store. None may sign in, none may pass row security. */
const roles = ['polyprism_owner', 'polyprism_app', 'polyprism_system', 'polyprism_jobs'] as const;

/** The roles a connection changes into; never the owner of the schema. */
const acting = roles.slice(1);

/**
 * Makes the roles and the schema where they are missing, and lets `login` change into the roles
 * that act. Where an administrator has made them already, nothing needs a right to make them.
 */
export async function ensureRoles(client: ClientBase, login: string | null): Promise<void> {
  try {
    for (const role of roles) await makeRole(client, role, 'NOLOGIN NOBYPASSRLS NOSUPERUSER');
    if (login !== null) await makeRole(client, login, 'LOGIN NOINHERIT NOBYPASSRLS NOSUPERUSER');
    await grantMissing(client, login);
    await makeSchema(client);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== '42501') throw error;
    const reason = error instanceof Error ? error.message : '';
    throw new PolyprismError('store.roles_missing', { reason });
  }
  await assertHarmless(client);
}

async function makeRole(client: ClientBase, role: string, how: string): Promise<void> {
  const { rows } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rows.length > 0) return;
  // Another process may make it between the question and this.
  await client.query(`DO $$ BEGIN CREATE ROLE ${role} ${how};
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
}

async function grantMissing(client: ClientBase, login: string | null): Promise<void> {
  const { rows } = await client.query<{ user: string }>('SELECT current_user AS "user"');
  const me = rows[0]?.user ?? '';
  // Since 16, who makes a role administers it without being able to change into it.
  const right = (await serverVersion(client)) >= 160_000 ? 'SET' : 'MEMBER';
  const pairs = [
    ...roles.map((role) => [role, me] as const),
    ...(login === null ? [] : acting.map((role) => [role, login] as const)),
  ];
  for (const [role, member] of pairs) {
    const has = await client.query<{ has: boolean }>('SELECT pg_has_role($1, $2, $3) AS has', [
      member,
      role,
      right,
    ]);
    if (has.rows[0]?.has !== true) {
      await client.query(`GRANT ${role} TO ${client.escapeIdentifier(member)}`);
    }
  }
}

async function makeSchema(client: ClientBase): Promise<void> {
  const { rows } = await client.query("SELECT FROM pg_namespace WHERE nspname = 'polyprism'");
  if (rows.length === 0) {
    await client.query('CREATE SCHEMA IF NOT EXISTS polyprism AUTHORIZATION polyprism_owner');
    await client.query('CREATE SCHEMA IF NOT EXISTS pgboss AUTHORIZATION polyprism_jobs');
    const use = 'GRANT USAGE ON SCHEMA polyprism TO polyprism_app, polyprism_system';
    await client.query(use);
    await client.query('REVOKE ALL ON SCHEMA polyprism FROM PUBLIC');
  }
}

/** A role that passes row security, or owns the schema, would make every wall a painting. */
async function assertHarmless(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    `SELECT rolname AS role FROM pg_roles
     WHERE rolname = ANY ($1)
       AND (rolsuper OR rolbypassrls OR pg_has_role(oid, 'polyprism_owner', 'MEMBER'))
     ORDER BY rolname COLLATE "C"`,
    [acting],
  );
  const role = rows[0]?.role;
  if (role !== undefined) throw new PolyprismError('store.role_too_strong', { role });
}
