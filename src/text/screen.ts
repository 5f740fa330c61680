import { limits } from '../model/limits.ts';
import type { Limits } from '../model/limits.ts';
import { contextsOf } from './context.ts';
import { locate } from './locate.ts';
import type { Span } from './locate.ts';
import { scan } from './scan.ts';
import type { ReadyException, Screener, Source, Via } from './screener.ts';
import type { Surroundings } from './condition.ts';

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

interface Located extends Span {
  readonly pattern: number;
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
  const located: Located[] = [];
  scan(text, screener.alphabet, screener.automaton, (pattern, at) => {
    if (located.length >= text_hits_max) return;
    const span = locate(text, at, screener.patterns[pattern]!);
    if (span && isNeeded(text, span, screener.sources[pattern]!))
      located.push({ pattern, ...span });
  });
  if (located.length === 0) return [];
  return longestOf(located, screener).map((hit) => describe(text, hit, screener));
}

function isNeeded(text: string, span: Span, { needs }: Source): boolean {
  if (needs.length === 0) return true;
  const hit: Surroundings = { text, span, context: contextsOf(text, span) };
  return needs.every((condition) => condition(hit) !== null);
}

function longestOf(located: Located[], { sources }: Screener): Located[] {
  located.sort((a, b) => a.starts - b.starts || b.ends - a.ends || a.pattern - b.pattern);
  const told = new Map<string, number>();
  return located.filter(({ pattern, ends }) => {
    const { id } = sources[pattern]!.list;
    if (ends <= (told.get(id) ?? 0)) return false;
    told.set(id, ends);
    return true;
  });
}

function describe(text: string, { pattern, starts, ends }: Located, screener: Screener): TermHit {
  const { list, entry, via, exceptions } = screener.sources[pattern]!;
  const span = { starts, ends };
  const hit: Surroundings = { text, span, context: contextsOf(text, span) };
  const considered = exceptions.map((one) => consider(one, hit));
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

function consider({ id, when }: ReadyException, hit: Surroundings): Considered {
  const by: string[] = [];
  for (const condition of when) {
    const found = condition(hit);
    if (found === null) return { id, applies: false, by: [] };
    by.push(found);
  }
  return { id, applies: true, by };
}
