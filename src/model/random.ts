/** A stream of numbers that a seed fixes for ever: nothing here uses another source of chance. */
export interface Random {
  /** 0 ≤ x < 1. */
  fraction(): number;
  /** Whole, 0 ≤ x < n. */
  below(n: number): number;
  /** Whole, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/**
 * xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its
 * state filled from the seed by splitmix32 (a 32-bit form of Steele, Lea and Flood, 2014).
 */
export function seeded(seed: number): Random {
  let mix = seed | 0;
  const split = (): number => {
    mix = (mix + 0x9e37_79b9) | 0;
    let z = Math.imul(mix ^ (mix >>> 16), 0x21f0_aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a_2d97);
    return z ^ (z >>> 15);
  };
  let a = split();
  let b = split();
  let c = split();
  let d = split();
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  const fraction = (): number => next() / 4_294_967_296;
  const below = (n: number): number => Math.floor(fraction() * n);
  return {
    fraction,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => fraction() < probability,
    pick: (list) => list[below(list.length)]!,
  };
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}
