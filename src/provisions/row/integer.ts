/**
 * A whole number without loss: a `number` while that is exact (up to 2^53 - 1), a `bigint` beyond.
 * Each number has one form, so `===`, `<` and `>` compare two of them as they stand.
 */
export type Integer = number | bigint;

/** What an engine answers with an error rather than a wrong number. */
export class OutOfRange extends RangeError {}

export function integerOf(value: bigint): Integer {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
    ? Number(value)
    : value;
}

export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return integerOf(BigInt(a) + BigInt(b));
}

export function subtract(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return integerOf(BigInt(a) - BigInt(b));
}

export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // Adding 0 turns -0 into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return integerOf(BigInt(a) * BigInt(b));
}

/** a ÷ b towards zero; b is not 0. */
export function divide(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    // The remainder is exact, and so is what is left after taking it away.
    return (a - (a % b)) / b + 0;
  }
  return integerOf(BigInt(a) / BigInt(b));
}

/** What remains of a ÷ b, with the sign of a; b is not 0. */
export function remainder(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') return (a % b) + 0;
  return integerOf(BigInt(a) % BigInt(b));
}

/** a ÷ b rounded down; b > 0. */
export function divideDown(a: Integer, b: number): number {
  if (typeof a === 'number') return Math.floor((a - (((a % b) + b) % b)) / b);
  const by = BigInt(b);
  return Number((a - (((a % by) + by) % by)) / by);
}

export function negate(a: Integer): Integer {
  return subtract(0, a);
}

export function absolute(a: Integer): Integer {
  return a < 0 ? negate(a) : a;
}

/** The number when it fits a signed integer of so many bits; an error otherwise. */
export function within(value: Integer, bits: 32 | 64): Integer {
  if (bits === 64 && typeof value === 'number') return value;
  const limit = bits === 32 ? 2_147_483_648 : 9_223_372_036_854_775_808n;
  if (value >= -limit && value < limit) return value;
  throw new OutOfRange(`${value} does not fit ${bits} bits`);
}
