/** A weight of 1 as an integer: sums of weights are exact, whatever their order. */
export const WEIGHT_ONE = 65_536;

/**
 * Weight of an edge into a column of that degree, 1 / √(degree + 5) as a whole number of
 * 1 / WEIGHT_ONE. Popular listings weigh little, so buying them besides (camouflage) neither hides
 * a block nor makes one (Hooi et al., "FRAUDAR: Bounding Graph Fraud in the Face of Camouflage",
 * KDD 2016, section 4.3, which leaves the falling function open and takes 1 / ln(degree + 5)).
 * The root is ours: under it smaller rings stand out from the heavy buyers of best sellers
 * (docs/reference/signals.md has the figures).
 */
export function columnWeight(degree: number): number {
  return Math.round(WEIGHT_ONE / Math.sqrt(degree + 5));
}

export function columnWeights(degrees: Int32Array): Int32Array {
  return degrees.map(columnWeight);
}

/** How many edges end in each of so many nodes. */
export function degreesOf(ends: Int32Array, nodes: number): Int32Array {
  const degrees = new Int32Array(nodes);
  for (const node of ends) degrees[node]!++;
  return degrees;
}
