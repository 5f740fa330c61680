import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';
import type { Area, Camera, Size } from './camera.ts';
import { areaOf, zoomOf } from './camera.ts';
import type { Network } from './use-explorer.ts';
import type { Ink } from './paint-scene.ts';
import { paintScene } from './paint-scene.ts';

/** A painted part of the world, larger than the window: panning only moves it. */
export interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly area: Area;
  readonly camera: Camera;
  readonly glyphs: readonly SeenGlyph[];
}

/** How glyphs are to look. */
export interface Style {
  readonly ink: Ink;
  readonly colour: (glyph: SeenGlyph) => string;
  readonly share: (glyph: SeenGlyph) => number;
}

export interface LayerOrder {
  readonly network: Network;
  readonly camera: Camera;
  readonly size: Size;
  readonly dense: number;
  readonly style: Style;
  /** Windows beside the window, on each side. */
  readonly margin: number;
  /** Still wanted? Asked between steps. */
  readonly wanted: () => boolean;
  /** Milliseconds of a frame that painting may take. */
  readonly budget_ms: number;
}

const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

/** Fetches and paints a layer, a little in each frame; null where it was not wanted any more. */
export async function paintLayer(order: LayerOrder): Promise<Layer | null> {
  const { network, camera, size, dense, style, margin, wanted, budget_ms } = order;
  const area = areaOf(camera, size, margin);
  const glyphs = await network.explorer.viewport({ zoom: zoomOf(camera.scale), ...area });
  if (!wanted()) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(size.width * (1 + 2 * margin) * dense);
  canvas.height = Math.ceil(size.height * (1 + 2 * margin) * dense);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new RangeError('no canvas of this size');
  const { schemes } = network;
  const scale = camera.scale * dense;
  const steps = paintScene(pen, { glyphs, schemes, area, scale, dense, ...style });
  for (;;) {
    const began = performance.now();
    while (performance.now() - began < budget_ms) {
      if (steps.next().done === true) return { canvas, area, camera, glyphs };
    }
    await nextFrame();
    if (!wanted()) return null;
  }
}

const cell_px = 16;
const near_px = 12;

/** Finds the glyph nearest a place of the world, by cells of a grid made at first use. */
export function nearestIn({ glyphs, camera }: Layer): (x: number, y: number) => SeenGlyph | null {
  const cell = cell_px / camera.scale;
  const cells = new Map<string, SeenGlyph[]>();
  for (const glyph of glyphs) {
    const key = `${Math.floor(glyph.x / cell)} ${Math.floor(glyph.y / cell)}`;
    const there = cells.get(key);
    if (there === undefined) cells.set(key, [glyph]);
    else there.push(glyph);
  }
  return (x, y) => {
    let best: SeenGlyph | null = null;
    let least = near_px / camera.scale;
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const glyph of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const apart = Math.hypot(glyph.x - x, glyph.y - y);
          if (apart >= least) continue;
          least = apart;
          best = glyph;
        }
      }
    }
    return best;
  };
}
