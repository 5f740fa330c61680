import type { ScanSite } from '../engine/scan-site.ts';
import { wordsOf } from '../engine/sql-words.ts';
import type { SqlWords } from '../engine/sql-words.ts';
import type { TableName } from '../model/tables.ts';

/** Days before a right opened in which a purchase may have earned it. Ours: no law names one. */
export const qualifying_days = 7;

export interface FundingOptions {
  /** ISO date: what is later is not looked at. */
  readonly as_of: string;
  /** IANA zone of that date and of every date in the tables. */
  readonly time_zone: string;
  /** What the data supply, column by column. */
  readonly tables: Readonly<
    Partial<Record<TableName, { readonly columns_present: readonly string[] }>>
  >;
  /** The tables somebody reads; all five where absent. */
  readonly wanted?: ReadonlySet<TableName>;
  /** Where orders, fees and commissions are scanned; here where absent. */
  readonly site?: ScanSite;
}

/** What every stage asks of the run. */
export interface FundingScope {
  readonly time_zone: string;
  readonly words: SqlWords;
  /** SQL for the first instant after the day judged as of. */
  readonly before: string;
  /** Whether the data supply a table, or a column written 'table.column'. */
  readonly has: (name: `${TableName}.${string}` | TableName) => boolean;
}

export function scopeOf({ as_of, time_zone, tables, site }: FundingOptions): FundingScope {
  const words = wordsOf(site?.engine ?? { dialect: 'duckdb' });
  return {
    time_zone,
    words,
    before: words.after(as_of, time_zone),
    has: (name) => {
      const [table, column] = name.split('.') as [TableName, string | undefined];
      const account = tables[table];
      return account !== undefined && (column === undefined || columnIn(account, column));
    },
  };
}

function columnIn(account: { readonly columns_present: readonly string[] }, name: string): boolean {
  return account.columns_present.includes(name);
}
