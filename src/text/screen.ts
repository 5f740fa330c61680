import { compareText } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { Limits } from '../model/limits.ts';
import { holding } from './condition.ts';
import { nearby, windowsOf, wordsIn } from './context.ts';
import type { Wanted } from './context-words.ts';
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

/** Terms of one list beyond those told of a text: nothing is known of their exceptions. */
export interface Untold {
  readonly list: string;
  /** Places where a term of the list stands, one within another and not needed ones included. */
  readonly count: number;
  /** Where the first begins. */
  readonly starts: number;
}

/** What a text says. */
export interface Screened {
  readonly hits: readonly TermHit[];
  /** Sorted by list; none unless the text has more terms than are told of one. */
  readonly untold: readonly Untold[];
}

/** A term found, with the conditions near it that hold, and by which words. */
interface Judged {
  readonly hit: Located;
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
): Screened {
  const located: Located[] = [];
  const beyond = new Map<string, { count: number; starts: number }>();
  search(text, screener.terms, (one) => {
    if (located.length < text_hits_max) located.push(one);
    else noteUntold(beyond, screener.sources[one.pattern]!.ready.list.id, one.starts);
  });
  if (located.length === 0 && beyond.size === 0) return nothing;
  located.sort((a, b) => a.starts - b.starts || b.ends - a.ends || a.pattern - b.pattern);
  const told = longestOf(neededOf(text, located, screener), screener);
  return {
    hits: judge(text, told, screener, 'exceptions').map((hit) => describe(text, hit, screener)),
    untold: [...beyond]
      .map(([list, { count, starts }]) => ({ list, count, starts }))
      .toSorted((a, b) => compareText(a.list, b.list)),
  };
}

const nothing: Screened = { hits: [], untold: [] };

function noteUntold(
  beyond: Map<string, { count: number; starts: number }>,
  list: string,
  starts: number,
): void {
  const known = beyond.get(list);
  if (!known) beyond.set(list, { count: 1, starts });
  else {
    known.count++;
    known.starts = Math.min(known.starts, starts);
  }
}

/** Hits in order, without those that need something that is not there. */
function neededOf(text: string, located: readonly Located[], screener: Screener): Located[] {
  const { sources } = screener;
  const asking = located.filter(({ pattern }) => sources[pattern]!.ready.needs.conditions.size > 0);
  if (asking.length === 0) return [...located];
  const lacking = new Set<Located>();
  for (const { hit, held } of judge(text, asking, screener, 'needs')) {
    if (held.size < sources[hit.pattern]!.ready.needs.conditions.size) lacking.add(hit);
  }
  return located.filter((one) => !lacking.has(one));
}

/** Hits in order, each with those of its wanted conditions that hold. */
function judge(
  text: string,
  hits: readonly Located[],
  screener: Screener,
  asked: 'needs' | 'exceptions',
): Judged[] {
  const words = screener[asked];
  const wanted = ({ pattern }: Located): Wanted => {
    const { needs, excepting } = screener.sources[pattern]!.ready;
    return asked === 'needs' ? needs : excepting;
  };
  return windowsOf(text, hits, (hit) => wanted(hit).reach).flatMap((window) => {
    const inWindow = wordsIn(text, window, words);
    return window.hits.map(({ hit, stretch }) => {
      const near = nearby(inWindow, stretch);
      return { hit, held: holding({ text, hit, near }, words, wanted(hit).conditions) };
    });
  });
}

/** Hits in order, without those within a longer one of the same list. */
function longestOf(hits: readonly Located[], { sources }: Screener): Located[] {
  const told = new Map<string, number>();
  return hits.filter(({ pattern, ends }) => {
    const { id } = sources[pattern]!.ready.list;
    if (ends <= (told.get(id) ?? 0)) return false;
    told.set(id, ends);
    return true;
  });
}

function describe(text: string, { hit, held }: Judged, screener: Screener): TermHit {
  const { pattern, starts, ends } = hit;
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
