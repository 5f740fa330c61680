import { createHash } from 'node:crypto';
import { sqlText } from '../../engine/duckdb.ts';
import { placeholderContacts } from '../../model/placeholder-contacts.ts';
import { halfWidthSql } from './sql-clean.ts';
import type { SqlStep } from './sql-step.ts';

const blockBytes = 64;

/**
 * Steps that bring a phone, identity number or other contact to one spelling, so that equal
 * things get equal pseudonyms: full-width folded, separators gone, +86 gone, identity numbers in
 * upper case. NULL for a placeholder or a masked value (`138****1234`): it would tie strangers
 * together.
 */
export const normalisedContact: readonly SqlStep[] = [
  halfWidthSql,
  (text) => `CASE WHEN TRY_CAST(${text} AS BIGINT) IS NOT NULL THEN ${text}
    ELSE regexp_replace(${text}, '[\\s\\-\\x{2010}-\\x{2015}()]', '', 'g') END`,
  (text) => `CASE WHEN strlen(${text}) < 13 THEN ${text}
    ELSE regexp_replace(${text}, '^(\\+|00)?86(1[3-9][0-9]{9})$', '\\2') END`,
  (text) => `CASE WHEN lower(${text}) IN (${placeholderContacts.map(sqlText).join(', ')})
      OR contains(${text}, '*') OR replace(${text}, left(${text}, 1), '') = '' THEN NULL
    WHEN regexp_full_match(${text}, '[0-9]{17}[xX]') THEN upper(${text}) ELSE ${text} END`,
];

/** Whether a contact is masked: there, but unusable to tell people apart. */
export function isMaskedSql(text: string): string {
  return `contains(${text}, '*')`;
}

/** HMAC-SHA-256 (RFC 2104) of the UTF-8 text under `key`, as lower-case hex. */
export function hmacSql(text: string, key: Uint8Array): string {
  const inner = `unhex(sha256(${padded(key, 0x36)} || encode(${text})))`;
  return `sha256(${padded(key, 0x5c)} || ${inner})`;
}

/** The key block XORed with the pad byte, as a BLOB literal. */
function padded(key: Uint8Array, pad: number): string {
  const short = key.length > blockBytes ? createHash('sha256').update(key).digest() : key;
  const block = new Uint8Array(blockBytes).fill(pad);
  short.forEach((byte, i) => (block[i] = byte ^ pad));
  return `unhex('${Buffer.from(block).toString('hex')}')`;
}
