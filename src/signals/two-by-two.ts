/** Counts of one subject against all others. */
export interface TwoByTwo {
  /** Of the subject, with the event and without. */
  readonly a: number;
  readonly b: number;
  /** Of all others, with the event and without. */
  readonly c: number;
  readonly d: number;
}

/** An estimate with its 95 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959_963_984_540_054;

/**
 * Proportional reporting ratio: how many times as often the event follows the subject as the
 * others, with the delta-method interval (Evans, Waller and Davis, Pharmacoepidemiology and Drug
 * Safety 10, 2001). Infinite where the others have none; NaN where neither side has any.
 */
export function proportionalRatio({ a, b, c, d }: TwoByTwo): Interval {
  const value = a / (a + b) / (c / (c + d));
  return interval(value, Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)));
}

/** Reporting odds ratio with Woolf's interval (van Puijenbroek and others, that journal 11). */
export function oddsRatio({ a, b, c, d }: TwoByTwo): Interval {
  return interval((a * d) / (b * c), Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d));
}

function interval(value: number, deviation: number): Interval {
  const factor = Math.exp(Z * deviation);
  return { value, low: value / factor, high: value * factor };
}

/** Chi-squared with Yates's correction, one degree of freedom; NaN where a margin is empty. */
export function chiSquared({ a, b, c, d }: TwoByTwo): number {
  const n = a + b + c + d;
  const off = Math.max(0, Math.abs(a * d - b * c) - n / 2);
  return (n * off ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
}

/**
 * How many events the subject would have if it were like the others; 0 without others. The field
 * usually compares with the whole, the subject included, which in a database of millions is the
 * same; a batch may be half of its listing.
 */
export function expectedCount({ a, b, c, d }: TwoByTwo): number {
  return c + d === 0 ? 0 : ((a + b) * c) / (c + d);
}

/**
 * Information component: log2 of observed over expected, both shrunk by one half, and its 95 %
 * interval (Norén, Hopstadius and Bate, Statistical Methods in Medical Research 22, 2013, whose
 * limits hold from an observed count of 1 on). `low` is what the field calls IC025: chance makes
 * few cases look large, and shrinking takes that back.
 */
export function informationComponent(observed: number, expected: number): Interval {
  const value = Math.log2((observed + 0.5) / (expected + 0.5));
  const root = (observed + 0.5) ** -0.5;
  return {
    value,
    low: value - 3.3 * root - 2 * root ** 3,
    high: value + 2.4 * root - 0.5 * root ** 3,
  };
}
