const quote = 0x22;
/** From this length on, native search and copy beat a loop. */
const native_bytes = 128;

/** Copies bytes, doubling quotes, to `out` from `at`; returns where they end. */
export function writeQuoted(
  source: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): number {
  if (end - start >= native_bytes) return writeLong(source, start, end, out, at);
  let to = at;
  for (let i = start; i < end; i += 1) {
    const byte = source[i]!;
    out[to] = byte;
    to += 1;
    if (byte === quote) {
      out[to] = quote;
      to += 1;
    }
  }
  return to;
}

function writeLong(
  source: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): number {
  // Many quotes close together (JSON in a column) make a native copy of each piece slow.
  let from = start;
  let to = at;
  while (from < end) {
    const found = source.subarray(from, end).indexOf(quote);
    const stop = found < 0 ? end : from + found;
    if (stop - from >= native_bytes) {
      out.set(source.subarray(from, stop), to);
      to += stop - from;
      from = stop;
    }
    const loopEnd = Math.min(end, from + native_bytes);
    for (; from < loopEnd; from += 1) {
      const byte = source[from]!;
      out[to] = byte;
      to += 1;
      if (byte === quote) {
        out[to] = quote;
        to += 1;
      }
    }
  }
  return to;
}
