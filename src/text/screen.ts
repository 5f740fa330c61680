import { limits } from '../model/limits.ts';
import type { Limits } from '../model/limits.ts';
import { holding } from './condition.ts';
import { nearby, wordsNear } from './context.ts';
import type { Span } from './locate.ts';
import type { Screener, Via } from './screener.ts';
import { search } from './search.ts';
import type { Located } from './search.ts';

/** Whether an exception was found to apply to a hit, and by which words near it. */
export interface Considered {
  readonly id: string;
  readonly applies: boolean;
  readonly by: readonly string[];
}

/** A term found in a text. */
export interface TermHit extends Span {
  readonly list: string;
  readonly category: string;
  /** The entry as the list writes it. */
  readonly term: string;
  readonly via: Via;
  /** The stretch of the original text. */
  readonly found: string;
  readonly considered: readonly Considered[];
  /** The first exception that applies; null where the hit stands. */
  readonly exception: string | null;
}

/** A term found, with the conditions near it that hold. */
interface Judged extends Located {
  readonly held: ReadonlyMap<number, string>;
}

/**
 * Every term of the lists in a text, in the order they begin, with the exceptions considered.
 * Within one list a hit that lies in a longer one is not told.
 */
export function screen(
  text: string,
  screener: Screener,
  { text_hits_max }: Pick<Limits, 'text_hits_max'> = limits,
): TermHit[] {
  const located = search(text, screener.terms, text_hits_max);
  if (located.length === 0) return [];
  located.sort((a, b) => a.starts - b.starts || b.ends - a.ends || a.pattern - b.pattern);
  const words = wordsNear(text, located, screener.words);
  const judged = located.map((hit): Judged => {
    const { conditions } = screener.sources[hit.pattern]!.ready;
    const near = conditions.size === 0 ? [] : nearby(words, hit);
    return { ...hit, held: holding({ text, hit, near }, screener.words, conditions) };
  });
  const meant = judged.filter(({ pattern, held }) =>
    screener.sources[pattern]!.ready.needs.every((need) => held.has(need)),
  );
  return longestOf(meant, screener).map((hit) => describe(text, hit, screener));
}

/** Hits in order, without those within a longer one of the same list. */
function longestOf(judged: readonly Judged[], { sources }: Screener): Judged[] {
  const told = new Map<string, number>();
  return judged.filter(({ pattern, ends }) => {
    const { id } = sources[pattern]!.ready.list;
    if (ends <= (told.get(id) ?? 0)) return false;
    told.set(id, ends);
    return true;
  });
}

function describe(
  text: string,
  { pattern, starts, ends, held }: Judged,
  screener: Screener,
): TermHit {
  const { ready, via } = screener.sources[pattern]!;
  const { list, entry, exceptions } = ready;
  const considered = exceptions.map(({ id, when }): Considered => {
    const by = when.flatMap((condition) => held.get(condition) ?? []);
    return by.length === when.length ? { id, applies: true, by } : { id, applies: false, by: [] };
  });
  return {
    list: list.id,
    category: list.category,
    term: entry.term,
    via,
    found: text.slice(starts, ends),
    starts,
    ends,
    considered,
    exception: considered.find(({ applies }) => applies)?.id ?? null,
  };
}
