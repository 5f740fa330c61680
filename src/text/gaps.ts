import type { Span } from './locate.ts';
import type { OwnGap, Pattern } from './pattern.ts';
import { readBackward, readForward, unread } from './read-unit.ts';
import { kind } from './units.ts';

/** What stands before one letter of a hit: bits of `gapBit`, and what the term has there itself. */
export interface SeenGap {
  readonly bits: number;
  readonly own: OwnGap;
}

const space = 2;
const dot = 4;
const stop = 8;

/** A bit for each kind of what may stand between letters; nothing for what nobody sees. */
export function gapBit(what: number): number {
  return what <= kind.invisible ? 0 : 1 << (what - kind.noise);
}

/**
 * Whether letters with these gaps are the term written in a roundabout way, and not the end of
 * one word and the beginning of another. Decoration between letters never parts a word. Spaces
 * and stops do, unless they stand between all letters (`n o  r i s k`, `稳,赚,不,赔`), or, in
 * Chinese, where words are not spaced, when the term is long or stands by itself.
 */
export function acceptsGaps(
  text: string,
  span: Span,
  gaps: readonly SeenGap[],
  { lang }: Pattern,
): boolean {
  const parting = gaps.filter((gap) => !isTermsOwn(gap) && parts(gap.bits, lang));
  if (parting.length === 0) return true;
  if (gaps.length >= 2 && gaps.every(({ bits }) => bits !== 0)) return true;
  if (lang === 'en' || parting.some(({ bits }) => (bits & stop) !== 0)) return false;
  return gaps.length >= 3 || standsApart(text, span);
}

function isTermsOwn({ bits, own }: SeenGap): boolean {
  if (own === 'none') return false;
  return own === 'stop' || (bits & (dot | stop)) === 0;
}

/** Whether such a gap usually parts two words. */
function parts(bits: number, lang: Pattern['lang']): boolean {
  return (bits & (lang === 'zh' ? space | stop : space | dot | stop)) !== 0;
}

/** No letter touches the hit on one side at least. */
function standsApart(text: string, { starts, ends }: Span): boolean {
  const unit = unread();
  if (starts === 0 || ends === text.length) return true;
  readBackward(text, starts, unit);
  if (unit.kind !== kind.letter) return true;
  readForward(text, ends, unit);
  return unit.kind !== kind.letter;
}
