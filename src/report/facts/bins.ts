/** Neighbours summed up: `from` and `to` are indexes, both included. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly sum: number;
}

/** At most `most` bins of equal width over a series, so that a chart of a million levels fits. */
export function bins(values: readonly number[], most: number): Bin[] {
  const width = Math.max(1, Math.ceil(values.length / most));
  const made: Bin[] = [];
  for (let from = 0; from < values.length; from += width) {
    const part = values.slice(from, from + width);
    const sum = part.reduce((total, value) => total + value, 0);
    made.push({ from, to: from + part.length - 1, sum });
  }
  return made;
}
