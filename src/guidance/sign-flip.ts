import { seeded } from '../model/random.ts';

/** Up to so many differences every arrangement of signs is looked at: 2^20. */
const exact_max = 20;
const drawn_arrangements = 99_999;

/** How often chance alone would give a sum as far from 0. */
export interface SignFlip {
  readonly p: number;
  /** False: arrangements were drawn by the seed. */
  readonly exact: boolean;
  readonly arrangements: number;
}

/**
 * Fisher's randomisation test of paired differences, two-sided (The Design of Experiments, 1935,
 * sect. 21): were nothing done, each difference could as well have had the other sign. Drawn
 * arrangements count the one seen among them (Phipson and Smyth, 2010), so p is never 0.
 */
export function signFlip(differences: readonly number[], seed: number): SignFlip {
  const size = differences.map(Math.abs);
  const sum = Math.abs(differences.reduce((total, one) => total + one, 0));
  // Sums of the same numbers in another order may differ in the last bits.
  const least = sum - 1e-9 * size.reduce((total, one) => total + one, 0);
  if (differences.length > exact_max) return drawn(size, least, seed);
  const arrangements = 2 ** size.length;
  let extreme = 0;
  for (let signs = 0; signs < arrangements; signs += 1) {
    let total = 0;
    for (const [i, one] of size.entries()) total += (signs >> i) & 1 ? one : -one;
    if (Math.abs(total) >= least) extreme += 1;
  }
  return { p: extreme / arrangements, exact: true, arrangements };
}

function drawn(size: readonly number[], least: number, seed: number): SignFlip {
  const random = seeded(seed);
  let extreme = 1;
  for (let draw = 0; draw < drawn_arrangements; draw += 1) {
    let total = 0;
    for (const one of size) total += random.chance(0.5) ? one : -one;
    if (Math.abs(total) >= least) extreme += 1;
  }
  const arrangements = drawn_arrangements + 1;
  return { p: extreme / arrangements, exact: false, arrangements };
}
