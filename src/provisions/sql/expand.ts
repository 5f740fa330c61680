import { sqlText } from '../../engine/duckdb.ts';
import { sparkText } from '../../engine/spark/views.ts';
import { portableFunctions } from './functions.ts';
import type { Dialect } from './functions.ts';
import { localDate } from './local-date.ts';
import { sharedTemplate } from './shared-templates.ts';
import { tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/** What `$names` in a provision's SQL stand for. */
export interface SqlValues {
  /** ISO date: `$as_of`. */
  readonly as_of: string;
  /** IANA zone: `$time_zone`, and what `pp_date` means. */
  readonly time_zone: string;
  /** Jurisdiction whose working days count. */
  readonly calendar: string;
  readonly parameters: Readonly<Record<string, number | string>>;
}

/**
 * Turns a provision's portable SQL into one engine's: values for `$names`, expansions for `pp_`
 * functions. Text is replaced token by token, so nothing inside a string or a comment changes,
 * and every line stays on its line. The input has passed the linter.
 */
export function expandSql(sql: string, dialect: Dialect, values: SqlValues): string {
  return expandTokens(tokenize(sql), dialect, values);
}

function expandTokens(tokens: readonly Token[], dialect: Dialect, values: SqlValues): string {
  let out = '';
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const open = token.kind === 'word' ? skipBlank(tokens, i + 1) : -1;
    const call = tokens[open]?.text === '(' ? readCall(tokens, open) : null;
    const template = call && templateOf(token.text, call.args.length, dialect);
    if (call && template) {
      const args = call.args.map((arg) => expandTokens(arg, dialect, values));
      out += fillTemplate(template, args, values);
      i = call.end;
    } else out += expandToken(token, dialect, values);
  }
  return out;
}

function templateOf(word: string, count: number, dialect: Dialect): string | undefined {
  const name = word.toLowerCase();
  return portableFunctions[name]?.sql[dialect] ?? sharedTemplate(name, count, dialect);
}

function skipBlank(tokens: readonly Token[], from: number): number {
  let i = from;
  while (tokens[i]?.kind === 'space' || tokens[i]?.kind === 'comment') i += 1;
  return i;
}

/** The arguments between the parenthesis at `open` and its partner at `end`. */
function readCall(tokens: readonly Token[], open: number): { args: Token[][]; end: number } {
  const args: Token[][] = [[]];
  let depth = 1;
  let i = open + 1;
  for (; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === 'symbol' && token.text === '(') depth += 1;
    if (token.kind === 'symbol' && token.text === ')') depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && token.kind === 'symbol' && token.text === ',') args.push([]);
    else args.at(-1)?.push(token);
  }
  return { args, end: i };
}

function fillTemplate(template: string, args: readonly string[], values: SqlValues): string {
  return template.replace(/\$(local_date|time_zone|calendar|\d)/g, (_, name: string) => {
    if (name === 'local_date') return localDate(args[0] ?? '', values.time_zone);
    if (name === 'time_zone' || name === 'calendar') return sqlText(values[name]);
    return args[Number(name) - 1] ?? '';
  });
}

function expandToken({ kind, text }: Token, dialect: Dialect, values: SqlValues): string {
  if (kind === 'parameter') return literalOf(text.slice(1), dialect, values);
  // Spark reads a backslash in a literal as an escape, and knows text by another name.
  if (dialect === 'spark' && kind === 'string') {
    return sparkText(text.slice(1, -1).replaceAll("''", "'"));
  }
  if (dialect === 'spark' && kind === 'word' && text.toUpperCase() === 'VARCHAR') return 'STRING';
  // A line comment ends with its line; joined into a template it must not swallow the rest.
  if (kind === 'comment' && text.startsWith('--'))
    return `/*${text.slice(2).replace(/\*\/|\/\*/g, '')}*/`;
  return text;
}

function literalOf(name: string, dialect: Dialect, values: SqlValues): string {
  if (name === 'as_of') return `DATE ${sqlText(values.as_of)}`;
  const value = name === 'time_zone' ? values.time_zone : values.parameters[name];
  if (value === undefined) throw new TypeError(`no value for $${name}`);
  if (typeof value === 'number') return value < 0 ? `(${value})` : String(value);
  return dialect === 'spark' ? sparkText(value) : sqlText(value);
}
