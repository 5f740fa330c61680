import type { Below } from './number-stream.ts';

/**
 * Places of a list drawn without putting back: each time r is a number below the sum of the
 * weights still there, and the place drawn is the first one, in the list's order, at which the
 * weights up to and including it come to more than r. A tree of partial sums (Fenwick, 1994) finds
 * it in as many steps as the length has binary digits.
 */
export function drawByWeight(weights: readonly number[], count: number, below: Below): number[] {
  const size = weights.length;
  const sums = new Float64Array(size + 1);
  const add = (place: number, weight: number): void => {
    for (let i = place + 1; i <= size; i += i & -i) sums[i] = (sums[i] ?? 0) + weight;
  };
  weights.forEach((weight, place) => add(place, weight));
  let left = weights.reduce((sum, weight) => sum + weight, 0);
  let step = 1;
  while (step * 2 <= size) step *= 2;
  const drawn: number[] = [];
  for (let taken = 0; taken < count; taken += 1) {
    let rest = below(left);
    let place = 0;
    for (let jump = step; jump > 0; jump >>= 1) {
      const sum = sums[place + jump];
      if (place + jump <= size && sum !== undefined && sum <= rest) {
        place += jump;
        rest -= sum;
      }
    }
    drawn.push(place);
    const weight = weights[place] ?? 0;
    add(place, -weight);
    left -= weight;
  }
  return drawn;
}
