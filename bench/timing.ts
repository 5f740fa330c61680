/** Wall-clock seconds a piece of work takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start_ms = performance.now();
  await work();
  return (performance.now() - start_ms) / 1000;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
