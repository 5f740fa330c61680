import type { Step } from './pattern-program.ts';

/** Numbers the classes of characters no step tells apart; ASCII is looked up, the rest searched. */
export function characterClasses(steps: readonly Step[]): {
  readonly classOf: (point: number) => number;
  readonly classes: number;
} {
  const starts = new Set([0]);
  for (const step of steps) {
    if (step.kind !== 'take') continue;
    for (const [first, last] of step.set) starts.add(first).add(last + 1);
  }
  const bounds = Uint32Array.from(starts).toSorted();
  const search = (point: number): number => {
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((bounds[middle] ?? 0) <= point) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const ascii = Uint16Array.from({ length: 128 }, (_, point) => search(point));
  const classOf = (point: number): number => (point < 128 ? (ascii[point] ?? 0) : search(point));
  return { classOf, classes: bounds.length };
}
