/** Characters of a text that are compared; what follows is seldom what differs. */
const CHARS_MAX = 600;

/** A text without case, width, spacing, punctuation and emoji: what copying leaves alike. */
export function foldText(text: string): string {
  return text
    .slice(0, 4 * CHARS_MAX)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, CHARS_MAX);
}

/**
 * The set of three-character runs of a folded text as 32-bit hashes (FNV-1a), ascending. Two runs
 * share a hash once in four thousand million.
 */
export function shinglesOf(folded: string): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, folded.length - 2));
  for (let i = 0; i < hashes.length; i++) {
    let hash = 0x811c_9dc5;
    for (let k = i; k < i + 3; k++) {
      const unit = folded.charCodeAt(k);
      hash = Math.imul(hash ^ (unit & 0xff), 0x0100_0193);
      hash = Math.imul(hash ^ (unit >>> 8), 0x0100_0193);
    }
    hashes[i] = hash;
  }
  hashes.sort();
  let kept = 0;
  for (let i = 0; i < hashes.length; i++) {
    if (i === 0 || hashes[i] !== hashes[i - 1]) hashes[kept++] = hashes[i]!;
  }
  return hashes.slice(0, kept);
}

/** Shared over all of two ascending sets; 0 for two empty ones. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i]!, b[j]!];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
