import { sectorOf } from '../../../../src/network/explorer/read-schemes.ts';
import type { Schemes } from '../../../../src/network/explorer/read-schemes.ts';
import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';
import type { Area } from './camera.ts';

/** Tones of the page, as the canvas needs them. */
export interface Ink {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly after: string;
}

/** What is painted: glyphs of one zoom in an area, and how each is to look. */
export interface Scene {
  readonly glyphs: readonly SeenGlyph[];
  readonly schemes: Schemes;
  readonly area: Area;
  /** Pixels to the side of the world, of the screen's own pixels. */
  readonly scale: number;
  /** Pixels of the screen to one of the page. */
  readonly dense: number;
  readonly ink: Ink;
  readonly colour: (glyph: SeenGlyph) => string;
  /** How much of it is there, 0 to 1: what has not joined yet is only hinted at. */
  readonly share: (glyph: SeenGlyph) => number;
}

/** Glyphs that look alike are painted together. */
interface Batch {
  readonly colour: string;
  readonly alpha: number;
  readonly glyphs: SeenGlyph[];
}

const whole = 2 * Math.PI;
const batch_max = 300;
const single_px = 2.3;
const group_px = 2;
const candidate_px = 4;

/** Paints a scene in small steps: between two of them a frame can be shown. */
export function* paintScene(pen: CanvasRenderingContext2D, scene: Scene): Generator<void> {
  const batches = batchesOf(scene);
  yield;
  yield* paintSectors(pen, scene, batches);
  yield* paintRings(pen, scene);
  yield* paintEdges(pen, scene);
  yield* paintPoints(pen, scene, batches);
}

function batchesOf({ glyphs, colour, share, ink }: Scene): Batch[] {
  const open = new Map<string, Batch>();
  const full: Batch[] = [];
  for (const glyph of glyphs) {
    const quarters = Math.ceil(share(glyph) * 4);
    const shown = quarters === 0 ? ink.line : colour(glyph);
    const alpha = quarters === 0 ? 0.6 : quarters / 4;
    const key = `${shown} ${alpha}`;
    const batch = open.get(key) ?? { colour: shown, alpha, glyphs: [] };
    batch.glyphs.push(glyph);
    open.set(key, batch);
    if (batch.glyphs.length < batch_max) continue;
    full.push(batch);
    open.delete(key);
  }
  return [...full, ...open.values()];
}

function* paintSectors(
  pen: CanvasRenderingContext2D,
  { schemes, area, scale }: Scene,
  batches: readonly Batch[],
): Generator<void> {
  for (const { colour, alpha, glyphs } of batches) {
    pen.beginPath();
    for (const { tile, at } of glyphs) {
      if (tile.kind[at] !== 1) continue;
      const { x, y, inner, outer, from_turn, to_turn } = sectorOf(schemes, {
        first: tile.first[at] ?? 0,
        people: tile.people[at] ?? 1,
        level: tile.level[at] ?? 1,
        levels: tile.levels[at] ?? 1,
      });
      const [cx, cy] = [(x - area.left) * scale, (y - area.top) * scale];
      const [from, to] = [from_turn * whole, to_turn * whole];
      pen.moveTo(cx + outer * scale * Math.cos(from), cy + outer * scale * Math.sin(from));
      pen.arc(cx, cy, outer * scale, from, to);
      pen.arc(cx, cy, inner * scale, to, from, true);
      pen.closePath();
    }
    pen.globalAlpha = 0.26 * alpha;
    pen.fillStyle = colour;
    pen.fill();
    pen.globalAlpha = 1;
    yield;
  }
}

/** Rings nearer than this are too many to be told apart. */
const ring_px = 22;

