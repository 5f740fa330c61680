import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import type { JobWithMetadata } from 'pg-boss';
import { PolyprismError } from '../../model/issue.ts';
import { openRepeats } from './repeats.ts';
import type { Repeated, Repeats } from './repeats.ts';
import { handedOver, openQueue, workOn } from './work-on.ts';
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
  /**
   * Sends an order; its id may be one of `newJobId` that is known before, as whoever takes it may
   * be faster than we are.
   */
  send(order: Order, id?: string): Promise<string>;
  list(tenant_id: string): Promise<JobView[]>;
  read(tenant_id: string, id: string): Promise<JobView>;
  cancel(tenant_id: string, id: string): Promise<JobView>;
  retry(tenant_id: string, id: string): Promise<JobView>;
  /** Hands what runs over to whoever is next, and takes no more. */
  stop(): Promise<void>;
}

export function newJobId(): string {
  return randomUUID();
}

const queue = 'inspection';
/** Longest a job may run. */
const hours_max = 24;
/** How often somebody looks for jobs whose process is not heard of any more. */
const looked_every_s = 5;

/**
 * Jobs in the database of the store (pg-boss), worked on by whichever process is free. `work` does
 * one; it throws an issue's code as its message where it fails, and ends soon after `signal`, which
 * also tells that the job was cancelled or taken over. What a process that stops, is killed or
 * loses the database was at is done again by another.
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
    superviseIntervalSeconds: looked_every_s,
    monitorIntervalSeconds: looked_every_s,
  });
  // A lost connection is told by whoever uses it; the queue goes on by itself.
  boss.on('error', () => undefined);
  await boss.start();
  await openQueue(boss, queue, { expireInSeconds: hours_max * 3_600 });
  const stopping = new AbortController();
  const running = new Map<string, AbortController>();
  const byId = async (tenant_id: string, id: string): Promise<JobWithMetadata<Order>> => {
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    const [job] = uuid ? await boss.findJobs<Order>(queue, { id }) : [];
    if (job?.data.tenant_id !== tenant_id) throw new PolyprismError('http.not_found');
    return job;
  };
  await workOn<Order>(boss, queue, stopping.signal, async (job) => {
    const abort = new AbortController();
    running.set(job.id, abort);
    try {
      await work(job.data, job.id, AbortSignal.any([abort.signal, job.signal, stopping.signal]));
    } finally {
      running.delete(job.id);
    }
  });
  const send: Jobs['send'] = async (order, id = newJobId()) => {
    if ((await boss.send(queue, order, { id })) === null) throw new Error('the queue took no job');
    return id;
  };
  const repeats = await openRepeats(boss, stopping.signal, async (order) => again(order, send));
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
      stopping.abort(handedOver);
      await boss.stop({ graceful: true, timeout: 3_000, close: false });
    },
  };
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
  // Given up by the queue itself, it says so in words of its own.
  const code = typeof message === 'string' && message.includes('.') ? message : 'job.abandoned';
  return {
    id: job.id,
    kind,
    subject,
    state: states[job.state],
    created_at: instant(job.createdOn) ?? '',
    started_at: instant(job.startedOn),
    ended_at: instant(job.completedOn),
    code: job.state === 'failed' ? code : null,
  };
}

/** The store's connections give instants as text, where the types of pg-boss say Date. */
function instant(value: Date | string | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}
