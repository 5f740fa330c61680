/** Wall-clock seconds a piece of work takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start_ms = performance.now();
  await work();
  return (performance.now() - start_ms) / 1000;
}

/** Seconds by the wall and of all processors that a piece of work takes, and what it gives. */
export async function spent<T>(
  work: () => Promise<T>,
): Promise<{ readonly wall_s: number; readonly cpu_s: number; readonly gives: T }> {
  const before = process.cpuUsage();
  let gives: T | undefined;
  const wall_s = await seconds(async () => (gives = await work()));
  const { user, system } = process.cpuUsage(before);
  // Set by now: an error of the work has left through the line above.
  return { wall_s, cpu_s: (user + system) / 1e6, gives: gives as T };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
