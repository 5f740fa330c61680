import { mkdir } from 'node:fs/promises';
import type { DestinationStream } from 'pino';
import type { Law } from '../casework/law.ts';
import { diskByKind } from '../store/disk/disk-use.ts';
import { openStore } from '../store/open-store.ts';
import { systemActor } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import { handlings } from './api/handlings.ts';
import { isSetUp } from './api/setup/is-set-up.ts';
import { storeGate } from './auth/gate.ts';
import { installationKey } from './auth/installation-key.ts';
import { issueLink } from './auth/links.ts';
import { readConsole } from './console/read-console.ts';
import { runConnector } from './connectors/run-connector.ts';
import type { ServerConfig } from './config.ts';
import { inspectionWork } from './inspections/work.ts';
import { liveService } from './live/live-service.ts';
import type { LoadPacks } from './live/live-service.ts';
import { preCheckers } from './live/pre-checkers.ts';
import { errorForLog, serverLog } from './http/log.ts';
import { serverMetrics } from './http/metrics.ts';
import { keepSwept } from './jobs/keep-swept.ts';
import { openJobs } from './jobs/queue.ts';
import type { Jobs } from './jobs/queue.ts';
import { keepCleared } from './jobs/clear-over.ts';
import { listen } from './listen.ts';
import type { Server } from './server.ts';
import type { Shipped } from './shipped.ts';
import { lawLibrary } from './standards/library.ts';
import { keepDelivering } from './webhooks/keep-delivering.ts';

export interface StartOptions {
  readonly config: ServerConfig;
  /** Folder of keys and files, and of the database where there is no address of one. */
  readonly workspace: string;
  readonly database_url: string | null;
  /** Program and arguments that run an inspection: its order is added as JSON. */
  readonly inspect_command: readonly string[];
  /** The same for looks behind pseudonyms. */
  readonly look_command: readonly string[];
  /** The same for reports owed. */
  readonly submission_command: readonly string[];
  /** The packs of these names. */
  readonly packs: LoadPacks;
  readonly shipped: Shipped;
  /** Deadlines and calendar that the clocks of matters run by. */
  readonly law: Law;
  /** Folder of the built console; null where there is none to serve. */
  readonly console_folder: string | null;
  readonly log: DestinationStream;
  readonly version: string;
  readonly now: () => Date;
}

export interface Running {
  readonly url: string;
  /** Answers a request without the network. */
  readonly answer: (request: Request) => Promise<Response>;
  readonly store: Store;
  readonly jobs: Jobs;
  /** Secret for the first user; null once there is one. */
  readonly setup: string | null;
  stop(grace_ms: number): Promise<void>;
}

/** Opens the store, brings it up to date and takes requests. */
export async function startServer(options: StartOptions): Promise<Running> {
  const { config, workspace, database_url, version, now } = options;
  await mkdir(workspace, { recursive: true, mode: 0o700 });
  const sealing_key = await installationKey(workspace);
  const store = await openStore(database_url === null ? { workspace } : { database_url });
  const place = { store, config, sealing_key, workspace, now };
  const jobs = await openJobs(
    store,
    async (order, _, signal) => await inspectionWork(place, options.inspect_command, order, signal),
    async ({ tenant_id, connector_id }, send) =>
      await runConnector(place, send, tenant_id, connector_id),
  ).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const stop = new AbortController();
  const log = serverLog(options.log);
  const { packs } = options;
  const live = liveService({ store, workspace, packs, log, now });
  const server: Server = {
    config,
    store,
    gate: storeGate(store, now),
    jobs,
    look_command: options.look_command,
    submission_command: options.submission_command,
    live,
    prechecks: preCheckers(store, packs, now),
    packs,
    library: lawLibrary(options.shipped),
    law: options.law,
    workspace,
    sealing_key,
    log,
    metrics: serverMetrics(async () => await store.as(systemActor, diskByKind)),
    version,
    now,
    stopping: stop.signal,
    ready: async () => await answers(store),
  };
  try {
    const setup = await setupSecret(store, now());
    const pages = await readConsole(options.console_folder);
    const listening = await listen(server, handlings, pages, stop);
    const delivering = keepDelivering(server, stop.signal);
    const repeating = keepRepeating(server);
    return {
      url: listening.url,
      answer: listening.answer,
      store,
      jobs,
      setup,
      async stop(grace_ms) {
        await Promise.all([listening.stop(grace_ms), jobs.stop(), repeating.stop()]);
        await delivering;
        await live.stop();
        await store.close();
      },
    };
  } catch (error) {
    await jobs.stop();
    await live.stop();
    await store.close();
    throw error;
  }
}

/** What is done every so often: reminders and lapses of matters, and what is over cleared away. */
function keepRepeating({ store, law, now, log }: Server): { stop(): Promise<unknown> } {
  const swept = keepSwept(store, law, now, (error) => {
    log.error({ error: errorForLog(error) }, 'sweep');
  });
  const endClearing = keepCleared(store, now, (error) => {
    log.error({ route: 'none', error: errorForLog(error) }, 'fault');
  });
  return { stop: async () => await Promise.all([swept.stop(), endClearing()]) };
}

async function answers(store: Store): Promise<boolean> {
  try {
    await store.as(systemActor, async ({ db }) =>
      db.selectFrom('tenant').select('id').limit(1).execute(),
    );
    return true;
  } catch {
    return false;
  }
}

/** There is no default password: who starts the server is given a link that works once. */
async function setupSecret(store: Store, now: Date): Promise<string | null> {
  if (await isSetUp(store)) return null;
  return await store.as(systemActor, async (tx) => {
    const { secret } = await issueLink(tx, 'setup', { user_id: null, tenant_id: null }, now);
    return secret;
  });
}
