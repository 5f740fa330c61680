import type { Localised } from '../../model/localised.ts';
import type { RawColumn } from '../../model/snapshot.ts';
import type { Synonyms } from './synonym-types.ts';
import { commentHead, likeness, mentions, toWords, wordsOf } from './words.ts';
import type { Words } from './words.ts';

export interface NameMatch {
  /** 0 to 1. */
  readonly score: number;
  readonly reason: Localised | null;
}

const nothing: NameMatch = { score: 0, reason: null };

/** Weight of a term that only may mean the column. */
const maybeWeight = 0.62;

/**
 * How well a raw column's name or COMMENT says a canonical column. `strip` holds the tokens of
 * the table's own name and of a prefix all its columns share: `member_phone` in `member`.
 */
export function matchColumn(
  column: RawColumn,
  synonyms: Synonyms,
  strip: readonly (readonly string[])[],
): NameMatch {
  const full = toWords(column.name);
  const variants = [
    full,
    ...strip.map((prefix) => without(full, prefix)).filter((w) => w !== null),
  ];
  const head = column.comment === null ? null : commentHead(column.comment);
  if (denied(synonyms, variants, head)) return nothing;
  let best = nothing;
  variants.forEach((words, i) => {
    const hit = bestTerm(words, synonyms);
    const score = hit.score * (i === 0 ? 1 : 0.97);
    if (score > best.score) best = { score, reason: nameReason(column.name, hit.term) };
  });
  if (head !== null) {
    const hit = bestTerm(head, synonyms);
    const score = hit.score * 0.92;
    if (score > best.score) best = { score, reason: commentReason(column.comment ?? '', hit.term) };
  }
  return best;
}

/** A word that says "something else" counts unless a sure term contains it and matches whole. */
function denied(synonyms: Synonyms, variants: readonly Words[], head: Words | null): boolean {
  const exact = variants.some((words) =>
    synonyms.sure.some((term) => term.joined === words.joined),
  );
  if (exact) return false;
  const says = (words: Words): boolean => synonyms.never.some((term) => mentions(words, term));
  if (variants.every(says)) return true;
  return head !== null && head.han && says(head);
}

const searched = new WeakMap<Synonyms, Map<string, { score: number; term: string }>>();

/** The best of a list of terms, remembered: the same few column names stand in every table. */
function bestTerm(words: Words, synonyms: Synonyms): { score: number; term: string } {
  let known = searched.get(synonyms);
  if (known === undefined) searched.set(synonyms, (known = new Map()));
  const key = words.joined;
  let best = known.get(key);
  if (best === undefined) known.set(key, (best = searchTerm(words, synonyms)));
  return best;
}

function searchTerm(words: Words, synonyms: Synonyms): { score: number; term: string } {
  let best = { score: 0, term: '' };
  for (const [list, weight] of [
    [synonyms.sure, 1],
    [synonyms.maybe, maybeWeight],
  ] as const) {
    for (const [i, term] of list.entries()) {
      // Of two names that both say it, the one earlier in the list says it better.
      const score = likeness(words, term) * weight * (1 - i * 0.0005);
      if (score > best.score) best = { score, term: term.tokens.join(' ') };
    }
  }
  return best;
}

/** The words behind a prefix; null where they do not begin with it or are nothing else. */
export function without(words: Words, prefix: readonly string[]): Words | null {
  const starts = prefix.length > 0 && prefix.every((token, i) => words.tokens[i] === token);
  if (!starts || words.tokens.length === prefix.length) return null;
  const tokens = words.tokens.slice(prefix.length);
  return wordsOf(tokens, words.unit);
}

function nameReason(name: string, term: string): Localised {
  return { en: `name "${name}" says "${term}"`, zh: `列名“${name}”含义为“${term}”` };
}

function commentReason(comment: string, term: string): Localised {
  const shown = comment.slice(0, 40);
  return { en: `comment "${shown}" says "${term}"`, zh: `注释“${shown}”含义为“${term}”` };
}
