/**
 * Nodes by the day their tie to the upline takes effect, ties by node; null where they are in
 * that order already. A counting sort: days span decades at most, members millions.
 */
export function edgeOrder(day: Int32Array, unknown: number): Int32Array | null {
  let sorted = true;
  let first = unknown;
  let last = -unknown;
  for (let i = 0; i < day.length; i++) {
    const one = day[i]!;
    if (i > 0 && one < day[i - 1]!) sorted = false;
    if (one === unknown) continue;
    if (one < first) first = one;
    if (one > last) last = one;
  }
  if (sorted) return null;
  if (last - first > day.length + 1_000_000) return sortIndex(day);
  return countingSort(day, first, last, unknown);
}

function countingSort(day: Int32Array, first: number, last: number, unknown: number): Int32Array {
  const buckets = Math.max(0, last - first + 1);
  const slot = (one: number): number => (one === unknown ? buckets : one - first);
  const start = new Int32Array(buckets + 2);
  for (const one of day) start[slot(one) + 1]!++;
  for (let i = 1; i < start.length; i++) start[i]! += start[i - 1]!;
  const order = new Int32Array(day.length);
  for (let i = 0; i < day.length; i++) order[start[slot(day[i]!)]!++] = i;
  return order;
}

/** For days so far apart that counting them would cost more than comparing. */
function sortIndex(day: Int32Array): Int32Array {
  return Int32Array.from(day.keys()).sort((a, b) => day[a]! - day[b]! || a - b);
}
