import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';
import { areaOf, contains } from './camera.ts';
import type { Camera, Size } from './camera.ts';
import { nearestIn, paintLayer } from './layer.ts';
import type { Layer, Style } from './layer.ts';
import type { Network } from './use-explorer.ts';

/** What is looked at, and how it is to look. */
export interface Sight {
  readonly camera: Camera;
  readonly size: Size;
  readonly style: Style;
}

export interface LayerHooks {
  /** There is a new layer, of so many glyphs. */
  readonly settled: (glyphs: number) => void;
  readonly failed: (error: unknown) => void;
}

/** Keeps a painted layer around what is seen, and begins the next before it is used up. */
export interface LayerKeeper {
  readonly layer: () => Layer | null;
  /** What is seen has moved. */
  readonly follow: () => void;
  /** What is painted does not look right any more. */
  readonly repaint: () => void;
  /** The glyph nearest to a place of the world. */
  readonly nearest: (x: number, y: number) => SeenGlyph | null;
  readonly end: () => void;
}

const margin = 0.5;
/** Of the margin, what has to be left. */
const spare = 0.2;
/** A zoomed picture is stretched until the wheel has rested. */
const rest_ms = 90;
const budget_ms = 5;

export function layerKeeper(
  network: Network,
  dense: number,
  seen: () => Sight,
  { settled, failed }: LayerHooks,
): LayerKeeper {
  let layer: Layer | null = null;
  let find: ReturnType<typeof nearestIn> | null = null;
  let painting: Camera | null = null;
  let rest = 0;
  let order = 0;
  const serves = (painted: Camera): boolean => {
    const { camera, size } = seen();
    return (
      painted.scale === camera.scale &&
      contains(areaOf(painted, size, margin), areaOf(camera, size, spare))
    );
  };
  const repaint = (): void => {
    const mine = ++order;
    const wanted = (): boolean => mine === order;
    const sight = seen();
    painting = sight.camera;
    clearTimeout(rest);
    paintLayer({ network, ...sight, dense, margin, budget_ms, wanted }).then(
      (made) => {
        if (made === null || !wanted()) return;
        layer = made;
        find = painting = null;
        settled(made.glyphs.length);
        follow();
      },
      (error: unknown) => {
        if (!wanted()) return;
        painting = null;
        failed(error);
      },
    );
  };
  const follow = (): void => {
    const { scale } = seen().camera;
    // What is under way is let finish, or a fast hand would never see anything.
    if (painting !== null && painting.scale === scale) return;
    if (painting === null && layer !== null && serves(layer.camera)) return;
    clearTimeout(rest);
    if (layer === null || layer.camera.scale === scale) repaint();
    else rest = window.setTimeout(repaint, rest_ms);
  };
  return {
    layer: () => layer,
    follow,
    repaint,
    nearest: (x, y) => {
      if (layer === null) return null;
      find ??= nearestIn(layer);
      return find(x, y);
    },
    end: () => {
      order++;
      clearTimeout(rest);
    },
  };
}
