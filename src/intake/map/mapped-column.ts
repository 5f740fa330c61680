import { sqlName, sqlText } from '../../engine/duckdb.ts';
import { columnsOf } from '../../model/tables.ts';
import type { ColumnMapping, Condition, Reading } from '../mapping.ts';
import { noneOf, readingOf } from './default-reading.ts';
import { conditionSql, referenceProfile, referenceSql } from './entry-from-sql.ts';
import type { MapContext } from './map-context.ts';
import type { TextProfile } from './profile-texts.ts';
import { listOf } from './resolve-entry.ts';
import type { ResolvedEntry } from './resolve-entry.ts';
import { shortReading } from './short-reading.ts';
import type { ShortReading } from './short-reading.ts';
import { trimmedSql } from './sql-clean.ts';
import type { SqlStep } from './sql-step.ts';
import { oddSql, preparing, valueSql } from './sql-value.ts';
import type { ValueContext } from './sql-value.ts';
import { form, formOfConstant } from './text-forms.ts';

/** Longest sample of an odd value kept for its issue. */
const sampleChars = 40;

/** SQL and the name it goes by in the layer above. */
export type Named = readonly [name: string, sql: string];

/** One canonical column of an entry as the layers that compute it, from raw text upwards. */
export interface MappedColumn {
  readonly name: string;
  /** Trimmed raw texts (t), one for each alternative, and whether their JSON is broken (b). */
  readonly raw: readonly Named[];
  /** What `raw` says before preparation (r), for samples. */
  readonly samples: readonly Named[];
  /** Names of the texts and the steps they go through. */
  readonly texts: readonly string[];
  readonly steps: readonly SqlStep[];
  /** The first of the prepared alternatives (p). */
  readonly prepared: readonly Named[];
  /** Values (v). */
  readonly values: readonly Named[];
  /** The canonical column and, unless nothing can be odd, its `why_` column. */
  readonly out: readonly Named[];
  /**
   * NULL where the column will be. Every pseudonym of a text succeeds, so the text will do, and
   * a filter on it does not compute the hash a second time.
   */
  readonly given: string;
}

export function mappedColumn(
  entry: ResolvedEntry,
  name: string,
  mapping: ColumnMapping,
  context: MapContext,
): MappedColumn {
  const { table } = entry.mapping;
  const shape = columnsOf(table).get(name) ?? { type: 'text' as const, doc: { en: '', zh: '' } };
  const reading = readingOf(table, name, mapping);
  const value: ValueContext = { ...context, reading, shape, none: noneOf(table, name, mapping) };
  const profile = profileOf(entry, mapping, context);
  const terms = termsOf(entry, mapping);
  const short = profile === null ? null : shortReading(mapping, value, profile);
  return short === null
    ? fullColumn(entry, name, mapping, value, terms, profile?.forms)
    : shortColumn(name, mapping, reading, terms, short);
}

function shortColumn(
  name: string,
  mapping: ColumnMapping,
  reading: Reading,
  terms: readonly string[][],
  short: ShortReading,
): MappedColumn {
  const hashed = reading === 'pseudonym';
  const parts = terms.map((texts, i) => {
    const prepared = coalesced(texts.map(short.prepared));
    const below: Named = [`v${i}_${name}`, hashed ? prepared : short.value(prepared)];
    return { below, value: hashed ? short.value(sqlName(below[0])) : sqlName(below[0]) };
  });
  return {
    name,
    raw: parts.map(({ below }) => below),
    samples: [],
    texts: [],
    steps: [],
    prepared: [],
    values: [],
    out: [
      [
        name,
        resultSql(
          parts.map(({ value }) => value),
          mapping,
        ),
      ],
    ],
    given: coalesced(parts.map(({ below }) => sqlName(below[0]))),
  };
}

function fullColumn(
  entry: ResolvedEntry,
  name: string,
  mapping: ColumnMapping,
  value: ValueContext,
  terms: readonly string[][],
  forms?: number,
): MappedColumn {
  const { reading } = value;
  const trimmed = trimming(forms);
  const parts = terms.map((texts, i) => {
    const named = texts.map((sql, a): Named => [`t${i}_${a}_${name}`, trimmed(sql)]);
    const names = named.map(([text]) => sqlName(text));
    return { named, names, r: `r${i}_${name}`, p: `p${i}_${name}`, v: `v${i}_${name}` };
  });
  const broken = mapping.json === undefined ? [] : [`b_${name}`];
  const odd = parts.map(({ r, p, v }) => {
    const [raw, prepared, read] = [sqlName(r), sqlName(p), sqlName(v)];
    const sample = reading === 'pseudonym' ? "''" : `left(${raw}, ${sampleChars})`;
    return `CASE WHEN ${prepared} IS NOT NULL AND ${read} IS NULL THEN 'u' || ${sample}
      ELSE ${oddSql(raw, prepared, value)} || ${sample} END`;
  });
  const whys = [...broken.map((flag) => `CASE WHEN ${sqlName(flag)} THEN 'j' END`), ...odd];
  const values = parts.map(({ v }) => sqlName(v));
  return {
    name,
    raw: [
      ...parts.flatMap(({ named }) => named),
      ...broken.map((flag): Named => [flag, brokenJsonSql(entry, mapping)]),
    ],
    samples: parts.map(({ r, names }) => [r, coalesced(names)]),
    texts: parts.flatMap(({ named }) => named.map(([text]) => text)),
    steps: preparing(mapping, value, forms),
    prepared: parts.map(({ p, names }) => [p, coalesced(names)]),
    values: parts.map(({ p, v }) => [v, valueSql(sqlName(p), value)]),
    out: [
      [name, resultSql(values, mapping)],
      [`why_${name}`, coalesced(whys)],
    ],
    given:
      reading === 'pseudonym' ? coalesced(parts.map(({ p }) => sqlName(p))) : coalesced(values),
  };
}

