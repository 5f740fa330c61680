/**
 * Cosine and sine of a part of a full turn, 0 to 1, to within 3e-16. Math.cos may differ between
 * engines in the last bit; sums and products may not, and the layout has to be the same everywhere.
 */
export function turn(part: number): { readonly cos: number; readonly sin: number } {
  const eighth = Math.floor(part * 8);
  const odd = eighth % 2 === 1;
  // The way from the nearer of the two ends, 0 to an eighth of a turn: exact, like `part` itself.
  const x = 2 * Math.PI * (odd ? (eighth + 1) / 8 - part : part - eighth / 8);
  const [c, s] = [cosine(x * x), x * sine(x * x)];
  const [cos, sin] = odd ? [s, c] : [c, s];
  switch ((eighth >> 1) % 4) {
    case 0:
      return { cos, sin };
    case 1:
      return { cos: -sin, sin: cos };
    case 2:
      return { cos: -cos, sin: -sin };
    default:
      return { cos: sin, sin: -cos };
  }
}

/** Taylor series up to x^16 over 16!, below 1e-17 for an eighth of a turn; `y` is x squared. */
function cosine(y: number): number {
  let sum = 1;
  for (let n = 16; n >= 2; n -= 2) sum = 1 - (y / (n * (n - 1))) * sum;
  return sum;
}

/** Sine of x over x, likewise. */
function sine(y: number): number {
  let sum = 1;
  for (let n = 17; n >= 3; n -= 2) sum = 1 - (y / (n * (n - 1))) * sum;
  return sum;
}
