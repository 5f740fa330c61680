import { Kysely } from 'kysely';
import { Client, Pool } from 'pg';
import type { ClientBase, ClientConfig, PoolConfig } from 'pg';
import { asActor, asSnapshot } from './as-actor.ts';
import { openCluster } from './cluster/open-cluster.ts';
import type { Cluster } from './cluster/open-cluster.ts';
import { adminName, loginName } from './cluster/make-data.ts';
import { port } from './cluster/postmaster.ts';
import { ensureRoles } from './ensure-roles.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { untilConnected } from './until-connected.ts';
import { lostConnection } from './lost-connection.ts';
import { promptDialect } from './prompt-begin.ts';
import { keepSequenced } from './log/keep-sequenced.ts';
import { sequenceLog } from './log/sequence-log.ts';
import { appendEvents } from './matters/append-events.ts';
import { groupAppends, lanes } from './matters/group-appends.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { valueTypes } from './parse-value.ts';
import { assertServer } from './server-version.ts';
import { systemActor } from './store.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables/tables.ts';

/** A folder with a PostgreSQL of its own, or a PostgreSQL server that somebody runs. */
export type StorePlace = { readonly workspace: string } | { readonly database_url: string };

/** Connections kept at most; PostgreSQL groups the commits of those that write at once. */
const connections_max = 14;
/** The queue looks for work all the time, mostly alone. */
const queue_connections_max = 2;

/** Opens the store, made and brought up to date where needed. */
export async function openStore(place: StorePlace): Promise<Store> {
  if ('database_url' in place) {
    const config = { connectionString: place.database_url };
    await prepare(config, null);
    return storeOver(config, null);
  }
  const cluster = await openCluster(place.workspace);
  try {
    const server = { host: cluster.socket, port };
    await makeDatabase({ ...server, user: adminName, database: 'postgres' });
    await prepare({ ...server, user: adminName, database: 'polyprism' }, loginName);
    return storeOver({ ...server, user: loginName, database: 'polyprism' }, cluster);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

function storeOver(config: ClientConfig, cluster: Cluster | null): Store {
  const pool = poolOf(config, { max: connections_max, pipeline: true });
  // In the role of people from the start: no statement of a batch runs with more, whatever fails.
  const people = { options: `${settings} -c role=polyprism_app`, pipeline: true };
  const batches = poolOf(config, { ...people, max: lanes, idleTimeoutMillis: 60_000 });
  const queue = { options: `${settings} -c role=polyprism_jobs` };
  const jobs = poolOf(config, { ...queue, max: queue_connections_max });
  const db = new Kysely<Tables>({ dialect: promptDialect(pool) });
  const as: Store['as'] = async (actor, fn) =>
    await untilConnected(
      cluster,
      async (started) =>
        await asActor(db, actor, log.grew, async (tx) => {
          started();
          return await fn(tx);
        }),
    );
  const grouped = groupAppends(batches);
  const log = keepSequenced(async () => await as(systemActor, sequenceLog));
  // What an earlier process promised to the log and did not live to sequence.
  log.grew();
  return {
    as,
    append: async (actor, appending) => {
      const { matter_id, before, events } = appending;
      const appended = await grouped(actor, appending);
      if (appended === null) {
        const [number, known] = [before?.number ?? 0, before ?? undefined];
        return await as(actor, async (tx) => appendEvents(tx, matter_id, number, events, known));
      }
      log.grew();
      return appended;
    },
    snapshot: async (fn) => await untilConnected(cluster, async () => await asSnapshot(db, fn)),
    logSettled: async () => await log.settled(),
    jobs: {
      executeSql: async (text, values) => await runJobsSql(jobs, text, values),
    },
    close: async () => {
      await log.settled().catch(() => undefined);
      await Promise.all([batches.end(), jobs.end()]);
      await db.destroy();
      await cluster?.stop();
    },
  };
}

const settings = '-c search_path=polyprism -c TimeZone=UTC -c synchronous_commit=on -c jit=off';

function poolOf(config: ClientConfig, more: PoolConfig): Pool {
  const pool = new Pool({ types: valueTypes, options: settings, ...config, ...more });
  // A connection that breaks while idle is replaced; one in use tells whoever uses it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function runJobsSql(
  pool: Pool,
  text: string,
  values: readonly unknown[] | undefined,
): Promise<{ rows: unknown[] }> {
  try {
    return await pool.query(text, values === undefined ? undefined : [...values]);
  } catch (error) {
    throw lostConnection(error);
  }
}

async function makeDatabase(config: ClientConfig): Promise<void> {
  await withClient(config, async (client) => {
    const { rows } = await client.query("SELECT FROM pg_database WHERE datname = 'polyprism'");
    if (rows.length === 0) await client.query('CREATE DATABASE polyprism');
  });
}

async function prepare(config: ClientConfig, login: string | null): Promise<void> {
  await administer(config, login, async (client) => {
    await migrate(client, migrations);
  });
}

/** Work of one who may change the schema, roles made; the embedded server runs only meanwhile. */
export async function withAdministrator(
  place: StorePlace,
  work: (client: ClientBase) => Promise<void>,
): Promise<void> {
  if ('database_url' in place) {
    return await administer({ connectionString: place.database_url }, null, work);
  }
  const cluster = await openCluster(place.workspace);
  try {
    const admin = { host: cluster.socket, port, user: adminName };
    await makeDatabase({ ...admin, database: 'postgres' });
    await administer({ ...admin, database: 'polyprism' }, loginName, work);
  } finally {
    await cluster.stop();
  }
}

async function administer(
  config: ClientConfig,
  login: string | null,
  work: (client: ClientBase) => Promise<void>,
): Promise<void> {
  await withClient(config, async (client) => {
    await assertServer(client);
    await oneAtATime(client, async () => {
      await ensureRoles(client, login);
      await work(client);
    });
  });
}

/** A server that recovers from a crash does not answer at once: it is waited for. */
async function withClient(
  config: ClientConfig,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  await untilConnected(null, async (started) => {
    const client = new Client(config);
    client.on('error', () => undefined);
    try {
      await client.connect();
      started();
      await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  });
}
