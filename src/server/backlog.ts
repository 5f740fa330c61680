import { sql } from 'kysely';
import { matterKinds } from '../model/matter.ts';
import { systemActor } from '../store/store.ts';
import type { Store, StoreTx } from '../store/store.ts';

/** How many there are under a name. */
export type Counts = ReadonlyMap<string, number>;

/** What waits in the database of the store, over all tenants: numbers, and nobody's name. */
export interface Backlog {
  /** By queue and state, `inspection waiting`. */
  readonly jobs: Counts;
  /** Of the job of each queue that has waited longest for a process. */
  readonly jobs_oldest_s: Counts;
  /** Notices to other systems, by state. */
  readonly deliveries: Counts;
  /** Of the notice that has waited longest, its tries included. */
  readonly deliveries_oldest_s: number;
  /** Events of matters that nobody has made into notices yet. */
  readonly outbox: number;
  /** Matters past their last day, by kind and by the day where whoever handles them is. */
  readonly overdue: Counts;
  /** Data events accepted that no alert has been judged by yet, and the age of the oldest. */
  readonly live: number;
  readonly live_oldest_s: number;
}

const queues = ['inspection', 'connector'];

/** The states of pg-boss in the words of the API. */
const states: ReadonlyMap<string, string> = new Map([
  ['created', 'waiting'],
  ['retry', 'waiting'],
  ['active', 'running'],
  ['completed', 'done'],
  ['cancelled', 'cancelled'],
  ['failed', 'failed'],
]);

/** What waits now. */
export async function readBacklog(store: Pick<Store, 'as' | 'jobs'>, now: Date): Promise<Backlog> {
  const [jobs, rest] = await Promise.all([
    jobsOf(store),
    store.as(systemActor, async (tx) => ({
      ...(await deliveriesOf(tx, now)),
      overdue: await overdueByKind(tx, now),
      ...(await liveOf(tx, now)),
    })),
  ]);
  return { ...jobs, ...rest };
}

/** By the clock of the database, which pg-boss goes by. */
async function jobsOf({ jobs }: Pick<Store, 'jobs'>) {
  const { rows } = await jobs.executeSql(
    `SELECT name, state::text AS state, count(*)::int AS jobs,
       extract(epoch FROM max(now() - greatest(created_on, start_after)))::float8 AS oldest_s
     FROM pgboss.job WHERE name = ANY($1) GROUP BY name, state`,
    [queues],
  );
  const counts = new Map<string, number>();
  const oldest = new Map(queues.map((name) => [name, 0]));
  for (const queue of queues)
    for (const state of new Set(states.values())) counts.set(`${queue} ${state}`, 0);
  for (const { name, state, jobs: count, oldest_s } of rows as readonly JobCount[]) {
    const key = `${name} ${states.get(state) ?? state}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
    // What is to start later is not late yet.
    if (states.get(state) === 'waiting')
      oldest.set(name, Math.max(oldest.get(name) ?? 0, oldest_s));
  }
  return { jobs: counts, jobs_oldest_s: oldest };
}

interface JobCount {
  readonly name: string;
  readonly state: string;
  readonly jobs: number;
  readonly oldest_s: number;
}

async function deliveriesOf({ db }: StoreTx, now: Date) {
  const found = sql<{ state: string; count: number; oldest_s: number }>`
    SELECT d.state, count(*)::int AS count,
      extract(epoch FROM ${now.toISOString()}::timestamptz - min(d.at))::float8 AS oldest_s
    FROM webhook_delivery d GROUP BY d.state`;
  const waiting = sql<{ count: number }>`
    SELECT count(*)::int AS count FROM outbox WHERE sent_at IS NULL`;
  const { rows } = await found.execute(db);
  const oldest = rows.find(({ state }) => state === 'waiting')?.oldest_s ?? 0;
  const none: readonly (readonly [string, number])[] = [
    ['waiting', 0],
    ['delivered', 0],
    ['dead', 0],
  ];
  return {
    deliveries: new Map([...none, ...rows.map(({ state, count }) => [state, count] as const)]),
    deliveries_oldest_s: Math.max(0, oldest),
    outbox: (await waiting.execute(db)).rows[0]?.count ?? 0,
  };
}

async function overdueByKind({ db }: StoreTx, now: Date): Promise<Counts> {
  const found = sql<{ kind: string; count: number }>`
    SELECT s.kind, count(*)::int AS count
    FROM matter_seat s JOIN tenant t ON t.id = s.tenant_id
    WHERE s.owns AND s.user_id = ''
      AND s.due_key < (${now.toISOString()}::timestamptz AT TIME ZONE t.time_zone)::date
    GROUP BY s.kind`;
  const counts = new Map<string, number>(matterKinds.map((kind) => [kind, 0]));
  for (const { kind, count } of (await found.execute(db)).rows) counts.set(kind, count);
  return counts;
}

async function liveOf({ db }: StoreTx, now: Date) {
  const found = sql<{ count: number; oldest_s: number }>`
    SELECT coalesce(sum(e.position - coalesce(p.position, 0)), 0)::int AS count,
      coalesce(extract(epoch FROM ${now.toISOString()}::timestamptz - min(i.came_at)), 0)::float8
        AS oldest_s
    FROM inbox_end e JOIN tenant t ON t.id = e.tenant_id AND t.closed_at IS NULL
    LEFT JOIN live_progress p ON p.tenant_id = e.tenant_id
    JOIN inbox_entry i ON i.tenant_id = e.tenant_id AND i.position = coalesce(p.position, 0) + 1
    WHERE e.position > coalesce(p.position, 0)`;
  const [row] = (await found.execute(db)).rows;
  return { live: row?.count ?? 0, live_oldest_s: Math.max(0, row?.oldest_s ?? 0) };
}
