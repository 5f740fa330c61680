import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Style } from './layer.ts';
import type { Over } from './paint-over.ts';
import { pictureView } from './picture-view.ts';
import type { PictureView } from './picture-view.ts';
import type { Network } from './use-explorer.ts';

interface Shown {
  readonly view: PictureView | null;
  /** Glyphs of the last layer; null until the first is painted. */
  readonly glyphs: number | null;
  readonly error: unknown;
}

/** The picture of a network on a canvas, as large as the box around it. */
export function usePicture(
  canvas: RefObject<HTMLCanvasElement | null>,
  network: Network,
  style: Style,
  over: Over,
): Shown {
  const [view, setView] = useState<PictureView | null>(null);
  const [glyphs, setGlyphs] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const first = useRef(style);
  first.current = style;
  useEffect(() => {
    const drawn = canvas.current;
    const box = drawn?.parentElement;
    if (drawn === null || box === null || box === undefined) return undefined;
    const sizeOf = () => ({ width: box.clientWidth, height: box.clientHeight });
    const made = pictureView(
      drawn,
      network,
      { style: first.current, size: sizeOf() },
      {
        settled: (count) => {
          setGlyphs(count);
          setError(null);
        },
        failed: setError,
      },
    );
    setView(made);
    let last = sizeOf();
    const watcher = new ResizeObserver(() => {
      const size = sizeOf();
      if (size.width === last.width && size.height === last.height) return;
      last = size;
      made.resize(size);
    });
    watcher.observe(box);
    return () => {
      watcher.disconnect();
      made.end();
      setView(null);
    };
  }, [canvas, network]);
  useEffect(() => view?.setStyle(style), [view, style]);
  useEffect(() => view?.setOver(over), [view, over]);
  return { view, glyphs, error };
}
