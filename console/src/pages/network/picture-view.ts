import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';
import { clamped, fitted, panned, zoomed } from './camera.ts';
import type { Camera, Size } from './camera.ts';
import type { Layer, Style } from './layer.ts';
import { layerKeeper } from './layer-keeper.ts';
import type { LayerHooks } from './layer-keeper.ts';
import { paintOver } from './paint-over.ts';
import type { Over } from './paint-over.ts';
import type { Place } from './place-of.ts';
import type { Network } from './use-explorer.ts';

/** The picture on its canvas: what it is told, and what it is asked. */
export interface PictureView {
  readonly resize: (size: Size) => void;
  readonly setStyle: (style: Style) => void;
  readonly setOver: (over: Over) => void;
  /** A cross in the middle, for who walks by keyboard. */
  readonly setCross: (shown: boolean) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, dx?: number, dy?: number) => void;
  readonly fit: () => void;
  /** To a place, so close that its room can be seen. */
  readonly goTo: (place: Place) => void;
  /** To what stands for several, until it is drawn as more. */
  readonly enter: (glyph: SeenGlyph) => void;
  /** Points at what is nearest to a place, in pixels from the middle. */
  readonly pointAt: (dx: number, dy: number) => SeenGlyph | null;
  readonly unpoint: () => void;
  /** What is looked at now. */
  readonly seen: () => { readonly camera: Camera; readonly size: Size; readonly over: Over };
  readonly end: () => void;
}

const room_px = 26;
const enter_factor = 3;

/** What a frame shows. */
interface Frame {
  style: Style;
  size: Size;
  camera: Camera;
  over: Over;
  pointed: SeenGlyph | null;
  hasCross: boolean;
}

/** Moves a painted layer under the window, frame by frame. */
export function pictureView(
  canvas: HTMLCanvasElement,
  network: Network,
  given: { readonly style: Style; readonly size: Size },
  hooks: LayerHooks,
): PictureView {
  const { bounds } = network.explorer.index;
  const dense = Math.min(2, globalThis.devicePixelRatio || 1);
  const shown: Frame = {
    ...given,
    camera: fitted(bounds, given.size),
    over: { path: [], flows: [] },
    pointed: null,
    hasCross: false,
  };
  let request = 0;
  const draw = (): void => {
    request = 0;
    drawFrame(canvas, dense, keeper.layer(), shown);
  };
  const show = (change: Partial<Frame> = {}): void => {
    Object.assign(shown, change);
    request ||= requestAnimationFrame(draw);
  };
  const settled = (glyphs: number): void => {
    show();
    hooks.settled(glyphs);
  };
  const keeper = layerKeeper(network, dense, () => shown, { ...hooks, settled });
  const move = (to: Camera): void => {
    show({ camera: clamped(to, bounds, shown.size) });
    keeper.follow();
  };
  const resize = (size: Size): void => {
    canvas.width = Math.round(size.width * dense);
    canvas.height = Math.round(size.height * dense);
    Object.assign(shown, { size, camera: clamped(shown.camera, bounds, size) });
    draw();
    keeper.repaint();
  };
  resize(given.size);
  return {
    resize,
    setStyle: (style) => {
      shown.style = style;
      keeper.repaint();
    },
    setOver: (over) => show({ over }),
    setCross: (hasCross) => show({ hasCross }),
    pan: (dx, dy) => move(panned(shown.camera, dx, dy)),
    zoom: (factor, dx, dy) => move(zoomed(shown.camera, factor, dx, dy)),
    fit: () => move(fitted(bounds, shown.size)),
    goTo: ({ x, y, room }) => move({ x, y, scale: Math.max(shown.camera.scale, room_px / room) }),
    enter: ({ x, y }) => move({ x, y, scale: shown.camera.scale * enter_factor }),
    pointAt: (dx, dy) => {
      const { x, y, scale } = shown.camera;
      const pointed = keeper.nearest(x + dx / scale, y + dy / scale);
      show({ pointed });
      return pointed;
    },
    unpoint: () => show({ pointed: null }),
    seen: () => shown,
    end: () => {
      keeper.end();
      cancelAnimationFrame(request);
    },
  };
}

function drawFrame(
  canvas: HTMLCanvasElement,
  dense: number,
  layer: Layer | null,
  { camera, size, style, over, pointed, hasCross }: Frame,
): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(dense, 0, 0, dense, 0, 0);
  if (layer !== null) placeLayer(pen, layer, camera, size);
  paintOver(pen, { camera, size, ink: style.ink }, over, pointed, hasCross);
}

function placeLayer(
  pen: CanvasRenderingContext2D,
  { canvas, area }: Layer,
  { x, y, scale }: Camera,
  { width, height }: Size,
): void {
  // Painted while the page made no room for it.
  if (canvas.width === 0 || canvas.height === 0) return;
  const left = (area.left - x) * scale + width / 2;
  const top = (area.top - y) * scale + height / 2;
  const [across, down] = [(area.right - area.left) * scale, (area.bottom - area.top) * scale];
  pen.drawImage(canvas, left, top, across, down);
}
