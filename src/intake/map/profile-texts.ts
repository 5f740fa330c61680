import { sqlName } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { StagedSource } from './staged-input.ts';
import { formSql } from './text-forms.ts';

/** What the texts of one raw column are, those that are not NULL. */
export interface TextProfile {
  /** Bits of `form`, those of all values. */
  readonly forms: number;
  /** All values, where they are few and short; else null. */
  readonly few: readonly string[] | null;
}

/** Profiles of staged columns: by relation, then by column. */
export type TextProfiles = ReadonlyMap<string, ReadonlyMap<string, TextProfile>>;

/** A table of more values gains less by short SQL than it takes to look at all of them. */
const values_max = 500_000;

/** A longer text is not looked at: it stands for one of form `other`. */
const text_bytes_max = 500;

const few_max = 24;
const few_chars_max = 40;

/** Profiles all columns of the small ones among raw tables, in one statement. */
export async function profileTexts(
  engine: SqlEngine,
  sources: readonly StagedSource[],
  time_zone: string,
): Promise<TextProfiles> {
  const small = sources.filter(
    ({ rows_read = Infinity, columns }) =>
      columns.length > 0 && rows_read * columns.length <= values_max,
  );
  const profiles = new Map(
    small.map(({ relation, columns }) => [
      relation,
      new Map(columns.map(({ name }): [string, TextProfile] => [name, { forms: 0, few: [] }])),
    ]),
  );
  const filled = small.filter(({ rows_read }) => rows_read !== 0);
  if (filled.length === 0) return profiles;
  const rows = await engine.rows(`WITH long AS (${filled.map(longSql).join(' UNION ALL ')}),
    counted AS (
      SELECT r, c, CASE WHEN strlen(v) <= ${text_bytes_max} THEN v ELSE '=' END AS v
      FROM long WHERE v IS NOT NULL GROUP BY ALL)
    SELECT r, c, bit_or(${formSql('v', time_zone)}) AS forms,
      CASE WHEN count(*) <= ${few_max} AND max(length(v)) <= ${few_chars_max}
        THEN to_json(list(v)) END AS few
    FROM counted GROUP BY r, c`);
  for (const row of rows) {
    const source = filled[Number(row['r'])];
    const column = source?.columns[Number(row['c'])];
    if (source === undefined || column === undefined) continue;
    const few = row['few'] === null ? null : (JSON.parse(String(row['few'])) as string[]);
    profiles.get(source.relation)?.set(column.name, { forms: Number(row['forms']), few });
  }
  return profiles;
}

/** One row for each value of a table: relation, column, value. */
function longSql({ relation, columns }: StagedSource, r: number): string {
  const names = columns.map(({ name }) => sqlName(name));
  return `SELECT ${r} AS r, unnest([${names.map((_, c) => c).join(', ')}]) AS c,
    unnest([${names.join(', ')}]) AS v FROM ${sqlName(relation)}`;
}
