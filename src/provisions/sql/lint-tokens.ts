import { insteadOfSymbol, sharedSymbols } from './portable-words.ts';
import type { SqlProblem } from './problem.ts';
import { meaningful, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Names every statement may use beside its parameters. */
const always = new Set(['as_of', 'time_zone']);

/** What can be told from the text alone: operators, quoting, names, parameters. */
export function lintTokens(sql: string, parameters: ReadonlySet<string>): SqlProblem[] {
  const tokens = meaningful(tokenize(sql));
  return tokens.flatMap((token, i) => {
    const found = lintToken(token, tokens[i + 1], parameters) ?? spelledOut(tokens, i);
    return found ? [{ ...found, start: token.start, length: token.text.length }] : [];
  });
}

type Found = Pick<SqlProblem, 'code' | 'params'>;

function lintToken(
  { kind, text, start }: Token,
  next: Token | undefined,
  parameters: ReadonlySet<string>,
): Found | null {
  if (kind === 'quoted_name') return { code: 'sql.quoted_name', params: { name: text } };
  if (kind === 'parameter') {
    const parameter = text.slice(1);
    const known = always.has(parameter) || parameters.has(parameter);
    return known ? null : { code: 'sql.unknown_parameter', params: { parameter } };
  }
  if (kind === 'other' || (kind === 'symbol' && !sharedSymbols.has(text))) {
    const instead = insteadOfSymbol[text] ?? '+ - * % || = <> < <= > >=';
    return { code: 'sql.operator', params: { operator: text, instead } };
  }
  if (kind !== 'word') return null;
  const prefixed = next?.kind === 'string' && next.start === start + text.length;
  if (prefixed && !/^(date|timestamp)$/i.test(text)) {
    return { code: 'sql.construct', params: { construct: `${text}'…'`, instead: "'…'" } };
  }
  if (/^recursive$/i.test(text)) {
    const instead = 'network_member (level, levels, people, root_id)';
    return { code: 'sql.construct', params: { construct: 'WITH RECURSIVE', instead } };
  }
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text)
    ? null
    : { code: 'sql.name_form', params: { name: text } };
}

/** Arguments with words between them are not found by the expander. */
function spelledOut(tokens: readonly Token[], at: number): Found | null {
  if (!/^substr(ing)?$/i.test(tokens[at]?.text ?? '') || tokens[at + 1]?.text !== '(') return null;
  let depth = 0;
  for (const { kind, text } of tokens.slice(at + 1)) {
    if (kind === 'symbol' && text === '(') depth += 1;
    if (kind === 'symbol' && text === ')') depth -= 1;
    if (depth === 0) return null;
    if (depth === 1 && kind === 'word' && /^(from|for)$/i.test(text)) {
      const construct = 'substring(text FROM start FOR length)';
      return {
        code: 'sql.construct',
        params: { construct, instead: 'substr(text, start, length)' },
      };
    }
  }
  return null;
}

/** Names of the parameters a statement uses. */
export function parametersOf(sql: string): Set<string> {
  return new Set(
    tokenize(sql)
      .filter(({ kind }) => kind === 'parameter')
      .map(({ text }) => text.slice(1)),
  );
}
