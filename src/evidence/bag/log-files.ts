import { base64Of } from '../base64.ts';
import { utf8Bytes } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Hash } from '../log/merkle-hash.ts';
import type { BagContent } from './bag-file.ts';
import { bag_paths } from './bag-paths.ts';

/** The log at one moment, as a bag keeps it. */
export interface LogState {
  /** The signed checkpoint, verbatim, with the signatures of witnesses where it has them. */
  readonly checkpoint: Uint8Array;
  /** A timestamp of those bytes. */
  readonly timestamp: Uint8Array | null;
  /** Earlier checkpoints with the proof that the log has only grown since. */
  readonly earlier: readonly EarlierTree[];
}

export interface EarlierTree {
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

export function logFiles({ checkpoint, timestamp, earlier }: LogState): BagContent[] {
  const lines = earlier.map(({ size, root, proof }) => {
    return `${canonicalJson({ size, root: base64Of(root), proof: proof.map(base64Of) })}\n`;
  });
  return [
    { path: bag_paths.checkpoint, content: checkpoint },
    ...(timestamp ? [{ path: bag_paths.timestamp, content: timestamp }] : []),
    { path: bag_paths.earlier, content: utf8Bytes(lines.join('')) },
  ];
}
