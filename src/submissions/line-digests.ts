import { createHmac } from 'node:crypto';
import { canonicalJson } from '../evidence/canonical-json.ts';
import type { ReportLine } from './fill-lines.ts';
import type { ReportPart } from './owed-report.ts';

/**
 * What is kept of the lines of a part: the digest of each subject, with the digest of each field.
 * Without the key nobody can tell whom or what they stand for, nor that two subjects share a value.
 */
export type LineDigests = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A digest of 128 bits: of a hundred million values no two meet by chance. */
const digest_chars = 32;

const purpose = 'polyprism.submission/1';

/** The key of submissions, made of the tenant's key: one says nothing of the other. */
export function submissionKey(person_key: Uint8Array): Uint8Array {
  return createHmac('sha256', person_key).update(purpose).digest();
}

/** Names a key without giving it away. */
export function keyIdOf(key: Uint8Array): string {
  return keyed(key, ['key']).slice(0, 16);
}

export function subjectDigest(key: Uint8Array, part: string, subject: string): string {
  return keyed(key, ['subject', part, subject]);
}

export function lineDigests(
  key: Uint8Array,
  { name, fields }: Pick<ReportPart, 'name' | 'fields'>,
  lines: readonly ReportLine[],
): LineDigests {
  const each = lines.map(({ subject, values }) => {
    const one = fields.map((field, i) => {
      const value = values[i] ?? null;
      return [field.name, keyed(key, ['field', name, subject, field.name, value])] as const;
    });
    return [subjectDigest(key, name, subject), Object.fromEntries(one)] as const;
  });
  return Object.fromEntries(each);
}

function keyed(key: Uint8Array, parts: readonly (string | null)[]): string {
  const mac = createHmac('sha256', key).update(canonicalJson(parts), 'utf8').digest('hex');
  return mac.slice(0, digest_chars);
}
