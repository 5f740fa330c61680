import { paintLayer } from './layer.ts';
import type { Style } from './layer.ts';
import { paintOver } from './paint-over.ts';
import type { PictureView } from './picture-view.ts';
import type { Network } from './use-explorer.ts';

const dense = 2;
const foot_px = 26;

/** What is seen as a picture to keep, twice as fine, with a line of what it is. */
export async function pictureOf(
  network: Network,
  { camera, size, over }: ReturnType<PictureView['seen']>,
  style: Style,
  title: string,
): Promise<Blob> {
  const order = { network, camera, size, style, dense, margin: 0, budget_ms: 50 };
  const layer = await paintLayer({ ...order, wanted: () => true });
  const canvas = document.createElement('canvas');
  canvas.width = size.width * dense;
  canvas.height = (size.height + foot_px) * dense;
  const pen = canvas.getContext('2d');
  if (pen === null || layer === null) throw new RangeError('no canvas of this size');
  pen.fillStyle = style.ink.paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(layer.canvas, 0, 0);
  pen.setTransform(dense, 0, 0, dense, 0, 0);
  paintOver(pen, { camera, size, ink: style.ink }, over, null, false);
  pen.fillStyle = style.ink.paper;
  pen.fillRect(0, size.height, size.width, foot_px);
  pen.fillStyle = style.ink.ink;
  pen.font = '13px sans-serif';
  pen.fillText(title, 10, size.height + 17);
  return await new Promise((done, failed) => {
    canvas.toBlob((blob) => {
      if (blob === null) failed(new RangeError('no picture could be made'));
      else done(blob);
    });
  });
}
