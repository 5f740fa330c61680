/** The shape of a forest of very many members under very many roots. */
export interface ForestSize {
  readonly members: number;
  readonly roots: number;
  /** Members in structures of fewer than three levels. */
  readonly shallow: number;
  readonly levels: number;
}

/**
 * The largest published social-commerce case (Guangzhou, 2019 and 2021): 31,530 operators, 51
 * levels, 21,496,085 members or 99.82 % in structures of three levels and more. The total follows
 * from the share, to within rounding.
 */
export const publishedCase: ForestSize = {
  members: 21_535_000,
  roots: 31_530,
  shallow: 21_535_000 - 21_496_085,
  levels: 51,
};

export function scaledCase(members: number): ForestSize {
  const scale = members / publishedCase.members;
  return {
    members,
    roots: Math.round(publishedCase.roots * scale),
    shallow: Math.round(publishedCase.shallow * scale),
    levels: publishedCase.levels,
  };
}

/** A 32-bit xorshift (Marsaglia, "Xorshift RNGs", 2003): enough for shapes, same everywhere. */
function random(seed: number): () => number {
  let x = seed;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 4_294_967_296;
  };
}

/**
 * Parents in joining order, -1 for none. Operators come first; half of them stay shallow; below
 * the others everyone picks somebody, newcomers more often, until the deepest level is full.
 */
export function forestParents(size: ForestSize, seed: number): Int32Array {
  const { members, roots, shallow, levels } = size;
  const next = random(seed);
  const small = Math.min(Math.floor(roots / 2), Math.floor(shallow / 2));
  const big = roots - small;
  const leaves = roots + shallow - small;
  const parent = new Int32Array(members).fill(-1);
  const level = new Uint8Array(members).fill(1);
  const step = Math.floor(members / (2 * levels));
  let lowest = small;
  for (let i = roots; i < members; i++) {
    let up = 0;
    if (i < leaves) up = (i - roots) % small;
    else if (i < leaves + big) up = small + (i - leaves);
    else if (i < leaves + 2 * big) up = i - big;
    else {
      up = Math.floor(i * Math.cbrt(next()));
      if (up < leaves) up = small + (up % big);
      while (level[up]! >= levels) up = parent[up]!;
    }
    // Now and then somebody hangs under the lowest there is, so that the last level is reached.
    if (i % step === 0 && i >= leaves + 2 * big && level[lowest]! < levels) up = lowest;
    parent[i] = up;
    level[i] = level[up]! + 1;
    if (level[i]! > level[lowest]!) lowest = i;
  }
  return parent;
}
