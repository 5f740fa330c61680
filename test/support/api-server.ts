import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedFolders } from '../../src/cli/shipped-packs.ts';
import type { Party, Role } from '../../src/model/actor.ts';
import { shippedPacks } from './shipped-packs.ts';
import { digestOf, newSecret } from '../../src/server/auth/secret.ts';
import { createClient } from '../../src/server/client.ts';
import type { Client } from '../../src/server/client.ts';
import { defaultConfig } from '../../src/server/config.ts';
import type { ServerConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/start.ts';
import type { Running } from '../../src/server/start.ts';
import { systemActor } from '../../src/store/store.ts';
import { shippedLaws } from '../../src/cli/serve/shipped-laws.ts';
import { migratedPostgres } from './migrated-postgres.ts';

export interface ApiServer extends Running {
  readonly workspace: string;
  /** Of its PostgreSQL, as superuser. */
  readonly database_url: string;
  /** Moves the server's clock. */
  wait(seconds: number): void;
  now(): Date;
  log(): string;
  /** A client with these headers. */
  client(headers?: Readonly<Record<string, string>>): Client;
  end(): Promise<void>;
}

const inspectJob = new URL('../../src/cli/serve/inspect-job.ts', import.meta.url).pathname;

const besideJobs = (name: string): string =>
  new URL(`../../src/cli/serve/${name}.ts`, import.meta.url).pathname;
const planJob = new URL('../../src/cli/serve/plan-job.ts', import.meta.url).pathname;
const lookJob = new URL('../../src/cli/serve/look-job.ts', import.meta.url).pathname;

const submissionJob = new URL('../../src/cli/serve/submission-job.ts', import.meta.url).pathname;
const detectJob = new URL('../../src/cli/serve/detect-job.ts', import.meta.url).pathname;

const generous = { burst: 1_000_000, per_second: 1_000_000 };

/**
 * A server on a real port over a real PostgreSQL, with a clock of its own; `beside` another one, on
 * the same database and workspace.
 */
export async function apiServer(
  config: Partial<ServerConfig> = {},
  inspect_command: readonly string[] = [process.execPath, inspectJob],
  beside: Pick<ApiServer, 'database_url' | 'workspace'> | null = null,
  console_folder: string | null = null,
): Promise<ApiServer> {
  const database = beside === null ? await migratedPostgres() : null;
  const database_url = database?.url ?? beside?.database_url ?? '';
  const workspace = beside?.workspace ?? mkdtempSync(join(tmpdir(), 'polyprism-api-'));
  let ahead_ms = 0;
  let log = '';
  // Stands still but for `wait`.
  const now = (): Date => new Date(Date.UTC(2026, 2, 2) + ahead_ms);
  const rates = { rate_address: generous, rate_caller: generous, rate_secrets: generous };
  const running = await startServer({
    config: { ...defaultConfig, port: 0, ...rates, ...config },
    workspace,
    database_url,
    inspect_command,
    look_command: [process.execPath, lookJob],
    submission_command: [process.execPath, submissionJob],
    detect_command: [process.execPath, detectJob],
    draft_commands: {
      lint: [process.execPath, besideJobs('draft-lint')],
      work: [process.execPath, besideJobs('draft-job')],
    },
    plan_command: [process.execPath, planJob],
    packs: async (names) => await shippedPacks(...names),
    shipped: await shippedFolders(),
    laws: await shippedLaws(),
    console_folder,
    log: { write: (line) => void (log += line) },
    version: '1.2.3',
    now,
  });
  return {
    ...running,
    workspace,
    database_url,
    now,
    wait: (seconds) => void (ahead_ms += seconds * 1_000),
    log: () => log,
    client: (headers = {}) => createClient(running.url, () => headers),
    end: async () => {
      await running.stop(1_000);
      if (database === null) return;
      await database.stop();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

export interface Person {
  readonly user_id: string;
  readonly tenant_id: string;
  readonly token: string;
  /** Headers of a browser that is signed in and stays on our pages. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Puts a tenant into the store. */
export async function addTenant(
  api: Pick<ApiServer, 'store'>,
  id: string,
  party: Party,
  jurisdiction = 'cn',
): Promise<void> {
  const row = { id, party, name: `机构 ${id}`, time_zone: 'Asia/Shanghai', jurisdiction };
  await api.store.as(systemActor, async ({ db }) => db.insertInto('tenant').values(row).execute());
}

/** Puts a user (once) and a session into the store, without signing in, which has its tests. */
export async function addPerson(
  api: Pick<ApiServer, 'store' | 'now' | 'url'>,
  user_id: string,
  tenant_id: string,
  roles: readonly Role[],
): Promise<Person> {
  const token = newSecret();
  const at = api.now().toISOString();
  await api.store.as(systemActor, async ({ db }) => {
    const user = { id: user_id, login: `${user_id}@example.org`, name: `用户 ${user_id}` };
    const known = await db.selectFrom('app_user').select('id').where('id', '=', user_id).execute();
    if (known.length === 0) {
      await db.insertInto('app_user').values(user).execute();
      const rows = roles.map((role) => ({ user_id, tenant_id, role }));
      if (rows.length > 0) await db.insertInto('membership').values(rows).execute();
    }
    const times = { created_at: at, seen_at: at, second_factor_at: at, confirmed_at: at };
    const expires_at = new Date(api.now().getTime() + 12 * 3_600_000).toISOString();
    const session = { digest: digestOf(token), user_id, tenant_id, ...times, expires_at };
    await db.insertInto('session').values(session).execute();
  });
  return { user_id, tenant_id, token, headers: browser(api, token) };
}

/** Headers a browser on our own pages sends. */
export function browser(api: Pick<ApiServer, 'url'>, token: string): Record<string, string> {
  return { cookie: `polyprism_session=${token}`, origin: new URL(api.url).origin };
}

/** The token in the cookie of an answer. */
export function tokenOf(response: Response): string {
  return /^polyprism_session=([\w-]*);/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
}
