/** Most repetitions a counted quantifier may ask for: RE2's own limit. */
const repeat_max = 1000;

/**
 * Why a pattern is outside the subset that RE2, PostgreSQL and Java match alike, and that even a
 * backtracking matcher reads without exploding; null when it is inside. The subset: literals, `\`
 * before punctuation, sets, `^ $ .`, alternatives, `? * + {n,m}` on one character or set, and
 * groups, which may be optional but not repeated.
 */
export function patternFault(pattern: string): string | null {
  let depth = 0;
  let rest = pattern;
  let before: PatternPiece['kind'] = 'other';
  while (rest !== '') {
    const piece = nextPiece(rest);
    if (piece === null) return rest.slice(0, shown_chars);
    const { text, kind } = piece;
    if (kind === 'quantifier' && !mayRepeat(before, text)) return text;
    if (kind === 'set' && membersOf(text) === null) return text;
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth -= 1;
    if (depth < 0) return text;
    before = kind;
    rest = rest.slice(text.length);
  }
  return depth === 0 ? null : pattern;
}

/** The pieces of a pattern without a fault, in order. */
export function piecesOf(pattern: string): PatternPiece[] {
  const pieces: PatternPiece[] = [];
  for (let at = 0; at < pattern.length;) {
    const piece = nextPiece(pattern.slice(at));
    if (piece === null) throw new TypeError(`no pattern of the subset: ${pattern}`);
    pieces.push(piece);
    at += piece.text.length;
  }
  return pieces;
}

/** Code points from the first to the last, both included. */
export type CodePoints = readonly [first: number, last: number];

/** What a set lists, before any `^`; null where engines would read it differently. */
export function membersOf(set: string): readonly CodePoints[] | null {
  const inner = set.slice(isNegated(set) ? 2 : 1, -1);
  const members = [...inner.matchAll(/\\?(.)/gsu)].map(([text, one = '']) => ({
    point: one.codePointAt(0) ?? 0,
    dash: text === '-',
  }));
  const found: CodePoints[] = [];
  for (let i = 0; i < members.length; i += 1) {
    const { point, dash } = members[i] ?? { point: 0, dash: true };
    // A dash stands for itself at either end, and nowhere else.
    if (dash && i > 0 && i < members.length - 1) return null;
    const until = members[i + 1]?.dash ? members[i + 2] : undefined;
    if (until === undefined) found.push([point, point]);
    else {
      if (dash || until.dash || until.point < point) return null;
      found.push([point, until.point]);
      i += 2;
    }
  }
  return found;
}

export function isNegated(set: string): boolean {
  return set.startsWith('[^');
}

/** Least and most repetitions a quantifier asks for; null for no most. */
export function countsOf(quantifier: string): readonly [min: number, max: number | null] {
  if (quantifier === '?') return [0, 1];
  if (quantifier === '*') return [0, null];
  if (quantifier === '+') return [1, null];
  const [min = '', max] = quantifier.slice(1, -1).split(',');
  if (max === undefined) return [Number(min), Number(min)];
  return [Number(min), max === '' ? null : Number(max)];
}

const shown_chars = 12;

/** A quantifier after a quantifier is lazy or possessive somewhere, so neither may follow. */
function mayRepeat(before: PatternPiece['kind'], quantifier: string): boolean {
  if (before === 'close') return quantifier === '?';
  const [min, max] = countsOf(quantifier);
  if (max !== null && max < min) return false;
  return (before === 'atom' || before === 'set') && Math.max(min, max ?? 0) <= repeat_max;
}

/** An atom is one character, with its backslash where it has one. */
export interface PatternPiece {
  readonly text: string;
  readonly kind: 'atom' | 'set' | 'quantifier' | 'open' | 'close' | 'other';
}

const pieces: readonly (readonly [PatternPiece['kind'], RegExp])[] = [
  ['atom', /^\\[!-/:-@[-`{-~]/],
  ['set', /^\[(?![^\]]*&&)\^?(?:\\[\]\\^-]|[^\]\\[])+\]/u],
  ['quantifier', /^(?:[?*+]|\{\d{1,4}(?:,\d{0,4})?\})/],
  ['open', /^\((?!\?)/],
  ['close', /^\)/],
  ['other', /^[|^$]/],
  ['atom', /^[^\\[\]{}()?*+|^$]/u],
];

function nextPiece(rest: string): PatternPiece | null {
  for (const [kind, pattern] of pieces) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { text, kind };
  }
  return null;
}
