import { sql } from 'kysely';
import type { StoreTx } from '../store.ts';
import { runs } from './words.ts';
import type { Run } from './words.ts';
import { quoted } from './words-vector.ts';

/** Runs of letters a question may have; further ones are not looked for. */
export const terms_max = 20;

/**
 * Ids of the matters the actor sees in whose events all terms of a question occur, as far as the
 * actor is told them, the latest first. Chinese finds exactly that sequence of characters, in
 * either script; a word of other scripts finds words that begin with it.
 */
export async function searchMatters(tx: StoreTx, question: string, most = 100): Promise<string[]> {
  const terms = runs(question).slice(0, terms_max).map(termOf);
  if (terms.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM matters_with(${terms}::text[]::tsquery[], ${most}) AS id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Pairs of neighbouring characters, in this order and side by side. */
function termOf({ chars, spaced }: Run): string {
  if (spaced || chars.length === 1) return `${quoted(chars.slice(0, 40).join(''))}:*`;
  const pairs = chars.slice(0, -1).map((char, i) => quoted(char + (chars[i + 1] ?? '')));
  return pairs.join(' <-> ');
}
