import { availableParallelism, totalmem } from 'node:os';

const per_thread_mib = 512;

/**
 * What the SQL engine may hold before it spills, where the user does not say: half a GiB a thread,
 * at most half of the machine, so that memory does not grow with the dump. What is found does not
 * depend on it.
 */
export function defaultMemory(
  threads = availableParallelism(),
  machine_bytes = totalmem(),
): string {
  const half_mib = Math.floor(machine_bytes / 2 ** 21);
  return `${Math.min(per_thread_mib * Math.max(2, threads), half_mib)}MiB`;
}
