/**
 * One token of a DDL statement. `word` keeps its spelling; `name` was quoted as an identifier;
 * `text` was a string literal, unescaped; `mark` is a single character.
 */
export interface Token {
  readonly type: 'word' | 'name' | 'text' | 'mark';
  readonly value: string;
  /** Offsets in the statement's text. */
  readonly start: number;
  readonly end: number;
}

const pattern = new RegExp(
  [
    /\s+|--\s.*|#.*|\/\*M?!\d*|\*\/|\/\*[^]*?\*\//,
    /`((?:[^`]|``)*)`/,
    /'((?:[^'\\]|\\[^]|'')*)'/,
    /"((?:[^"\\]|\\[^]|"")*)"/,
    /([\w$@.\u0080-\u{10ffff}]+)/u,
    /([^])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/**
 * Splits the text of one statement into tokens; blanks and comments are left out, what stands in
 * versioned comments is taken as if it stood outside. Double quotes are text: where a name is
 * wanted, `nameOf` takes either.
 */
export function tokensOf(statement: string): Token[] {
  const tokens: Token[] = [];
  for (const match of statement.matchAll(pattern)) {
    const [all, name, single, double, word, mark] = match;
    const start = match.index;
    const end = start + all.length;
    if (name !== undefined) {
      tokens.push({ type: 'name', value: name.replaceAll('``', '`'), start, end });
    } else if (single !== undefined) {
      tokens.push({ type: 'text', value: unescapeText(single, "''"), start, end });
    } else if (double !== undefined) {
      tokens.push({ type: 'text', value: unescapeText(double, '""'), start, end });
    } else if (word !== undefined) {
      tokens.push(...wordsOf(word, start));
    } else if (mark !== undefined) {
      tokens.push({ type: 'mark', value: mark, start, end });
    }
  }
  return tokens;
}

/** `db.table` unquoted is two words and a dot; `10.5` is one. */
function wordsOf(word: string, start: number): Token[] {
  if (/^[\d.]+$/.test(word)) {
    const number = word !== '.';
    const type = number ? 'word' : 'mark';
    return [{ type, value: word, start, end: start + word.length }];
  }
  const tokens: Token[] = [];
  for (const { 0: part, index } of word.matchAll(/\.|[^.]+/g)) {
    const type = part === '.' ? 'mark' : 'word';
    tokens.push({ type, value: part, start: start + index, end: start + index + part.length });
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', b: '\b' };

function unescapeText(text: string, doubled: string): string {
  if (!text.includes('\\') && !text.includes(doubled)) return text;
  return text
    .replaceAll(doubled, doubled[0]!)
    .replaceAll(/\\([^])/g, (_, char: string) => escapes[char] ?? char);
}

/** A place in a list of tokens, moved on by what was taken. */
export class TokenReader {
  at = 0;
  readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get token(): Token | undefined {
    return this.tokens[this.at];
  }

  is(...words: readonly string[]): boolean {
    return words.every((word, i) => {
      const token = this.tokens[this.at + i];
      return token !== undefined && (token.type === 'word' || token.type === 'mark')
        ? token.value.toUpperCase() === word
        : false;
    });
  }

  /** Takes the words if they are next. */
  take(...words: readonly string[]): boolean {
    if (!this.is(...words)) return false;
    this.at += words.length;
    return true;
  }

  /** An identifier, quoted or not; null where none is next. */
  name(): string | null {
    const token = this.token;
    if (!token || token.type === 'mark') return null;
    this.at += 1;
    return token.value;
  }

  /** `table` or `database.table`. */
  tableName(): TableName | null {
    const first = this.name();
    if (first === null) return null;
    if (!this.take('.')) return { database: null, table: first };
    const second = this.name();
    return second === null ? null : { database: first, table: second };
  }

  /** Passes over a parenthesised group, `(` being next; the tokens inside it. */
  group(): Token[] {
    const start = this.at + 1;
    let depth = 0;
    for (; this.at < this.tokens.length; this.at += 1) {
      if (this.is('(')) depth += 1;
      else if (this.is(')') && (depth -= 1) === 0) break;
    }
    this.at += 1;
    return this.tokens.slice(start, this.at - 1);
  }
}

export interface TableName {
  readonly database: string | null;
  readonly table: string;
}

/** Splits tokens at commas outside parentheses. */
export function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'mark') {
      if (token.value === '(') depth += 1;
      if (token.value === ')') depth -= 1;
      if (token.value === ',' && depth === 0) {
        parts.push([]);
        continue;
      }
    }
    parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
