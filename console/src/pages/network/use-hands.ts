import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';
import type { PictureView } from './picture-view.ts';

interface Hands {
  readonly pointed: (glyph: SeenGlyph | null, x: number, y: number) => void;
  readonly chosen: (glyph: SeenGlyph) => void;
}

const wheel_step = 0.0016;
/** Farther than this a press is a drag. */
const still_px = 4;

/** Drag, wheel, pinch, hover and click on the picture. */
export function useHands(
  box: RefObject<HTMLElement | null>,
  view: PictureView | null,
  hands: Hands,
): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || view === null) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener('wheel', (event) => turnWheel(event, element, view), {
      signal,
      passive: false,
    });
    listenToPointers(element, view, hands, signal);
    return () => listening.abort();
  }, [box, view, hands]);
}

function fromMiddle(event: MouseEvent, element: HTMLElement): readonly [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [event.clientX - left - width / 2, event.clientY - top - height / 2];
}

function turnWheel(event: WheelEvent, element: HTMLElement, view: PictureView): void {
  event.preventDefault();
  // Lines, as some wheels count, are some 16 pixels.
  const turned = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
  view.zoom(Math.exp(-turned * wheel_step), ...fromMiddle(event, element));
}

function listenToPointers(
  element: HTMLElement,
  view: PictureView,
  { pointed, chosen }: Hands,
  signal: AbortSignal,
): void {
  const down = new Map<number, readonly [number, number]>();
  let travelled = 0;
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    if (down.size === 0) travelled = 0;
    down.set(event.pointerId, fromMiddle(event, element));
  };
  const move = (event: PointerEvent): void => {
    const [x, y] = fromMiddle(event, element);
    const before = down.get(event.pointerId);
    if (before === undefined) {
      pointed(view.pointAt(x, y), x, y);
      return;
    }
    down.set(event.pointerId, [x, y]);
    travelled += Math.hypot(x - before[0], y - before[1]);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      if (travelled > still_px) view.pan(x - before[0], y - before[1]);
      return;
    }
    const apart = Math.hypot(x - other[0], y - other[1]);
    const was = Math.max(1, Math.hypot(before[0] - other[0], before[1] - other[1]));
    view.zoom(apart / was, (x + other[0]) / 2, (y + other[1]) / 2);
  };
  const lift = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId) || event.type === 'pointercancel') return;
    if (travelled > still_px || down.size > 0) return;
    const glyph = view.pointAt(...fromMiddle(event, element));
    if (glyph !== null) chosen(glyph);
  };
  const leave = (): void => {
    view.unpoint();
    pointed(null, 0, 0);
  };
  element.addEventListener('pointerdown', press, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', lift, { signal });
  element.addEventListener('pointercancel', lift, { signal });
  element.addEventListener('pointerleave', leave, { signal });
}
