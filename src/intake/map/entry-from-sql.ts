import { sqlName, sqlText } from '../../engine/duckdb.ts';
import type { Condition } from '../mapping.ts';
import type { TextProfile, TextProfiles } from './profile-texts.ts';
import { listOf, splitReference } from './resolve-entry.ts';
import type { ResolvedEntry, ResolvedJoin } from './resolve-entry.ts';
import { cleanedSql } from './sql-clean.ts';

/** The raw table with its lookups. A lookup takes the first matching row in file order. */
export function fromSql(entry: ResolvedEntry): string {
  const joins = entry.joins.map((join) => joinSql(entry, join));
  return [`${sqlName(entry.source.relation)} AS base`, ...joins].join('\n    ');
}

/** `WHERE …` of an entry's conditions; empty without any. */
export function conditionsSql(entry: ResolvedEntry): string {
  const terms = (entry.mapping.where ?? []).map((condition) =>
    conditionSql(referenceSql(entry, condition.column), condition),
  );
  return terms.length === 0 ? '' : `WHERE ${terms.join(' AND ')}`;
}

/** The SQL name of a raw column or `alias.column`. */
export function referenceSql(entry: ResolvedEntry, reference: string): string {
  const aliases = new Set(entry.joins.map(({ mapping }) => mapping.alias));
  const { alias, column } = splitReference(reference, aliases);
  return `${alias === null ? 'base' : sqlName(`j_${alias}`)}.${sqlName(column)}`;
}

/** What is known of the texts that a reference reads; null where nothing is. */
export function referenceProfile(
  entry: ResolvedEntry,
  reference: string,
  profiles: TextProfiles,
): TextProfile | null {
  const aliases = new Set(entry.joins.map(({ mapping }) => mapping.alias));
  const { alias, column } = splitReference(reference, aliases);
  const join = entry.joins.find(({ mapping }) => mapping.alias === alias);
  const { relation } = join?.source ?? entry.source;
  return profiles.get(relation)?.get(column) ?? null;
}

/** Both sides are cleaned: an id exported as ="12" finds its 12. */
function joinSql(entry: ResolvedEntry, { mapping, source }: ResolvedJoin): string {
  const keys = Object.keys(mapping.on);
  const wanted = [...new Set([...keys, ...lookedUp(entry, mapping.alias)])].map(sqlName);
  const keySql = keys.map((key) => cleanedSql(sqlName(key)));
  const conditions = (mapping.where ?? []).map((condition) =>
    conditionSql(sqlName(condition.column), condition),
  );
  const first = `SELECT DISTINCT ON (${keySql.join(', ')}) ${wanted.join(', ')}
      FROM ${sqlName(source.relation)}
      ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
      ORDER BY ${keySql.join(', ')}, _file, _row`;
  const alias = sqlName(`j_${mapping.alias}`);
  const on = Object.entries(mapping.on).map(
    ([key, reference]) =>
      `${cleanedSql(`${alias}.${sqlName(key)}`)} = ${cleanedSql(referenceSql(entry, reference))}`,
  );
  return `LEFT JOIN (${first}) AS ${alias} ON ${on.join(' AND ')}`;
}

/** Columns of a lookup that anything in the entry refers to. */
function lookedUp(entry: ResolvedEntry, alias: string): string[] {
  const references = [
    ...[...entry.columns.values()].flatMap(({ column, plus, when }) => [
      ...listOf(column),
      ...(plus ?? []),
      ...(when ?? []).map((condition) => condition.column),
    ]),
    ...entry.joins.flatMap(({ mapping }) => Object.values(mapping.on)),
    ...(entry.mapping.where ?? []).map(({ column }) => column),
  ];
  return references
    .map((reference) => splitReference(reference, new Set([alias])))
    .filter((reference) => reference.alias === alias)
    .map(({ column }) => column);
}

/** Values are compared as cleaned text; an absent value is the empty text. */
export function conditionSql(reference: string, condition: Condition): string {
  const text = `coalesce(${cleanedSql(reference)}, '')`;
  const values = (list: readonly string[]): string => list.map(sqlText).join(', ');
  return [
    ...(condition.in === undefined ? [] : [`${text} IN (${values(condition.in)})`]),
    ...(condition.not_in === undefined ? [] : [`${text} NOT IN (${values(condition.not_in)})`]),
    ...(condition.like === undefined ? [] : [`${text} LIKE ${sqlText(condition.like)}`]),
  ].join(' AND ');
}
