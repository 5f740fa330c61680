/** A share of 1 as so many of a hundred. */
export function rateText(rate: number): string {
  return `${(rate * 100).toFixed(1)}%`;
}

/** A difference of two shares in percentage points, with its sign. */
export function pointsText(difference: number): string {
  const points = (difference * 100).toFixed(1);
  return difference > 0 ? `+${points}` : points.replace('-', '−');
}

/** How many times: two digits after the point are enough for a ratio. */
export function timesText(ratio: number): string {
  return ratio.toFixed(2);
}
