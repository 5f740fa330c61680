import { PolyprismError } from '../../model/issue.ts';

/** Why work files cannot be written, as an error that ends the import: no file is to blame. */
export function noRoom(error: unknown): PolyprismError {
  const text = error instanceof Error ? error.message : String(error);
  // The system's sentence without the path it ends in.
  const reason = (text.split('\n')[0] ?? '').replaceAll(/['"][^'"]*\/[^'"]*['"]/g, '…');
  return new PolyprismError('stage.no_room', { reason });
}
