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
  let before: Piece['kind'] = 'other';
  while (rest !== '') {
    const piece = nextPiece(rest);
    if (piece === null) return rest.slice(0, shown_chars);
    const { text, kind } = piece;
    if (kind === 'quantifier' && !mayRepeat(before, text)) return text;
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth -= 1;
    if (depth < 0) return text;
    before = kind;
    rest = rest.slice(text.length);
  }
  return depth === 0 ? null : pattern;
}

const shown_chars = 12;

/** A quantifier after a quantifier is lazy or possessive somewhere, so neither may follow. */
function mayRepeat(before: Piece['kind'], quantifier: string): boolean {
  if (before === 'close') return quantifier === '?';
  return before === 'atom' && countOf(quantifier) <= repeat_max;
}

type Piece = {
  readonly text: string;
  readonly kind: 'atom' | 'quantifier' | 'open' | 'close' | 'other';
};

const pieces: readonly (readonly [Piece['kind'], RegExp])[] = [
  ['atom', /^\\[^\p{L}\p{N}\s]/u],
  ['atom', /^\[(?![^\]]*&&)\^?(?:\\[\]\\^-]|[^\]\\[])+\]/u],
  ['quantifier', /^(?:[?*+]|\{\d{1,4}(?:,\d{0,4})?\})/],
  ['open', /^\((?!\?)/],
  ['close', /^\)/],
  ['other', /^[|^$]/],
  ['atom', /^[^\\[\]{}()?*+|^$]/u],
];

function nextPiece(rest: string): Piece | null {
  for (const [kind, pattern] of pieces) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { text, kind };
  }
  return null;
}

function countOf(quantifier: string): number {
  return Math.max(0, ...[...quantifier.matchAll(/\d+/g)].map(Number));
}
