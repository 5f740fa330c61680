import { jsonOrNull } from '../../model/json-or-null.ts';
import { utf8Bytes, utf8Text } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';

/** What an envelope says its payload is. */
export const statement_type = 'application/vnd.in-toto+json';

/** What is claimed of which bytes: in-toto Statement v1. */
export interface Statement<Predicate = unknown> {
  readonly _type: 'https://in-toto.io/Statement/v1';
  readonly subject: readonly Subject[];
  readonly predicateType: string;
  readonly predicate: Predicate;
}

export interface Subject {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

export function statementOf<Predicate>(
  subjects: readonly { readonly name: string; readonly sha256: string }[],
  predicateType: string,
  predicate: Predicate,
): Statement<Predicate> {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: subjects.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    predicateType,
    predicate,
  };
}

/** The bytes that are signed and logged. */
export function payloadOf(statement: Statement): Uint8Array {
  return utf8Bytes(canonicalJson(statement));
}

/** The statement in a payload of one predicate type; null when it is none, or not canonical. */
export function readStatement(payload: Uint8Array, predicateType: string): Statement | null {
  const text = utf8Text(payload);
  const value = jsonOrNull(text);
  if (!isStatement(value) || value.predicateType !== predicateType) return null;
  return canonicalJson(value) === text ? value : null;
}

function isStatement(value: unknown): value is Statement {
  if (typeof value !== 'object' || value === null) return false;
  const { _type, subject, predicateType, predicate, ...more } = value as Record<string, unknown>;
  return (
    _type === 'https://in-toto.io/Statement/v1' &&
    Array.isArray(subject) &&
    subject.every(isSubject) &&
    typeof predicateType === 'string' &&
    typeof predicate === 'object' &&
    predicate !== null &&
    Object.keys(more).length === 0
  );
}

function isSubject(value: unknown): value is Subject {
  const { name, digest } = (value ?? {}) as Record<string, unknown>;
  const { sha256 } = (digest ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
}
