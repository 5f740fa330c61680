import { jsonOrNull } from '../../model/json-or-null.ts';
import { base64Of, bytesOfBase64 } from '../base64.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { SigningKey } from '../ed25519.ts';
import type { Hash } from '../log/merkle-hash.ts';
import { envelopeOf, readEnvelope } from './envelope.ts';
import type { Envelope } from './envelope.ts';
import { salt_bytes } from './log-entry.ts';
import { payloadOf, statement_type } from './statement.ts';
import type { Statement } from './statement.ts';

/** Where the log has a statement: with the checkpoint, all that proves it. */
export interface LogPlace {
  readonly salt: Uint8Array;
  readonly index: number;
  readonly proof: readonly Hash[];
}

/** A statement as a bag keeps it, one line each. */
export interface LoggedStatement {
  readonly envelope: Envelope;
  readonly payload: Uint8Array;
  /** Null while it is in no log. */
  readonly place: LogPlace | null;
}

export function loggedStatement(
  statement: Statement,
  key: SigningKey | null,
  place: LogPlace | null,
): LoggedStatement {
  const payload = payloadOf(statement);
  return { envelope: envelopeOf(statement_type, payload, key), payload, place };
}

export function loggedStatementLine({ envelope, place }: LoggedStatement): string {
  const log = place && {
    salt: base64Of(place.salt),
    index: place.index,
    proof: place.proof.map(base64Of),
  };
  return `${canonicalJson({ envelope, log })}\n`;
}

/** The statement in a line without its newline; null when it is not exactly one. */
export function readLoggedStatement(line: string): LoggedStatement | null {
  const value = jsonOrNull(line);
  if (typeof value !== 'object' || value === null || canonicalOrNull(value) !== line) return null;
  const { envelope, log, ...more } = value as Record<string, unknown>;
  const read = readEnvelope(envelope);
  if (!read || read.payloadType !== statement_type || Object.keys(more).length > 0) return null;
  const { bytes: payload, ...rest } = read;
  if (log === null) return { envelope: rest, payload, place: null };
  const place = readPlace(log);
  return place && { envelope: rest, payload, place };
}

function readPlace(value: unknown): LogPlace | null {
  if (typeof value !== 'object' || value === null) return null;
  const { salt, index, proof, ...more } = value as Record<string, unknown>;
  if (typeof salt !== 'string' || !Array.isArray(proof) || Object.keys(more).length > 0)
    return null;
  const bytes = bytesOfBase64(salt);
  const hashes = proof.map((one: unknown) => (typeof one === 'string' ? bytesOfBase64(one) : null));
  if (bytes?.length !== salt_bytes || typeof index !== 'number') return null;
  return hashes.every((one) => one !== null) ? { salt: bytes, index, proof: hashes } : null;
}

/** Text of a lone surrogate has no canonical JSON: then no line either. */
function canonicalOrNull(value: unknown): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}
