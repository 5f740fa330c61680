/**
 * Benjamini and Hochberg's step-up procedure (Journal of the Royal Statistical Society B 57,
 * 1995): for each p the smallest share of false discoveries at which it would be one. Listing all
 * with q at most 0.05 expects at most one in twenty of the listed to be chance. `tests` counts
 * those whose p is large and not given as well.
 */
export function falseDiscovery(p: readonly number[], tests = p.length): number[] {
  const order = p.map((_, i) => i).toSorted((i, j) => p[j]! - p[i]! || j - i);
  const q = p.map(() => 1);
  let least = 1;
  order.forEach((i, step) => {
    least = Math.min(least, (p[i]! * tests) / (p.length - step));
    q[i] = least;
  });
  return q;
}
