import type { Random } from '../../model/random.ts';

/** Largest mean whose exponential is multiplied out at once; larger ones are drawn in parts. */
const mean_max = 8;

/**
 * A Poisson number (Knuth, The Art of Computer Programming 2, 3.4.1). Additions and
 * multiplications alone, so that a seed gives the same number on every machine.
 */
export function poisson(random: Random, mean: number): number {
  let drawn = 0;
  let rest = mean;
  while (rest > mean_max) {
    drawn += small(random, mean_max);
    rest -= mean_max;
  }
  return rest > 0 ? drawn + small(random, rest) : drawn;
}

function small(random: Random, mean: number): number {
  const least = inverseExp(mean);
  let product = random.fraction();
  let drawn = 0;
  while (product > least) {
    product *= random.fraction();
    drawn++;
  }
  return drawn;
}

/** e^-x for 0 ≤ x ≤ 8: the series of e^(x/64), raised to its 64th power. */
export function inverseExp(x: number): number {
  const part = x / 64;
  let term = 1;
  let sum = 1;
  for (let i = 1; i <= 12; i++) {
    term *= part / i;
    sum += term;
  }
  for (let i = 0; i < 6; i++) sum *= sum;
  return 1 / sum;
}
