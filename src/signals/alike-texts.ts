import { BANDS, bandKey } from './min-hash.ts';
import { foldText, jaccard, shinglesOf } from './shingles.ts';

/** Least shared part of the three-character runs of two texts for them to be called alike. */
export const ALIKE_MIN = 0.8;

/** Folded characters below which likeness says nothing: "very good" has few ways to be said. */
export const CHARS_MIN = 12;

/** Texts of one bucket that later ones are compared with. */
const LEADERS_MAX = 8;

/** Most texts compared at once: a key and a text's number must fit into one exact number. */
export const TEXTS_MAX = 2 ** 21;

/**
 * Groups of texts that are alike, as for each text the first text of its group, or -1 where it is
 * too short or like no other. Candidates come from min-hashing and are compared exactly, each with
 * at most eight leaders of a bucket: n log n in the number of texts, and the same on every run. No
 * group holds a pair that no chain of alike texts joins; a chain may come out in two pieces.
 */
export function alikeTexts(texts: readonly string[]): Int32Array {
  const sets = texts.map((text) => {
    const folded = foldText(text);
    return folded.length < CHARS_MIN ? null : shinglesOf(folded);
  });
  const parent = Int32Array.from(texts.keys());
  for (let band = 0; band < BANDS; band++) {
    for (const bucket of bucketsOf(sets, band)) uniteAlike(bucket, sets, parent);
  }
  const sizes = new Int32Array(texts.length);
  for (const no of parent.keys()) sizes[rootOf(parent, no)]!++;
  return parent.map((_, no) => (sizes[rootOf(parent, no)]! > 1 ? rootOf(parent, no) : -1));
}

/** Numbers of the texts that share a key, ascending, wherever two or more do. */
function* bucketsOf(sets: readonly (Uint32Array | null)[], band: number): Generator<number[]> {
  const marked = new Float64Array(sets.length);
  let count = 0;
  sets.forEach((set, no) => {
    if (set !== null) marked[count++] = bandKey(set, band) * TEXTS_MAX + no;
  });
  const sorted = marked.subarray(0, count).sort();
  const keyAt = (i: number): number => Math.floor((sorted[i] ?? -1) / TEXTS_MAX);
  for (let from = 0, to = 0; from < count; from = to) {
    while (to < count && keyAt(to) === keyAt(from)) to++;
    if (to - from > 1) yield Array.from(sorted.subarray(from, to), (one) => one % TEXTS_MAX);
  }
}

/** Joins each text to every leader it is like; one like none leads too while there is room. */
function uniteAlike(
  bucket: readonly number[],
  sets: readonly (Uint32Array | null)[],
  parent: Int32Array,
): void {
  const leaders: number[] = [];
  for (const no of bucket) {
    let joined = false;
    for (const leader of leaders) {
      const together = rootOf(parent, leader) === rootOf(parent, no);
      if (!together && jaccard(sets[leader]!, sets[no]!) < ALIKE_MIN) continue;
      unite(parent, leader, no);
      joined = true;
    }
    if (!joined && leaders.length < LEADERS_MAX) leaders.push(no);
  }
}

function rootOf(parent: Int32Array, no: number): number {
  let at = no;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
}

/** The lower root stays: a group is named by its first text. */
function unite(parent: Int32Array, a: number, b: number): void {
  const [first, second] = [rootOf(parent, a), rootOf(parent, b)];
  parent[Math.max(first, second)] = Math.min(first, second);
}
