import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Backlog } from '../backlog.ts';
import { registerBacklog } from './backlog-metrics.ts';

export interface ServerMetrics {
  readonly registry: Registry;
  /** One request refused: the code of its problem. */
  refused(route: string, code: string): void;
  /** One request done: route id (never its path, which may name somebody), status, seconds. */
  done(route: string, status: number, duration_s: number): void;
}

/** Bytes in the workspace by kind: asked when somebody looks. */
export type DiskUsed = () => Promise<Readonly<Record<string, number>>>;

export function serverMetrics(diskUsed: DiskUsed, backlog: () => Promise<Backlog>): ServerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'polyprism_' });
  const requests = new Counter({
    name: 'polyprism_http_requests_total',
    help: 'Requests answered, by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'polyprism_http_request_duration_seconds',
    help: 'Time from request to answer, by route',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const problems = new Counter({
    name: 'polyprism_problems_total',
    help: 'Requests refused, by route and code',
    labelNames: ['route', 'code'],
    registers: [registry],
  });
  const disk = new Gauge({
    name: 'polyprism_disk_bytes',
    help: 'Bytes of all tenants in the workspace, by kind',
    labelNames: ['kind'],
    registers: [],
    async collect() {
      const used = await diskUsed().catch(() => ({}));
      for (const [kind, bytes] of Object.entries(used)) this.set({ kind }, bytes);
    },
  });
  registry.registerMetric(disk);
  registerBacklog(registry, backlog);
  return {
    registry,
    refused(route, code) {
      problems.inc({ route, code });
    },
    done(route, status, duration_s) {
      requests.inc({ route, status: String(status) });
      durations.observe({ route }, duration_s);
    },
  };
}
