import { glyphKinds } from './glyph-list.ts';
import type { GlyphWriter } from './glyph-list.ts';
import { pointOf } from './layout.ts';
import type { Layout } from './layout.ts';
import { ARC_PX, SPACING_PX, worldOf, zoomFor, ZOOM_MAX } from './spacing.ts';

/** Siblings `first` to `end`, all of one level, whose upline is drawn singly from `zoom` on. */
interface Run {
  readonly first: number;
  readonly end: number;
  readonly zoom: number;
}

interface Drawing {
  readonly layout: Layout;
  readonly scheme: number;
  readonly glyphs: GlyphWriter;
  /** Runs still to be drawn. */
  readonly waiting: Run[];
}

/**
 * Glyphs of one scheme from the zoom on at which its root is drawn singly.
 *
 * A member is drawn singly where its own share of its ring has ARC_PX, the next ring is SPACING_PX
 * away, and its recruits together have ARC_PX there; everybody above it is then drawn singly too.
 * Siblings too narrow for that are drawn in runs of at least ARC_PX. Only what is left over behind
 * a member that is wide enough may be narrower: its neighbours on both sides keep half of ARC_PX
 * from its edge, so that points on a ring are always SPACING_PX apart.
 */
export function drawScheme(
  layout: Layout,
  scheme: number,
  rootZoom: number,
  glyphs: GlyphWriter,
): void {
  const drawing: Drawing = { layout, scheme, glyphs, waiting: [] };
  const root = layout.root[scheme]!;
  openMember(drawing, root, rootZoom);
  for (let run = drawing.waiting.pop(); run; run = drawing.waiting.pop()) drawRun(drawing, run);
}

/** The zoom at which a member of this level can be drawn singly, its upline permitting. */
export function openingZoom(layout: Layout, scheme: number, member: number): number {
  const { people, level, ring, ringAt } = layout;
  const own = level[member]! - 1;
  const at = ringAt[scheme]! + own;
  const arc = arcOf(layout, scheme, own);
  const wide = own === 0 ? 0 : zoomFor(arc * people[member]!, ARC_PX);
  if (people[member] === 1) return wide;
  const gap = zoomFor(ring[at + 1]! - ring[at]!, SPACING_PX);
  const below = arcOf(layout, scheme, own + 1) * (people[member]! - 1);
  return Math.max(wide, gap, zoomFor(below, ARC_PX));
}

/** Length in the world that one member has of a ring, the root's being ring 0. */
function arcOf({ people, root, ring, ringAt }: Layout, scheme: number, at: number): number {
  return (2 * Math.PI * ring[ringAt[scheme]! + at]!) / people[root[scheme]!]!;
}

function drawRun(drawing: Drawing, { first, end, zoom }: Run): void {
  const { layout, scheme } = drawing;
  const { people, level } = layout;
  const arc = arcOf(layout, scheme, level[first]! - 1);
  // The least people whose share is wide enough; shares go by people, so that these can be added.
  const least = worldOf(ARC_PX, zoom) / arc;
  let at = first;
  for (; at < end && people[at]! >= least; at += people[at]!) {
    const opens = openingZoom(layout, scheme, at);
    if (opens > zoom) put(drawing, at, at + people[at]!, zoom, opens - 1);
    openMember(drawing, at, Math.max(opens, zoom));
  }
  // Narrow ones: runs as short as is wide enough, the last taking what would be too little.
  while (at < end) {
    let to = at;
    while (to < end && to - at < least) to += people[to]!;
    if (end - to < least) to = end;
    drawNarrow(drawing, { first: at, end: to, zoom }, arc);
    at = to;
  }
}

/** One glyph until a zoom at which the run may come apart; then it is looked at again. */
function drawNarrow(drawing: Drawing, { first, end, zoom }: Run, arc: number): void {
  const { people } = drawing.layout;
  if (end - first === 1) return openMember(drawing, first, zoom);
  const again = Math.max(
    zoom + 1,
    Math.min(zoomFor(arc * people[first]!, ARC_PX), zoomFor(arc * (end - first), 2 * ARC_PX)),
  );
  put(drawing, first, end, zoom, again - 1);
  if (again <= ZOOM_MAX) drawing.waiting.push({ first, end, zoom: again });
}

/** A member drawn singly from a zoom on, and its recruits waiting to be drawn. */
function openMember(drawing: Drawing, member: number, zoom: number): void {
  if (zoom > ZOOM_MAX) return;
  const { people } = drawing.layout;
  const end = member + people[member]!;
  put(drawing, member, end, zoom, ZOOM_MAX, member + 1);
  if (end > member + 1) drawing.waiting.push({ first: member + 1, end, zoom });
}

function put(
  { layout, scheme, glyphs }: Drawing,
  first: number,
  end: number,
  zoomFrom: number,
  zoomTo: number,
  standsTo = end,
): void {
  const { x, y } = pointOf(layout, scheme, layout.level[first]!, first, end);
  const kind = standsTo === first + 1 ? glyphKinds.member : glyphKinds.subtrees;
  glyphs.put({ kind, first, end: standsTo, x, y }, zoomFrom, Math.min(zoomTo, ZOOM_MAX));
}
