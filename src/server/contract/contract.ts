import { contractRead, healthRead, metricsRead, readinessRead } from './health.ts';
import type { RouteShape } from './route.ts';

/** Every route there is, noun by noun. */
export const contract: readonly RouteShape[] = [
  healthRead,
  readinessRead,
  metricsRead,
  contractRead,
];
