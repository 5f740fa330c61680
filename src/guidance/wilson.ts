/** Standard normal quantile of 0.975. */
export const z_95 = 1.959963984540054;

/** Bounds of a share, both between 0 and 1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of `cases` among `out_of` (E. B. Wilson, JASA 22, 1927; Newcombe,
 * Statistics in Medicine 17, 1998, method 3): honest for small numbers and for none at all.
 */
export function wilson(cases: number, out_of: number, z = z_95): ShareInterval {
  if (out_of === 0) return { low: 0, high: 1 };
  const share = cases / out_of;
  const square = z * z;
  const middle = 2 * cases + square;
  const spread = z * Math.sqrt(square + 4 * cases * (1 - share));
  const below = 2 * (out_of + square);
  // At the ends the bound is exactly 0 or 1; rounding must not make it less.
  return {
    low: cases === 0 ? 0 : (middle - spread) / below,
    high: cases === out_of ? 1 : (middle + spread) / below,
  };
}
