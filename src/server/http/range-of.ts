/** The part of a file that is asked for: bytes `from` to `to`, the last not included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What a Range header asks of a file of so many bytes (RFC 9110, 14.1.2): one part of it, all of
 * it where the header is none we serve, or null where nothing of the file is in it.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'all' | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return 'all';
  if (first === '') {
    const from = Math.max(0, size - Number(last));
    return from < size ? { from, to: size } : null;
  }
  const from = Number(first);
  const to = last === '' ? size : Math.min(size, Number(last) + 1);
  if (last !== '' && Number(last) < from) return 'all';
  return from < size ? { from, to } : null;
}