/** Levels as rings, each with its number where there is room. */
function* paintRings(pen: CanvasRenderingContext2D, scene: Scene): Generator<void> {
  const { schemes, area, scale, dense, ink } = scene;
  pen.strokeStyle = ink.line;
  pen.fillStyle = ink.soft;
  pen.lineWidth = dense;
  pen.font = `${11 * dense}px sans-serif`;
  for (let scheme = 0; scheme < schemes.root.length; scheme++) {
    const side = (schemes.side[scheme] ?? 0) * scale;
    // The largest come first.
    if (side < 4 * ring_px * dense) break;
    const x = ((schemes.x[scheme] ?? 0) - area.left) * scale + side / 2;
    const y = ((schemes.y[scheme] ?? 0) - area.top) * scale + side / 2;
    const [first, end] = [schemes.ringAt[scheme] ?? 0, schemes.ringAt[scheme + 1] ?? 0];
    let last = 0;
    for (let ring = first + 1; ring < end; ring++) {
      const radius = (schemes.radius[ring] ?? 0) * scale;
      if (radius - last < ring_px * dense || radius > 20_000) continue;
      last = radius;
      pen.beginPath();
      pen.arc(x, y, radius, 0, whole);
      pen.stroke();
      pen.fillText(String(ring - first + 1), x + 3 * dense, y - radius - 3 * dense);
    }
    if (scheme % 50 === 49) yield;
  }
}

function* paintEdges(pen: CanvasRenderingContext2D, scene: Scene): Generator<void> {
  const { glyphs, area, scale, dense, ink, share } = scene;
  pen.strokeStyle = ink.soft;
  pen.lineWidth = 0.5 * dense;
  pen.globalAlpha = 0.4;
  for (let from = 0; from < glyphs.length; from += batch_max) {
    pen.beginPath();
    for (const glyph of glyphs.slice(from, from + batch_max)) {
      const { tile, at } = glyph;
      if (tile.level[at] === 1 || share(glyph) === 0) continue;
      const side = 2 ** -tile.zoom;
      const upX = (tile.x_of_zoom + (tile.up_x[at] ?? 0)) * side;
      const upY = (tile.y_of_zoom + (tile.up_y[at] ?? 0)) * side;
      pen.moveTo((glyph.x - area.left) * scale, (glyph.y - area.top) * scale);
      pen.lineTo((upX - area.left) * scale, (upY - area.top) * scale);
    }
    pen.stroke();
    yield;
  }
  pen.globalAlpha = 1;
}

function* paintPoints(
  pen: CanvasRenderingContext2D,
  scene: Scene,
  batches: readonly Batch[],
): Generator<void> {
  const { dense, ink } = scene;
  for (const { colour, alpha, glyphs } of batches) {
    pen.globalAlpha = alpha;
    pen.fillStyle = colour;
    pen.strokeStyle = colour;
    pen.lineWidth = 1.2 * dense;
    discs(pen, scene, glyphs, single_px, (kind) => kind === 0);
    pen.fill();
    discs(pen, scene, glyphs, group_px, (kind) => kind !== 0);
    pen.fillStyle = ink.paper;
    pen.fill();
    pen.stroke();
    yield;
  }
  pen.globalAlpha = 1;
  pen.strokeStyle = ink.ink;
  pen.lineWidth = 1.1 * dense;
  const led = scene.glyphs.filter(
    (glyph) => (glyph.tile.candidates[glyph.at] ?? 0) > 0 && scene.share(glyph) > 0,
  );
  for (let from = 0; from < led.length; from += batch_max) {
    discs(pen, scene, led.slice(from, from + batch_max), candidate_px, () => true);
    pen.stroke();
    yield;
  }
}

function discs(
  pen: CanvasRenderingContext2D,
  { area, scale, dense }: Scene,
  glyphs: readonly SeenGlyph[],
  radius_px: number,
  wanted: (kind: number) => boolean,
): void {
  pen.beginPath();
  for (const { tile, at, x, y } of glyphs) {
    if (!wanted(tile.kind[at] ?? 0)) continue;
    const [px, py] = [(x - area.left) * scale, (y - area.top) * scale];
    pen.moveTo(px + radius_px * dense, py);
    pen.arc(px, py, radius_px * dense, 0, whole);
  }
}
