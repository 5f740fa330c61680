/** Seconds by the wall and of all processors that a piece of work takes, and what it gives. */
export interface Spent<T> {
  readonly wall_s: number;
  readonly cpu_s: number;
  readonly gives: T;
}

export async function spent<T>(work: () => Promise<T> | T): Promise<Spent<T>> {
  const start_ms = performance.now();
  const before = process.cpuUsage();
  const gives = await work();
  const { user, system } = process.cpuUsage(before);
  return { wall_s: (performance.now() - start_ms) / 1000, cpu_s: (user + system) / 1e6, gives };
}
