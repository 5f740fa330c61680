import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';
import type { Camera, Size } from './camera.ts';
import type { Ink } from './paint-scene.ts';
import type { Place } from './place-of.ts';

/** What is drawn over the network, anew in every frame. */
export interface Over {
  /** From the root down to the member looked at. */
  readonly path: readonly Place[];
  /** Money from the first to the second, with its part of the most. */
  readonly flows: readonly { readonly from: Place; readonly to: Place; readonly part: number }[];
}

interface View {
  readonly camera: Camera;
  readonly size: Size;
  readonly ink: Ink;
}

const whole = 2 * Math.PI;

/** Path to the root, flows of money, and what is pointed at. */
export function paintOver(
  pen: CanvasRenderingContext2D,
  view: View,
  { path, flows }: Over,
  pointed: SeenGlyph | null,
  hasCross: boolean,
): void {
  const { size, ink } = view;
  for (const flow of flows) paintFlow(pen, view, flow);
  pen.strokeStyle = ink.accent;
  pen.lineWidth = 2;
  pen.beginPath();
  path.forEach((place, i) => {
    const [x, y] = onScreen(view, place);
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.stroke();
  pen.fillStyle = ink.accent;
  for (const place of path) disc(pen, onScreen(view, place), 3, 'fill');
  const last = path.at(-1);
  if (last !== undefined) disc(pen, onScreen(view, last), 8, 'stroke');
  if (pointed !== null) {
    pen.strokeStyle = ink.ink;
    pen.lineWidth = 1.5;
    disc(pen, onScreen(view, pointed), 6, 'stroke');
  }
  if (!hasCross) return;
  pen.strokeStyle = ink.ink;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(size.width / 2 - 10, size.height / 2);
  pen.lineTo(size.width / 2 + 10, size.height / 2);
  pen.moveTo(size.width / 2, size.height / 2 - 10);
  pen.lineTo(size.width / 2, size.height / 2 + 10);
  pen.stroke();
}

type Spot = readonly [number, number];

function onScreen({ camera, size }: View, { x, y }: { readonly x: number; readonly y: number }) {
  return [
    (x - camera.x) * camera.scale + size.width / 2,
    (y - camera.y) * camera.scale + size.height / 2,
  ] as const;
}

function disc(
  pen: CanvasRenderingContext2D,
  [x, y]: Spot,
  radius: number,
  how: 'fill' | 'stroke',
): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, whole);
  pen[how]();
}

/** A bent arrow: money that goes one way is not taken for a line of recruiting. */
function paintFlow(
  pen: CanvasRenderingContext2D,
  view: View,
  { from, to, part }: Over['flows'][number],
): void {
  const [x1, y1] = onScreen(view, from);
  const [x2, y2] = onScreen(view, to);
  const [bendX, bendY] = [(x1 + x2) / 2 + (y2 - y1) * 0.18, (y1 + y2) / 2 - (x2 - x1) * 0.18];
  pen.strokeStyle = view.ink.after;
  pen.fillStyle = view.ink.after;
  pen.globalAlpha = 0.8;
  pen.lineWidth = 1 + 4 * part;
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.quadraticCurveTo(bendX, bendY, x2, y2);
  pen.stroke();
  const angle = Math.atan2(y2 - bendY, x2 - bendX);
  const head = 7 + 4 * part;
  pen.beginPath();
  pen.moveTo(x2, y2);
  pen.lineTo(x2 - head * Math.cos(angle - 0.45), y2 - head * Math.sin(angle - 0.45));
  pen.lineTo(x2 - head * Math.cos(angle + 0.45), y2 - head * Math.sin(angle + 0.45));
  pen.fill();
  pen.globalAlpha = 1;
}
