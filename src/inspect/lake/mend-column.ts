import { sparkText } from '../../engine/spark/views.ts';
import { wordsOf } from '../../engine/sql-words.ts';
import { personalColumns } from '../../intake/detect/canonical-export.ts';
import { outerBlanks } from '../../intake/map/sql-clean.ts';
import type { IssueCode } from '../../model/issue.ts';
import type { ColumnType } from '../../model/table-shape.ts';
import { shapeOf, statedNone } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { LakeColumn } from './lake-columns.ts';

/** What canonical tables do not have: when a row has it, what is read then, what is told. */
export interface Mending {
  readonly when: string;
  /** The value of every row, such ones included. */
  readonly value: string;
  readonly code: IssueCode;
  /** Whether one of the values may be shown. */
  readonly shown: boolean;
}

/**
 * What may be wrong with a column, as SQL of Spark; null where its type leaves nothing to doubt.
 * It is what an import of the same table would read, but that pseudonyms have to be there already.
 */
export function mendingOf(
  table: TableName,
  { name, shape, sql }: Pick<LakeColumn, 'name' | 'shape' | 'sql'>,
  time_zone: string,
): Mending | null {
  const said = `${sql} IS NOT NULL`;
  const bare = `btrim(${sql}, ${sparkText(outerBlanks)})`;
  if (personalColumns.has(name)) {
    const is = `(length(${sql}) = 64 AND NOT ${sql} RLIKE '[^0-9a-f]')`;
    const value = `CASE WHEN ${is} THEN ${sql} END`;
    return { when: `${said} AND NOT ${is}`, value, code: 'lake.no_pseudonym', shown: false };
  }
  if (shape.type === 'id') {
    const none = shapeOf(table).key === name ? `''` : `'', '0', 'NULL', 'null'`;
    const when = `${said} AND (${bare} IN (${none}) OR ${bare} <> ${sql})`;
    const value = `CASE WHEN ${bare} NOT IN (${none}) THEN ${bare} END`;
    return { when, value, code: 'lake.id_mended', shown: true };
  }
  if (shape.values !== undefined) {
    const is = `${sql} IN (${shape.values.map(sparkText).join(', ')})`;
    const value = `CASE WHEN ${is} THEN ${sql} WHEN ${bare} <> '' THEN 'other' END`;
    return { when: `${said} AND NOT ${is}`, value, code: 'lake.code_unknown', shown: true };
  }
  if (shape.type === 'text') {
    const none = sparkText(statedNone);
    const value = `CASE WHEN ${sql} = ${none} THEN '' ELSE ${sql} END`;
    return { when: `${sql} IN ('', ${none})`, value, code: 'lake.text_empty', shown: false };
  }
  const never = neverSql(shape.type, sql, time_zone);
  if (never !== null) {
    const value = `CASE WHEN NOT (${never}) THEN ${sql} END`;
    return { when: never, value, code: 'lake.time_none', shown: false };
  }
  if (shape.type === 'double') {
    const is = `abs(${sql}) < 9E18`;
    const value = `CASE WHEN ${is} THEN ${sql} END`;
    return { when: `${said} AND NOT ${is}`, value, code: 'lake.number_unusable', shown: false };
  }
  return null;
}

/** Times by which software says "never": the year 1, the first moment of 1970, here or in UTC. */
function neverSql(type: ColumnType, sql: string, time_zone: string): string | null {
  if (type === 'date') return `(${sql} = DATE '1970-01-01' OR ${sql} < DATE '0002-01-01')`;
  if (type !== 'instant') return null;
  const local = wordsOf({ dialect: 'spark' }).after('1969-12-31', time_zone);
  return `(${sql} IN (TIMESTAMP '1970-01-01 00:00:00', ${local})
    OR ${sql} < TIMESTAMP '0002-01-01 00:00:00')`;
}
