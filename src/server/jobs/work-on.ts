import type { Job, JobResult, PgBoss } from 'pg-boss';
import { codeOf } from './code-of.ts';

/** A job whose process has not been heard of for so long is taken over by another. */
const silent_s_max = 20;
const heard_every_s = 2;

/** How often a job is taken over: one that ends every process that takes it is given up. */
const takeovers_max = 5;

/** Why a job is stopped that goes on elsewhere. */
export const handedOver = 'handed over';

interface QueueLimits {
  readonly expireInSeconds?: number;
}

/** A queue as it is now, whatever an older version made of it. */
export async function openQueue(boss: PgBoss, name: string, limits: QueueLimits): Promise<void> {
  const options = {
    ...limits,
    retryLimit: takeovers_max,
    retryDelay: 0,
    heartbeatSeconds: silent_s_max,
    deleteAfterSeconds: 90 * 86_400,
  };
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
}

/**
 * Works on the jobs of a queue, one at a time. What fails has failed; what could not be finished
 * because this process stops or has lost the database is left to whoever is free.
 */
export async function workOn<T>(
  boss: PgBoss,
  name: string,
  stopping: AbortSignal,
  work: (job: Job<T>) => Promise<void>,
): Promise<void> {
  const every = { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: heard_every_s };
  await boss.work<T>(name, { ...every, batchSize: 1, perJobResults: true }, async (jobs) => {
    const results: JobResult[] = [];
    for (const job of jobs) results.push({ id: job.id, ...(await outcome(job, stopping, work)) });
    return results;
  });
}

async function outcome<T>(
  job: Job<T>,
  stopping: AbortSignal,
  work: (job: Job<T>) => Promise<void>,
): Promise<Omit<JobResult, 'id'>> {
  try {
    await work(job);
    return { status: 'completed' };
  } catch (error) {
    const message = stopping.aborted ? 'job.abandoned' : codeOf(error);
    const again = stopping.aborted || message === 'store.connection_lost';
    // What pg-boss calls so has no other try: there is no queue of dead letters.
    return { status: again ? 'failed' : 'deadletter', output: { message } };
  }
}
