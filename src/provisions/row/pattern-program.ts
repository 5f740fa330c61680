import { countsOf, isNegated, membersOf, piecesOf } from '../sql/pattern.ts';
import type { CodePoints, PatternPiece } from '../sql/pattern.ts';

/**
 * A step of a nondeterministic automaton (Thompson 1968). `take` consumes one character of a set;
 * `split` goes to both; `start` and `end` hold at the ends of the text alone. Step 0 is the match.
 */
export type Step =
  | { readonly kind: 'take'; readonly set: readonly CodePoints[]; readonly next: number }
  | { readonly kind: 'split'; readonly next: number; readonly other: number }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'match' };

export interface PatternProgram {
  readonly steps: readonly Step[];
  readonly first: number;
}

const last_point = 0x10ffff;
const anything: readonly CodePoints[] = [[0, last_point]];

/** Builds the automaton of a pattern of the subset, back to front: a step knows what follows. */
export function patternProgram(pattern: string): PatternProgram {
  const steps: Step[] = [{ kind: 'match' }];
  return { steps, first: addAlternatives(cut(piecesOf(pattern)), 0, steps) };
}

/** The automaton of LIKE, which covers the whole text: % for any stretch, _ for one character. */
export function likeProgram(like: string): PatternProgram {
  const steps: Step[] = [{ kind: 'match' }];
  let next = add(steps, { kind: 'end', next: 0 });
  for (const one of [...like].toReversed()) {
    if (one === '%') next = addRepeated(anything, [0, null], next, steps);
    else next = add(steps, { kind: 'take', set: one === '_' ? anything : [pointsOf(one)], next });
  }
  return { steps, first: add(steps, { kind: 'start', next }) };
}

interface Item {
  readonly piece: PatternPiece;
  /** What stands between a group's parentheses. */
  readonly inner: readonly (readonly Item[])[] | null;
  readonly counts: readonly [min: number, max: number | null];
}

/** Alternatives, each a sequence of items; a group is one item. */
function cut(pieces: readonly PatternPiece[]): Item[][] {
  const open: Item[][][] = [[[]]];
  const addItem = (item: Item): void => void open.at(-1)?.at(-1)?.push(item);
  for (const [i, piece] of pieces.entries()) {
    const after = pieces[i + 1];
    const counts = after?.kind === 'quantifier' ? countsOf(after.text) : ([1, 1] as const);
    if (piece.kind === 'open') open.push([[]]);
    else if (piece.kind === 'close') addItem({ piece, inner: open.pop() ?? [], counts });
    else if (piece.text === '|' && piece.kind === 'other') open.at(-1)?.push([]);
    else if (piece.kind !== 'quantifier') addItem({ piece, inner: null, counts });
  }
  return open[0] ?? [];
}

function addAlternatives(
  alternatives: readonly (readonly Item[])[],
  next: number,
  steps: Step[],
): number {
  const firsts = alternatives.map((items) =>
    items.reduceRight((following, item) => addItem(item, following, steps), next),
  );
  return firsts.reduceRight((other, first) => add(steps, { kind: 'split', next: first, other }));
}

function addItem({ piece, inner, counts }: Item, next: number, steps: Step[]): number {
  if (inner) {
    const first = addAlternatives(inner, next, steps);
    return counts[0] === 0 ? add(steps, { kind: 'split', next: first, other: next }) : first;
  }
  if (piece.kind === 'other') {
    return add(steps, { kind: piece.text === '^' ? 'start' : 'end', next });
  }
  return addRepeated(setOf(piece), counts, next, steps);
}

function addRepeated(
  set: readonly CodePoints[],
  [min, max]: readonly [number, number | null],
  next: number,
  steps: Step[],
): number {
  let first = next;
  if (max === null) {
    // A loop: its split stands before the step it leads to.
    first = steps.length;
    steps.push({ kind: 'split', next: first + 1, other: next }, { kind: 'take', set, next: first });
  }
  for (let i = min; i < (max ?? 0); i += 1) {
    const taken = add(steps, { kind: 'take', set, next: first });
    first = add(steps, { kind: 'split', next: taken, other: next });
  }
  for (let i = 0; i < min; i += 1) first = add(steps, { kind: 'take', set, next: first });
  return first;
}

function add(steps: Step[], step: Step): number {
  steps.push(step);
  return steps.length - 1;
}

function setOf({ kind, text }: PatternPiece): readonly CodePoints[] {
  if (text === '.') return anything;
  if (kind === 'atom')
    return [pointsOf(text.length > 1 && text.startsWith('\\') ? text.slice(1) : text)];
  const members = membersOf(text) ?? [];
  return isNegated(text) ? without(members) : members;
}

function pointsOf(one: string): CodePoints {
  const point = one.codePointAt(0) ?? 0;
  return [point, point];
}

/** Every code point that is in none of the ranges. */
function without(ranges: readonly CodePoints[]): CodePoints[] {
  const left: CodePoints[] = [];
  let from = 0;
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    if (first > from) left.push([from, first - 1]);
    from = Math.max(from, last + 1);
  }
  if (from <= last_point) left.push([from, last_point]);
  return left;
}
