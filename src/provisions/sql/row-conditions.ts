import { meaningful, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * What the WHEREs of a row statement ask, one for each SELECT put together by UNION ALL, their
 * columns qualified by `alias` instead of the statement's own. null where a SELECT asks nothing,
 * or is not written as `SELECT … FROM table [[AS] alias] WHERE …`.
 */
export function rowConditions(sql: string, alias: string): readonly string[] | null {
  const parts = splitAtUnions(tokenize(sql));
  const conditions = parts.map((part) => conditionOf(part, alias));
  return conditions.every((one) => one !== null) ? conditions : null;
}

/** The tokens of each SELECT; UNION and ALL between them are dropped. */
function splitAtUnions(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  let united = false;
  for (const token of tokens) {
    depth = depthAfter(depth, token);
    const isUnion = depth === 0 && isWord(token, 'UNION');
    if (isUnion) parts.push([]);
    else if (!(united && isWord(token, 'ALL'))) parts.at(-1)?.push(token);
    if (isUnion) united = true;
    else if (meaningful([token]).length > 0) united = false;
  }
  return parts;
}

function conditionOf(part: readonly Token[], alias: string): string | null {
  const from = outerWord(part, 'FROM');
  const where = outerWord(part, 'WHERE');
  if (from < 0 || where < from) return null;
  const [table, ...named] = meaningful(part.slice(from + 1, where));
  const names = named.filter((one) => !isWord(one, 'AS'));
  if (table?.kind !== 'word' || names.length > 1) return null;
  const own = names[0] ?? table;
  if (own.kind !== 'word') return null;
  const after = part.slice(where + 1);
  return after.map((token, i) => (isQualifier(after, i, own.text) ? alias : token.text)).join('');
}

/** Whether a token is the statement's own alias before a column. */
function isQualifier(tokens: readonly Token[], at: number, own: string): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text.toLowerCase() !== own.toLowerCase()) return false;
  return meaningful(tokens.slice(at + 1))[0]?.text === '.';
}

/** Where a word stands outside all parentheses; -1 for nowhere. */
function outerWord(tokens: readonly Token[], word: string): number {
  let depth = 0;
  return tokens.findIndex((token) => {
    depth = depthAfter(depth, token);
    return depth === 0 && isWord(token, word);
  });
}

function depthAfter(depth: number, { kind, text }: Token): number {
  if (kind !== 'symbol') return depth;
  return text === '(' ? depth + 1 : text === ')' ? depth - 1 : depth;
}

function isWord({ kind, text }: Token, word: string): boolean {
  return kind === 'word' && text.toUpperCase() === word;
}
