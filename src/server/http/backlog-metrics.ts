import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { Backlog, Counts } from '../backlog.ts';

/**
 * What waits, as gauges. All of them are set from one look at the database for each time somebody
 * asks; where it does not answer they have no value, and `polyprism_store_up` is 0.
 */
export function registerBacklog(registry: Registry, readBacklog: () => Promise<Backlog>): void {
  let looking: Promise<Backlog | null> | null = null;
  // Every gauge is asked in the same turn of the loop: those wait for one answer.
  const look = async (): Promise<Backlog | null> => {
    looking ??= readBacklog()
      .catch(() => null)
      .finally(() => (looking = null));
    return await looking;
  };
  const up = new Gauge({
    name: 'polyprism_store_up',
    help: 'Whether the database of the store answered this time',
    registers: [],
    async collect() {
      this.set((await look()) === null ? 0 : 1);
    },
  });
  registry.registerMetric(up);
  for (const { name, help, labels, set } of gauges) {
    const made = new Gauge({
      name: `polyprism_${name}`,
      help,
      labelNames: [...labels],
      registers: [],
      async collect() {
        const seen = await look();
        made.reset();
        if (seen !== null) set(made, seen);
        // Without labels a gauge that was reset would be nought.
        else if (labels.length === 0) made.remove();
      },
    });
    registry.registerMetric(made);
  }
}

interface BacklogGauge {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly set: (gauge: Gauge, seen: Backlog) => void;
}

const gauges: readonly BacklogGauge[] = [
  {
    name: 'jobs',
    help: 'Jobs in the queues, by queue and state',
    labels: ['queue', 'state'],
    set: (to, { jobs }) => {
      for (const [key, count] of jobs) {
        const [queue = '', state = ''] = key.split(' ');
        to.set({ queue, state }, count);
      }
    },
  },
  {
    name: 'job_oldest_waiting_seconds',
    help: 'Age of the job that has waited longest, by queue',
    labels: ['queue'],
    set: (to, { jobs_oldest_s }) => setEach(to, 'queue', jobs_oldest_s),
  },
  {
    name: 'webhook_deliveries',
    help: 'Notices to other systems, by state',
    labels: ['state'],
    set: (to, { deliveries }) => setEach(to, 'state', deliveries),
  },
  {
    name: 'webhook_oldest_waiting_seconds',
    help: 'Age of the notice to another system that has waited longest',
    labels: [],
    set: (to, { deliveries_oldest_s }) => to.set(deliveries_oldest_s),
  },
  {
    name: 'outbox_waiting',
    help: 'Events of matters not yet made into notices',
    labels: [],
    set: (to, { outbox }) => to.set(outbox),
  },
  {
    name: 'matters_overdue',
    help: 'Matters past their last day, by kind',
    labels: ['kind'],
    set: (to, { overdue }) => setEach(to, 'kind', overdue),
  },
  {
    name: 'live_waiting_events',
    help: 'Data events accepted and not judged yet',
    labels: [],
    set: (to, { live }) => to.set(live),
  },
  {
    name: 'live_oldest_waiting_seconds',
    help: 'Age of the oldest data event that is not judged yet',
    labels: [],
    set: (to, { live_oldest_s }) => to.set(live_oldest_s),
  },
];

function setEach(to: Gauge, label: string, counts: Counts): void {
  for (const [name, count] of counts) to.set({ [label]: name }, count);
}
