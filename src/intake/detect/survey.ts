import type { SqlEngine } from '../../engine/sql-engine.ts';
import { profileColumns } from './profile.ts';
import type { ColumnProfile } from './profile.ts';
import type { DetectInput, DetectTable } from './staged.ts';
import { columnPrefixes, majorityPrefix, tableWords } from './table-words.ts';
import type { Words } from './words.ts';

/** What is found out on the way and helps with the tables that come after; one per survey. */
export interface Learnt {
  /** What this system calls a member where it refers to one: `partner no`, as tokens. */
  memberNames: readonly MemberName[];
}

/** Tokens in a column name, and the words of ours that may stand for them. */
export interface MemberName {
  readonly tokens: readonly string[];
  readonly means: readonly string[];
}

/** A raw table with what detection keeps asking of it, profiled when first asked. */
export interface SurveyedTable {
  readonly table: DetectTable;
  readonly words: Words;
  /** Prefixes to take off its column names. */
  readonly strip: readonly (readonly string[])[];
  readonly learnt: Learnt;
  profiles(): Promise<ReadonlyMap<string, ColumnProfile>>;
}

export interface Survey {
  readonly engine: SqlEngine;
  readonly prefix: string;
  readonly learnt: Learnt;
  readonly tables: readonly SurveyedTable[];
  get(name: string): SurveyedTable | undefined;
}

/** Looks at every table's names; values are read only where a name asks for it. */
export function survey(input: DetectInput): Survey {
  const prefix = majorityPrefix(input.tables.map((table) => table.name));
  const learnt: Learnt = { memberNames: [] };
  const tables = input.tables.map((table): SurveyedTable => {
    const words = tableWords(table.name, prefix);
    let profiles: Promise<ReadonlyMap<string, ColumnProfile>> | null = null;
    return {
      table,
      words,
      strip: columnPrefixes(table, words),
      learnt,
      profiles: () =>
        (profiles ??= profileColumns(
          input.engine,
          table,
          table.columns.map((column) => column.name),
        )),
    };
  });
  const byName = new Map(tables.map((one) => [one.table.name, one]));
  return { engine: input.engine, prefix, learnt, tables, get: (name) => byName.get(name) };
}
