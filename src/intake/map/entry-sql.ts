import { sqlName, sqlText } from '../../engine/duckdb.ts';
import { columnsOf, tables } from '../../model/tables.ts';
import type { ColumnMapping } from '../mapping.ts';
import { noneOf, readingOf } from './default-reading.ts';
import { conditionsSql, fromSql, referenceSql } from './entry-from-sql.ts';
import { listOf } from './resolve-entry.ts';
import type { ResolvedEntry } from './resolve-entry.ts';
import { trimmedSql } from './sql-clean.ts';
import { oddSql, preparedSql, valueSql } from './sql-value.ts';
import type { ValueContext } from './sql-value.ts';

export type MapContext = Pick<ValueContext, 'time_zone' | 'money_decimals' | 'person_key'>;

/** Longest sample of an odd value kept for its issue. */
const sampleChars = 40;

export interface EntrySql {
  /** Columns the SELECT yields, in order. */
  readonly columns: readonly string[];
  readonly select: string;
}

/**
 * The SELECT that turns one raw table into rows of one canonical table, in three layers: raw and
 * prepared text, value, result. Beside each canonical column stands `why_<column>`: NULL, or a
 * letter of `oddities` and a sample of the raw text.
 */
export function entrySql(entry: ResolvedEntry, context: MapContext): EntrySql {
  const mapped = [...entry.columns].map(([name, mapping]) =>
    mappedColumn(entry, name, mapping, context),
  );
  const key = tables[entry.mapping.table].key;
  const made = key !== null && !entry.columns.has(key) ? [[key, madeKey(entry)] as const] : [];
  const out: (readonly [string, string])[] = [
    ...mapped.flatMap(({ out: pairs }) => pairs),
    ...made,
    ['src_file', '_file'],
    ['src_table', sqlText(entry.source.name)],
    ['src_line', '_line'],
  ];
  const locators = ['_file', '_line', '_row'];
  const select = `SELECT ${list(out.map(([name, sql]) => `${sql} AS ${sqlName(name)}`))}
    FROM (SELECT *, ${list([...mapped.flatMap(({ values }) => values), 'NULL AS _end'])}
    FROM (SELECT ${list([...mapped.flatMap(({ texts }) => texts), ...locators.map((name) => `base.${name}`)])}
    FROM ${fromSql(entry)} ${conditionsSql(entry)}))`;
  return { columns: out.map(([name]) => name), select };
}

interface MappedColumn {
  /** First layer: raw text (r), prepared text (p), broken JSON (b). */
  readonly texts: readonly string[];
  /** Second layer: values (v). */
  readonly values: readonly string[];
  /** Result columns and their SQL. */
  readonly out: readonly (readonly [string, string])[];
}

function mappedColumn(
  entry: ResolvedEntry,
  name: string,
  mapping: ColumnMapping,
  context: MapContext,
): MappedColumn {
  const { table } = entry.mapping;
  const shape = columnsOf(table).get(name) ?? { type: 'text' as const, doc: { en: '', zh: '' } };
  const reading = readingOf(table, name, mapping);
  const value: ValueContext = { ...context, reading, shape, none: noneOf(table, name, mapping) };
  const sources = [listOf(mapping.column), ...(mapping.plus ?? []).map((column) => [column])];
  const parts = sources.map((columns, i) => ({
    columns,
    r: sqlName(`r${i}_${name}`),
    p: sqlName(`p${i}_${name}`),
    v: sqlName(`v${i}_${name}`),
  }));
  const broken = sqlName(`b_${name}`);
  const texts = parts.flatMap(({ columns, r, p }) => {
    const raws =
      mapping.value === undefined
        ? columns.map((column) => rawSql(entry, column, mapping))
        : [sqlText(mapping.value)];
    return [
      `${coalesced(raws.map(trimmedSql))} AS ${r}`,
      `${coalesced(raws.map((raw) => preparedSql(raw, mapping, value)))} AS ${p}`,
    ];
  });
  if (mapping.json !== undefined) texts.push(`${brokenJsonSql(entry, mapping)} AS ${broken}`);
  const odd = parts.map(({ r, p, v }) => {
    const sample = reading === 'pseudonym' ? "''" : `left(${r}, ${sampleChars})`;
    return `CASE WHEN ${p} IS NOT NULL AND ${v} IS NULL THEN 'u' || ${sample}
      ELSE ${oddSql(r, p, value)} || ${sample} END`;
  });
  if (mapping.json !== undefined) odd.unshift(`CASE WHEN ${broken} THEN 'j' END`);
  return {
    texts,
    values: parts.map(({ p, v }) => `${valueSql(p, value)} AS ${v}`),
    out: [
      [
        name,
        resultSql(
          parts.map(({ v }) => v),
          mapping,
        ),
      ],
      [`why_${name}`, coalesced(odd)],
    ],
  };
}

function resultSql(values: readonly string[], { negate, prefix }: ColumnMapping): string {
  const [first = 'NULL', ...more] = values;
  const terms = values.map((value) => `coalesce(${value}, 0)`).join(' + ');
  const sum =
    more.length === 0 ? first : `CASE WHEN ${coalesced(values)} IS NOT NULL THEN ${terms} END`;
  const signed = negate === true ? `-(${sum})` : sum;
  return prefix === undefined ? signed : `${sqlText(prefix)} || ${signed}`;
}

/** Text of one raw column: out of its JSON, out of its list. */
function rawSql(entry: ResolvedEntry, column: string, { json, item }: ColumnMapping): string {
  let text = referenceSql(entry, column);
  if (json !== undefined) {
    text = `CASE WHEN json_valid(${text}) THEN json_extract_string(${text}, ${sqlText(json)}) END`;
  }
  if (item === undefined) return text;
  const items = `list_filter(string_split(${text}, ${sqlText(item.separator)}), lambda x: trim(x) <> '')`;
  return `${items}[${{ first: 1, last: -1, last_but_one: -2 }[item.take]}]`;
}

function brokenJsonSql(entry: ResolvedEntry, mapping: ColumnMapping): string {
  const texts = listOf(mapping.column).map((column) => referenceSql(entry, column));
  const checks = texts.map(
    (text) => `coalesce(${trimmedSql(text)} IS NOT NULL AND NOT json_valid(${text}), false)`,
  );
  return checks.join(' OR ') || 'false';
}

/** A name for a row whose source has none: raw table, file and row. */
function madeKey(entry: ResolvedEntry): string {
  return `${sqlText(`${entry.source.name}:`)} || _file || ':' || _row`;
}

function coalesced(sql: readonly string[]): string {
  return sql.length === 1 ? (sql[0] ?? 'NULL') : `coalesce(${sql.join(', ')})`;
}

function list(sql: readonly string[]): string {
  return sql.join(',\n  ');
}
