import { PgBoss } from 'pg-boss';
import type { JobWithMetadata } from 'pg-boss';
import { PolyprismError } from '../../model/issue.ts';
import { openRepeats } from './repeats.ts';
import type { Repeated, Repeats } from './repeats.ts';
import type { Store } from '../../store/store.ts';

/** What a job is for; that it is this tenant's is looked at every time one is named. */
export interface Order {
  readonly tenant_id: string;
  readonly kind: 'inspection';
  readonly subject: string;
}

export interface JobView {
  readonly id: string;
  readonly kind: 'inspection';
  readonly subject: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly code: string | null;
}

export interface Jobs extends Repeats {
  send(order: Order): Promise<string>;
  list(tenant_id: string): Promise<JobView[]>;
  read(tenant_id: string, id: string): Promise<JobView>;
  cancel(tenant_id: string, id: string): Promise<JobView>;
  retry(tenant_id: string, id: string): Promise<JobView>;
  /** Lets what runs know that it has to stop, and takes no more. */
  stop(): Promise<void>;
}

const queue = 'inspection';
/** Longest a job may run. */
const hours_max = 24;

/**
 * Jobs in the database of the store (pg-boss), worked on by whichever process is free. `work` does
 * one; it throws an issue's code as its message where it fails, and ends soon after `signal`.
 */
export async function openJobs(
  store: Store,
  work: (order: Order, job_id: string, signal: AbortSignal) => Promise<void>,
  again: (order: Repeated, send: Jobs['send']) => Promise<void>,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => await store.jobs.executeSql(text, values) },
    schema: 'pgboss',
    createSchema: false,
    schedule: true,
  });
  // A lost connection is told by whoever uses it; the queue goes on by itself.
  boss.on('error', () => undefined);
  await boss.start();
  await boss.createQueue(queue, {
    retryLimit: 0,
    expireInSeconds: hours_max * 3_600,
    deleteAfterSeconds: 90 * 86_400,
  });
  const running = new Map<string, AbortController>();
  const byId = async (tenant_id: string, id: string): Promise<JobWithMetadata<Order>> => {
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    const [job] = uuid ? await boss.findJobs<Order>(queue, { id }) : [];
    if (job?.data.tenant_id !== tenant_id) throw new PolyprismError('http.not_found');
    return job;
  };
  await boss.work<Order>(queue, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
    if (job === undefined) return;
    const abort = new AbortController();
    running.set(job.id, abort);
    const watch = watchFor(async () => (await byId(job.data.tenant_id, job.id)).state, abort);
    try {
      await work(job.data, job.id, abort.signal);
    } finally {
      clearInterval(watch);
      running.delete(job.id);
    }
  });
  const send: Jobs['send'] = async (order) => {
    const id = await boss.send(queue, order);
    if (id === null) throw new Error('the queue took no job');
    return id;
  };
  const repeats = await openRepeats(boss, async (order) => await again(order, send));
  return {
    send,
    ...repeats,
    list: async (tenant_id) =>
      (await boss.findJobs<Order>(queue, { data: { tenant_id } })).map(viewOf).toReversed(),
    read: async (tenant_id, id) => viewOf(await byId(tenant_id, id)),
    cancel: async (tenant_id, id) => {
      const job = await byId(tenant_id, id);
      if (job.completedOn !== null) throw new PolyprismError('job.over');
      await boss.cancel(queue, id);
      running.get(id)?.abort();
      return viewOf(await byId(tenant_id, id));
    },
    retry: async (tenant_id, id) => {
      const job = await byId(tenant_id, id);
      if (job.state === 'cancelled') await boss.resume(queue, id);
      else if (job.state === 'failed') await boss.retry(queue, id);
      else throw new PolyprismError('job.not_failed');
      return viewOf(await byId(tenant_id, id));
    },
    stop: async () => {
      for (const abort of running.values()) abort.abort();
      await boss.stop({ graceful: true, timeout: 3_000, close: false });
    },
  };
}

const watched_every_ms = 2_000;

/** A job cancelled through another process is seen in the database. */
function watchFor(state: () => Promise<string>, abort: AbortController): NodeJS.Timeout {
  const timer = setInterval(() => {
    state().then(
      (now) => now === 'cancelled' && abort.abort(),
      () => undefined,
    );
  }, watched_every_ms);
  return timer.unref();
}

const states = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
} as const;

function viewOf(job: JobWithMetadata<Order>): JobView {
  const { kind, subject } = job.data;
  const message: unknown = job.output && 'message' in job.output && job.output.message;
  const code = typeof message === 'string' && /^[a-z_]+\.[a-z_]+$/.test(message) ? message : null;
  return {
    id: job.id,
    kind,
    subject,
    state: states[job.state],
    created_at: instant(job.createdOn) ?? '',
    started_at: instant(job.startedOn),
    ended_at: instant(job.completedOn),
    code: job.state === 'failed' ? (code ?? 'http.internal') : null,
  };
}

/** The store's connections give instants as text, where the types of pg-boss say Date. */
function instant(value: Date | string | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}
