import { packSchemes } from './pack-schemes.ts';
import type { Packed } from './pack-schemes.ts';
import { schemeAt } from './read-schemes.ts';
import { turn } from './turn.ts';
import type { WalkOrder } from './walk-order.ts';

/** Share of the side of its square that the disc of the largest scheme has as radius. */
const RADIUS = 7 / 16;
/** What every ring has, whatever its people; in the units of their bits. */
const RING_WIDTH = 8;
/** Share of the radius left around the root: one of so many for each bit of its recruits. */
const ROOM_BITS = 40;
const ROOM_MAX = 1 / 4;

/**
 * Where everybody is drawn, in a world of side 1. A scheme is a disc whose area goes by its
 * people; its root is the centre, each level a ring, and a subtree has the share of every ring
 * that its people have of the scheme. Member `x` of the scheme of root `r` with `n` people has the
 * turn from `(x - r) / n` to `(x - r + people[x]) / n`, so that nothing but the rings is stored.
 */
export interface Layout extends WalkOrder {
  /** Members in schemes; those from this number on stand alone, in the heap. */
  readonly inSchemes: number;
  /** Root of each scheme, ascending. */
  readonly root: Int32Array;
  readonly packed: Packed;
  /** Radii of all rings, scheme by scheme; the first is 0. */
  readonly ring: Float64Array;
  /** Where the rings of each scheme begin; one entry more than there are schemes. */
  readonly ringAt: Int32Array;
}

export function layOut(order: WalkOrder): Layout {
  const { parent, people } = order;
  const roots: number[] = [];
  let at = 0;
  while (at < parent.length && people[at]! > 1) {
    roots.push(at);
    at += people[at]!;
  }
  const root = Int32Array.from(roots);
  const packed = packSchemes(
    root.map((one) => people[one]!),
    parent.length - at,
  );
  return { ...order, inSchemes: at, root, packed, ...ringsOf(order, root, packed) };
}

/**
 * Radii of rings. A ring is the wider the more people are on it, by the bits their number takes:
 * the width of a ring of one is to that of a ring of a million as 9 to 28. Wider apart, the inner
 * rings would be too narrow to be seen; alike, the few of the last levels would take most room.
 * Around the root there is room for its recruits: up to a quarter of the radius beside that.
 */
function ringsOf(
  { people, level, levels }: WalkOrder,
  root: Int32Array,
  { side }: Packed,
): Pick<Layout, 'ring' | 'ringAt'> {
  const ringAt = new Int32Array(root.length + 1);
  root.forEach((one, scheme) => (ringAt[scheme + 1] = ringAt[scheme]! + levels[one]!));
  const heads = new Int32Array(ringAt[root.length]!);
  const ring = new Float64Array(heads.length);
  root.forEach((top, scheme) => {
    const [first, end] = [ringAt[scheme]!, ringAt[scheme + 1]!];
    for (let x = top; x < top + people[top]!; x++) heads[first + level[x]! - 1]!++;
    let widths = 0;
    for (let i = first + 1; i < end; i++) widths += RING_WIDTH + bits(heads[i]!);
    const radius = RADIUS * side[0]! * Math.sqrt(people[top]! / people[root[0]!]!);
    const room = Math.min(ROOM_MAX, bits(heads[first + 1]!) / ROOM_BITS);
    let width = 0;
    for (let i = first + 1; i < end; i++) {
      width += RING_WIDTH + bits(heads[i]!);
      ring[i] = radius * (room + ((1 - room) * width) / widths);
    }
  });
  return { ring, ringAt };
}

function bits(number: number): number {
  return 32 - Math.clz32(number);
}

/** Scheme a member stands in; -1 for one who stands alone. */
export function schemeOf({ root, inSchemes }: Layout, member: number): number {
  return schemeAt({ root, end: inSchemes }, member);
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Middle of the share that members `first` to `end` of a scheme have of the ring of a level. */
export function pointOf(
  layout: Layout,
  scheme: number,
  level: number,
  first: number,
  end: number,
): Point {
  const { root, people, packed, ring, ringAt } = layout;
  const top = root[scheme]!;
  const half = packed.side[scheme]! / 2;
  const radius = ring[ringAt[scheme]! + level - 1]!;
  const { cos, sin } = turn((first - top + (end - first) / 2) / people[top]!);
  return {
    x: packed.x[scheme]! + half + radius * cos,
    y: packed.y[scheme]! + half + radius * sin,
  };
}

/** Where a member of a scheme is drawn when it is drawn singly. */
export function pointOfMember(layout: Layout, scheme: number, member: number): Point {
  const { level, people } = layout;
  return pointOf(layout, scheme, level[member]!, member, member + people[member]!);
}
