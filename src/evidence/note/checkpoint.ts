import { base64Of, bytesOfBase64 } from '../base64.ts';
import { hash_bytes } from '../log/merkle-hash.ts';
import type { Hash } from '../log/merkle-hash.ts';

/** The state of a log its key signs: C2SP tlog-checkpoint, without extension lines. */
export interface Checkpoint {
  /** Which log: the first line. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64Of(root)}\n`;
}

/**
 * Reads the text of a note as a checkpoint; null when it is none. Extension lines are opaque, so
 * that others' logs can be read; what they say is not looked at.
 */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, size, hash, ...more] = text.split('\n');
  if (origin === undefined || origin === '' || hash === undefined) return null;
  if (more.pop() !== '' || more.includes('')) return null;
  const root = bytesOfBase64(hash);
  if (root?.length !== hash_bytes || !/^(0|[1-9]\d{0,15})$/.test(size ?? '')) return null;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : null;
}
