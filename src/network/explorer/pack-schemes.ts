/** Squares in a world of side 1, largest first; no two overlap. */
export interface Packed {
  /** Top left corner of each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly side: Float64Array;
  /** Heap of the members who stand alone; null where nobody does. */
  readonly heap: { readonly x: number; readonly y: number; readonly side: number } | null;
  /** How far the squares reach. */
  readonly width: number;
  readonly height: number;
}

/** The heap has at least this part of the side of the world, so that it is seen at every zoom. */
const HEAP_SIDE_MIN = 1 / 16;

interface Item {
  /** Half-sidings: the side is that of the largest over 2 to this. */
  halvings: number;
  /** -1 for the heap. */
  readonly scheme: number;
}

/**
 * Gives each scheme a square whose side is a power of two of the largest's, and puts them along a
 * Z-order curve, largest first: every square lies on the grid of its own size, nothing is left
 * open between, and every cell of a grid holds schemes that follow one another.
 * `people` descends; `alone` counts those who are in no scheme.
 */
export function packSchemes(people: Int32Array, alone: number): Packed {
  const largest = people[0] ?? Math.max(alone, 1);
  const items: Item[] = Array.from(people, (one, scheme) => ({
    halvings: halvingsOf(one, largest),
    scheme,
  }));
  if (alone > 0) insertHeap(items, halvingsOf(alone, largest));
  const finest = items.reduce((most, { halvings }) => Math.max(most, halvings), 0);
  const areaOf = ({ halvings }: Item): number => 4 ** (finest - halvings);
  const world = worldSide(items.reduce((sum, item) => sum + areaOf(item), 0));
  const x = new Float64Array(people.length);
  const y = new Float64Array(people.length);
  const side = new Float64Array(people.length);
  let heap: Packed['heap'] = null;
  let at = 0;
  let [width, height] = [0, 0];
  for (const item of items) {
    const [left, top] = [everySecondBit(at) / world, everySecondBit(Math.floor(at / 2)) / world];
    const edge = 2 ** (finest - item.halvings) / world;
    if (item.scheme < 0) heap = { x: left, y: top, side: edge };
    else {
      x[item.scheme] = left;
      y[item.scheme] = top;
      side[item.scheme] = edge;
    }
    width = Math.max(width, left + edge);
    height = Math.max(height, top + edge);
    at += areaOf(item);
  }
  return { x, y, side, heap, width, height };
}

/** How often the side of the largest halves and still holds a disc with an area by people. */
function halvingsOf(people: number, largest: number): number {
  let halvings = 0;
  while (people * 4 ** (halvings + 1) <= largest) halvings++;
  return halvings;
}

/** Behind the schemes of its size; larger than its people ask for where it would be lost. */
function insertHeap(items: Item[], asked: number): void {
  // In squares of the largest, 4 to the power of minus halvings each; sums of powers of two.
  const area = items.reduce((sum, { halvings }) => sum + 4 ** -halvings, 4 ** -asked);
  // The heap itself, grown, may at most double the side once more.
  const world = 2 * worldSide(area);
  let halvings = asked;
  while (halvings > 0 && 2 ** -halvings < world * HEAP_SIDE_MIN) halvings--;
  const at = items.findIndex((item) => item.halvings > halvings);
  items.splice(at < 0 ? items.length : at, 0, { halvings, scheme: -1 });
}

/** Side of the smallest square of a power of two that has the area. */
function worldSide(area: number): number {
  let side = 1;
  while (side * side < area) side *= 2;
  return side;
}

/** The number that the bits 0, 2, 4, … make; beyond 32 bits, hence by division. */
function everySecondBit(bits: number): number {
  let value = 0;
  let rest = bits;
  for (let place = 1; rest > 0; place *= 2) {
    value += (rest % 2) * place;
    rest = Math.floor(rest / 4);
  }
  return value;
}
