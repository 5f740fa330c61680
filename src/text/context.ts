import type { TermReach } from '../model/terms.ts';
import { fold } from './fold.ts';
import type { Span } from './locate.ts';

/** Code units around a hit that conditions may look at. */
const near = 120;
const far = 600;

/** A hit with what stands around it, folded: the hit is from `starts` to `ends` of the text. */
export interface Context extends Span {
  readonly text: string;
}

/** The context of a hit in each reach, worked out when first asked for. */
export function contextsOf(text: string, span: Span): (reach: TermReach) => Context {
  const known: Partial<Record<TermReach, Context>> = {};
  return (reach) => (known[reach] ??= contextOf(text, span, reach));
}

function contextOf(text: string, { starts, ends }: Span, reach: TermReach): Context {
  const size = reach === 'text' ? far : near;
  let from = starts;
  while (from > 0 && starts - from < size && !cuts(text, from - 1, reach)) from--;
  let to = ends;
  while (to < text.length && to - ends < size && !cuts(text, to, reach)) to++;
  const folded = fold(text, from, to);
  const last = folded.ends.findIndex((end) => end >= ends);
  return {
    text: folded.text,
    starts: folded.starts.findIndex((start) => start >= starts),
    ends: last + 1,
  };
}

const sentenceEnds = new Set('。！？!?；;\n\r');
const clauseEnds = new Set('，,。！？!?；;\n\r');

/** Whether the code unit at an offset ends what a condition may look through. */
function cuts(text: string, at: number, reach: TermReach): boolean {
  if (reach === 'text') return false;
  const unit = text.charAt(at);
  if (unit === '.') return /^\s?$/.test(text.charAt(at + 1));
  if (unit === ',' && isFigure(text, at - 1) && isFigure(text, at + 1)) return false;
  return (reach === 'clause' ? clauseEnds : sentenceEnds).has(unit);
}

function isFigure(text: string, at: number): boolean {
  return /^[0-9]$/.test(text.charAt(at));
}