/** Trims texts of forms that may need it. */
function trimming(forms: number = form.other): SqlStep {
  if ((forms & form.other) !== 0) return trimmedSql;
  return (forms & form.empty) === 0 ? (text) => text : (text) => `nullif(${text}, '')`;
}

/** What all texts of a column together are; null where one is not known or made of others. */
function profileOf(
  entry: ResolvedEntry,
  mapping: ColumnMapping,
  { profiles }: MapContext,
): TextProfile | null {
  const { value, json, item, combine, column, plus = [] } = mapping;
  if (value !== undefined) return { forms: formOfConstant(value), few: [value] };
  if (json !== undefined || item !== undefined || combine !== undefined) return null;
  let [forms, few]: [number, readonly string[] | null] = [0, []];
  for (const reference of [...listOf(column), ...plus]) {
    const one = referenceProfile(entry, reference, profiles);
    if (one === null) return null;
    forms |= one.forms;
    few = few === null || one.few === null ? null : [...few, ...one.few];
  }
  return { forms, few };
}

/** What is added up (one term, or more with `plus`), each as its alternatives' raw text. */
function termsOf(entry: ResolvedEntry, mapping: ColumnMapping): string[][] {
  const when = whenSql(entry, mapping.when ?? []);
  if (mapping.value !== undefined) return [[when(sqlText(mapping.value))]];
  const terms = [listOf(mapping.column), ...(mapping.plus ?? []).map((column) => [column])];
  const texts = terms.map((columns) => columns.flatMap((column) => rawSql(entry, column, mapping)));
  const { combine } = mapping;
  if (combine === undefined) return texts.map((all) => all.map(when));
  return texts.map((all) => {
    const cleaned = all
      .map(trimmedSql)
      .map((text) => (mapping.codes === undefined ? text : `coalesce(${text}, '')`));
    return [when(`concat_ws(${sqlText(combine)}, ${cleaned.join(', ')})`)];
  });
}

function whenSql(entry: ResolvedEntry, conditions: readonly Condition[]): SqlStep {
  if (conditions.length === 0) return (text) => text;
  const terms = conditions.map((one) => conditionSql(referenceSql(entry, one.column), one));
  return (text) => `CASE WHEN ${terms.join(' AND ')} THEN ${text} END`;
}

/** Texts of one raw column: out of its JSON (one for each path), out of its list. */
function rawSql(entry: ResolvedEntry, column: string, mapping: ColumnMapping): string[] {
  const text = referenceSql(entry, column);
  const found =
    mapping.json === undefined
      ? [text]
      : listOf(mapping.json).map(
          (path) =>
            `CASE WHEN json_valid(${text}) THEN json_extract_string(${text}, ${sqlText(path)}) END`,
        );
  const { item } = mapping;
  return item === undefined ? found : found.map((list) => itemSql(list, item));
}

function itemSql(text: string, item: NonNullable<ColumnMapping['item']>): string {
  const place = { first: 1, last: -1, last_but_one: -2 }[item.take];
  const items = `string_split(${text}, ${sqlText(item.separator)})`;
  return `list_filter(${items}, lambda x: trim(x) <> '')[${place}]`;
}

function brokenJsonSql(entry: ResolvedEntry, mapping: ColumnMapping): string {
  const texts = listOf(mapping.column).map((column) => referenceSql(entry, column));
  const checks = texts.map((text) => `(${text} <> '' AND NOT json_valid(${text}))`);
  return `coalesce(${checks.join(' OR ')}, false)`;
}

function resultSql(values: readonly string[], { negate, prefix }: ColumnMapping): string {
  const terms = values.map((value) => `coalesce(${value}, 0)`).join(' + ');
  const sum =
    values.length === 1
      ? coalesced(values)
      : `CASE WHEN ${coalesced(values)} IS NOT NULL THEN ${terms} END`;
  const signed = negate === true ? `-(${sum})` : sum;
  return prefix === undefined ? signed : `${sqlText(prefix)} || ${signed}`;
}

function coalesced(sql: readonly string[]): string {
  return sql.length === 1 ? (sql[0] ?? 'NULL') : `coalesce(${sql.join(', ')})`;
}
