/** What share cases are; null where there was nothing they could be a share of. */
export function shareOf({ cases, out_of }: Counted): number | null {
  return out_of === 0 ? null : cases / out_of;
}

interface Counted {
  readonly cases: number;
  readonly out_of: number;
}

/** A share of 1 as so many of a hundred. */
export function rateText(rate: number | null): string {
  return rate === null ? '–' : `${(rate * 100).toFixed(1)}%`;
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
