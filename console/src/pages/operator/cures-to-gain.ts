interface Counted {
  readonly cap_points: number;
  readonly weight_points: number;
  readonly items: readonly { readonly points: number }[];
}

/** How many items, of the weight of one each, have to go before any points come back. */
export function curesToGain({ cap_points, weight_points, items }: Counted): number {
  const sum = items.reduce((all, { points }) => all + points, 0);
  const above = Math.max(0, sum - cap_points);
  return Math.floor(above / weight_points) + 1;
}
