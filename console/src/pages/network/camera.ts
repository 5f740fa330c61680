/** What is looked at: the middle in the world, a square of side 1, and pixels to its side. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of the world. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Pixels at which the side of a tile is drawn at least; below twice that. Glyphs then keep at
 * least 5.4 pixels of each other, and a screen has some ten thousand at most.
 */
const tile_px = 181;
const zoom_max = 30;
const scale_max = tile_px * 2 ** (zoom_max + 1);

/** The explorer's zoom that is drawn at a scale. */
export function zoomOf(scale: number): number {
  return Math.max(0, Math.min(zoom_max, Math.floor(Math.log2(scale / tile_px))));
}

/** All of the picture, with a little room around it. */
export function fitted(bounds: Size, size: Size): Camera {
  const scale = 0.94 * Math.min(size.width / bounds.width, size.height / bounds.height);
  return { x: bounds.width / 2, y: bounds.height / 2, scale: Math.max(1, scale) };
}

/** Kept where there is something to see. */
export function clamped({ x, y, scale }: Camera, bounds: Size, size: Size): Camera {
  const least = fitted(bounds, size).scale / 2;
  return {
    x: Math.max(0, Math.min(bounds.width, x)),
    y: Math.max(0, Math.min(bounds.height, y)),
    scale: Math.max(least, Math.min(scale_max, scale)),
  };
}

/** Moved by pixels: the hand draws the picture along. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** Closer by a factor; what is `dx`, `dy` pixels from the middle stays where it is. */
export function zoomed(camera: Camera, factor: number, dx = 0, dy = 0): Camera {
  const scale = Math.min(scale_max, camera.scale * factor);
  return {
    x: camera.x + dx / camera.scale - dx / scale,
    y: camera.y + dy / camera.scale - dy / scale,
    scale,
  };
}

/** What is seen, and on each side `margin` times as much beside it. */
export function areaOf({ x, y, scale }: Camera, { width, height }: Size, margin = 0): Area {
  const [dx, dy] = [((0.5 + margin) * width) / scale, ((0.5 + margin) * height) / scale];
  return { left: x - dx, top: y - dy, right: x + dx, bottom: y + dy };
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  );
}
