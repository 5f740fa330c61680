import { mkdir } from 'node:fs/promises';
import type { DestinationStream } from 'pino';
import type { Laws } from '../casework/law.ts';
import type { PolyprismError } from '../model/issue.ts';
import { diskByKind } from '../store/disk/disk-use.ts';
import { duckDbPool } from '../engine/duckdb-pool.ts';
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
import { keptColumns } from './findings/kept-columns.ts';
import { inspectionWork } from './inspections/work.ts';
import { keptPacks } from './kept-packs.ts';
import { liveService } from './live/live-service.ts';
import type { LoadPacks } from './live/live-service.ts';
import { preCheckers } from './live/pre-checkers.ts';
import { tenantPacks } from './live/tenant-packs.ts';
import { errorForLog, serverLog } from './http/log.ts';
import { readBacklog } from './backlog.ts';
import { serverMetrics } from './http/metrics.ts';
import { keepSwept } from './jobs/keep-swept.ts';
import { openJobs } from './jobs/queue.ts';
import type { Jobs } from './jobs/queue.ts';
import { removeOver } from './files/remove-over.ts';
import { clearOver, keepCleared } from './jobs/clear-over.ts';
import { listen } from './listen.ts';
import { rowChecks } from './orders/row-checks.ts';
import { outgrown } from './outgrown.ts';
import type { Server } from './server.ts';
import type { Shipped } from './shipped.ts';
import { draftLinter } from './drafts/draft-linter.ts';
import { draftWork } from './drafts/work-on-draft.ts';
import { planLab } from './plans/plan-lab.ts';
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
  /** The same for what uploaded files are. */
  readonly detect_command: readonly string[];
  /** The packs of these names. */
  readonly packs: LoadPacks;
  /** Program and arguments that study a plan. */
  readonly plan_command: readonly string[];
  /** The same for drafts of packs: checked as they are written; tested and run. */
  readonly draft_commands: Readonly<Record<'lint' | 'work', readonly string[]>>;
  readonly shipped: Shipped;
  /** Deadlines and calendars that the clocks of matters run by, by jurisdiction. */
  readonly laws: Laws;
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
  /** Resolves with why this program can no longer serve; null when it is stopped before. */
  readonly outgrown: Promise<PolyprismError | null>;
  stop(grace_ms: number): Promise<void>;
}

/** What questions about tables may take of the machine, all together. */
const tablesPool = { connections: 4, threads: 2, memory_limit: '512MB' };

/** Opens the store, brings it up to date and takes requests. */
export async function startServer(options: StartOptions): Promise<Running> {
  const { config, workspace, database_url, now } = options;
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
  const packs = keptPacks(options.packs);
  const tables = duckDbPool(tablesPool);
  const packsOf = tenantPacks(store, packs, now);
  const live = liveService({ store, workspace, packs: packsOf, log, now });
  const prechecks = preCheckers(store, packsOf, now);
  const judging = { live, packs, prechecks };
  const opened = { store, jobs, ...judging, log, sealing_key, tables, stopping: stop.signal };
  const server = serverOf(options, opened);
  try {
    const setup = await setupSecret(store, now());
    const pages = await readConsole(options.console_folder);
    const listening = await listen(server, handlings, pages, stop);
    const background = inBackground(server, stop.signal);
    const watching = outgrown(store, stop.signal);
    return {
      url: listening.url,
      answer: listening.answer,
      store,
      jobs,
      setup,
      outgrown: watching,
      async stop(grace_ms) {
        await Promise.all([listening.stop(grace_ms), jobs.stop(), background.stop(), watching]);
        server.drafts.linter.stop();
        await live.stop();
        await tables.close();
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

/** What goes on beside requests and jobs, until the signal ends what is delivered. */
function inBackground(
  server: Server,
  signal: AbortSignal,
): { readonly stop: () => Promise<unknown> } {
  const { store, laws, now, log } = server;
  const delivering = keepDelivering(server, signal);
  const swept = keepSwept(store, laws, now, (error) => {
    log.error({ error: errorForLog(error) }, 'sweep');
  });
  const clear = async (): Promise<void> => {
    await clearOver(store, now());
    const files = await removeOver(store, server.workspace);
    if (files > 0) log.info({ files }, 'removed when due');
  };
  const endClearing = keepCleared(clear, (error) => {
    log.error({ route: 'none', error: errorForLog(error) }, 'fault');
  });
  return { stop: async () => await Promise.all([swept.stop(), endClearing(), delivering]) };
}

type Opened = Pick<
  Server,
  'store' | 'jobs' | 'live' | 'prechecks' | 'log' | 'sealing_key' | 'packs' | 'tables' | 'stopping'
>;

/** What handlers may use, of what was opened and what the start was given. */
function serverOf(options: StartOptions, opened: Opened): Server {
  const { config, workspace, version, now, shipped, laws } = options;
  const { look_command, submission_command, detect_command } = options;
  const { store, packs } = opened;
  return {
    ...opened,
    config,
    workspace,
    version,
    now,
    shipped,
    laws,
    look_command,
    submission_command,
    detect_command,
    gate: storeGate(store, now),
    row_checks: rowChecks(packs),
    library: lawLibrary(shipped),
    finding_columns: keptColumns(),
    lab: planLab(options.plan_command, version),
    drafts: {
      linter: draftLinter(options.draft_commands.lint),
      work: draftWork(options.draft_commands.work),
    },
    metrics: serverMetrics(
      async () => await store.as(systemActor, diskByKind),
      async () => await readBacklog(store, now()),
    ),
    ready: async () => await answers(store),
  };
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
