const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Brings `order` (a permutation) into ascending order of a key that is never negative; equal keys
 * keep the order they had. A radix sort: the same steps whatever the data.
 */
export function orderBy(order: Int32Array, key: Int32Array): Int32Array {
  let highest = 0;
  for (const one of key) if (one > highest) highest = one;
  let from = order;
  for (let shift = 0; shift === 0 || highest >>> shift > 0; shift += DIGIT_BITS) {
    const start = new Int32Array(DIGITS + 1);
    for (const one of key) start[((one >>> shift) & (DIGITS - 1)) + 1]!++;
    for (let i = 1; i <= DIGITS; i++) start[i]! += start[i - 1]!;
    const to = new Int32Array(from.length);
    for (const item of from) to[start[(key[item]! >>> shift) & (DIGITS - 1)]!++] = item;
    from = to;
    if (shift >= DIGIT_BITS) break;
  }
  return from;
}
