import { meaningful, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/** The column that says to which of many data sets a row belongs. */
export const scope_column = 'pp_scope';

/**
 * A provision's statement made to read one of many data sets that stand in the same tables: each
 * table it names becomes those of its rows that belong to the data set of the row `outer`. Written
 * out at each place: DuckDB 1.5 cannot always bind correlated WITH clauses, which are shorter.
 */
export function scopeSql(sql: string, relations: ReadonlySet<string>, outer: string): string {
  const tokens = tokenize(sql);
  const solid = meaningful(tokens);
  const named = new Map(solid.map((token, i) => [token, { at: i, before: solid[i - 1] }]));
  return tokens
    .map((token) => {
      const found = named.get(token);
      if (!found || !isTable(token, found.before, relations)) return token.text;
      const rows = `SELECT * FROM ${scopedName(token.text)} pp_all`;
      const wanted = `pp_all.${scope_column} = ${outer}.${scope_column}`;
      const alias = hasAlias(solid, found.at) ? '' : ` ${token.text}`;
      return `(${rows} WHERE ${wanted})${alias}`;
    })
    .join('');
}

/** The table that holds a relation's rows of all data sets. */
export function scopedName(relation: string): string {
  return `pp_scoped_${relation.toLowerCase()}`;
}

function isTable(token: Token, before: Token | undefined, relations: ReadonlySet<string>): boolean {
  if (token.kind !== 'word' || !relations.has(token.text.toLowerCase())) return false;
  return isWord(before, 'from') || isWord(before, 'join');
}

const after_table = new Set(
  'on where join left right full inner cross group order having union limit using'.split(' '),
);

function hasAlias(solid: readonly Token[], at: number): boolean {
  const next = isWord(solid[at + 1], 'as') ? solid[at + 2] : solid[at + 1];
  return next?.kind === 'word' && !after_table.has(next.text.toLowerCase());
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word;
}
