import { limits } from '../../model/limits.ts';
import { base64Of, bytesOfBase64 } from '../base64.ts';
import { utf8TextOrNull } from '../bytes.ts';
import { hash_bytes } from '../log/merkle-hash.ts';
import type { Hash } from '../log/merkle-hash.ts';

/** That an entry stands in a log, in one text with the checkpoint: C2SP tlog-proof. */
export interface LogProof {
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}

const head = 'c2sp.org/tlog-proof@v1';

export function logProofText({ index, proof, checkpoint }: LogProof): string {
  const lines = proof.map((hash) => `${base64Of(hash)}\n`);
  return `${head}\nindex ${index}\n${lines.join('')}\n${checkpoint}`;
}

/** Reads a proof, passing over extra data, which nothing authenticates; null for another form. */
export function readLogProof(bytes: Uint8Array): LogProof | null {
  if (bytes.length > limits.note_bytes_max) return null;
  const text = utf8TextOrNull(bytes);
  if (text === null) return null;
  const cut = text.indexOf('\n\n');
  if (cut < 0) return null;
  const [first, ...rest] = text.slice(0, cut).split('\n');
  const lines = rest[0]?.startsWith('extra ') ? rest.slice(1) : rest;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines[0] ?? '')?.[1];
  const proof = lines.slice(1).map(bytesOfBase64);
  if (first !== head || index === undefined || !Number.isSafeInteger(Number(index))) return null;
  if (proof.length > 64 || !proof.every((one) => one?.length === hash_bytes)) return null;
  // Each is a hash: the line above has looked.
  return { index: Number(index), proof: proof as Hash[], checkpoint: text.slice(cut + 2) };
}
