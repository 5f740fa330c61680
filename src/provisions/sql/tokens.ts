/** What a piece of SQL text is. `other` is a character no portable statement contains. */
export type TokenKind =
  | 'space'
  | 'comment'
  | 'word'
  | 'quoted_name'
  | 'string'
  | 'number'
  | 'parameter'
  | 'symbol'
  | 'other';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset of its first UTF-16 unit in the statement. */
  readonly start: number;
}

/** Operators of more than one character, longest first, so that `<=` is not read as `<`, `=`. */
const longSymbols = [
  '!~~*',
  '!~~',
  '!~*',
  '~~*',
  '->>',
  '<=>',
  '||',
  '::',
  '<=',
  '>=',
  '<>',
  '!=',
  '!~',
  '~~',
  '~*',
  '//',
  '**',
  '==',
  '->',
  '=>',
  ':=',
  '<<',
  '>>',
  '^@',
];

const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['comment', /--[^\n]*/y],
  ['parameter', /\$[a-z_][a-z0-9_]*/y],
  ['string', /'(?:[^']|'')*'/y],
  ['quoted_name', /"(?:[^"]|"")*"|`[^`]*`/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
];

/** Cuts a statement into tokens; joined again they are the statement, character by character. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const [kind, text] = next(sql, at);
    tokens.push({ kind, text, start: at });
    at += text.length;
  }
  return tokens;
}

function next(sql: string, at: number): readonly [TokenKind, string] {
  if (sql.startsWith('/*', at)) return ['comment', blockComment(sql, at)];
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(sql)?.[0];
    if (text !== undefined) return [kind, text];
  }
  const long = longSymbols.find((symbol) => sql.startsWith(symbol, at));
  if (long !== undefined) return ['symbol', long];
  const one = String.fromCodePoint(sql.codePointAt(at) ?? 0);
  return [/[-+*/%=<>().,;~^@&|!?#:[\]{}]/.test(one) ? 'symbol' : 'other', one];
}

/** A block comment with those inside it; an unclosed one runs to the end. */
function blockComment(sql: string, start: number): string {
  let depth = 0;
  let at = start;
  while (at < sql.length) {
    if (sql.startsWith('/*', at)) {
      depth += 1;
      at += 2;
    } else if (sql.startsWith('*/', at)) {
      depth -= 1;
      at += 2;
      if (depth === 0) break;
    } else at += 1;
  }
  return sql.slice(start, at);
}

/** Tokens that mean something: no spaces, no comments. */
export function meaningful(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
}
