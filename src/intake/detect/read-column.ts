import { columnsOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { ColumnMapping } from '../mapping.ts';
import { codeLabels, codeOfLabel } from './code-labels.ts';
import { enumerationOf } from './enumeration.ts';
import { noneValues } from './profile.ts';
import type { ColumnProfile } from './profile.ts';
import type { SurveyedTable } from './survey.ts';

/**
 * How a chosen raw column is read: times by their look, codes by the COMMENT or by the words
 * that stand as values, flags by convention. Null where its values cannot be understood.
 */
export function readColumn(
  table: TableName,
  column: string,
  raw: string,
  source: SurveyedTable,
  profile: ColumnProfile | undefined,
): ColumnMapping | null {
  const shape = columnsOf(table).get(column);
  if (shape?.values !== undefined) return readCodes(table, column, raw, source, profile);
  switch (shape?.type) {
    case 'id': {
      const none = noneValues.filter((value) => profile?.values.includes(value) ?? value === '0');
      const own = columnsOf(table).keys().next().value === column;
      return own ? { column: raw } : { column: raw, none: [...new Set(['0', ...none])] };
    }
    case 'instant':
    case 'date':
      return { column: raw, as: timeReading(profile, commentOf(source, raw).type) };
    case 'bool':
      return readFlag(table, column, raw, source, profile);
    default:
      return { column: raw };
  }
}

/** The twelve-hour clock goes with the American order. */
const monthFirst = /^\d{1,2}\/\d{1,2}\/\d{4}.*[ap]m$/i;

export function timeReading(
  profile: ColumnProfile | undefined,
  type: string | null,
): 'unix_s' | 'unix_ms' | 'datetime' | 'month_first' | 'day_first' {
  if (profile === undefined || profile.meant === 0) {
    return /int/i.test(type ?? '') ? 'unix_s' : 'datetime';
  }
  if (profile.unix_ms > profile.times && profile.unix_ms >= profile.unix_s) return 'unix_ms';
  if (profile.unix_s > profile.times) return 'unix_s';
  // 03/04/2024 alone says nothing; one 03/14/2024 beside it speaks for the whole column.
  if (profile.month_first > 0 && profile.day_first === 0) return 'month_first';
  if (profile.day_first > 0 && profile.month_first === 0) return 'day_first';
  return profile.values.some((value) => monthFirst.test(value)) ? 'month_first' : 'datetime';
}

function commentOf(
  source: SurveyedTable,
  raw: string,
): { comment: string | null; type: string | null } {
  const found = source.table.columns.find((column) => column.name === raw);
  return { comment: found?.comment ?? null, type: found?.type ?? null };
}

/** Codes from the COMMENT, then from values that are words. */
function readCodes(
  table: TableName,
  column: string,
  raw: string,
  source: SurveyedTable,
  profile: ColumnProfile | undefined,
): ColumnMapping | null {
  const codes = understoodCodes(table, column, raw, source, profile);
  if (Object.keys(codes).length === 0) return statusFlag(table, column, raw, source, profile);
  return { column: raw, as: 'code', codes: { ...codes, '*': 'other' } };
}

/** Raw value → canonical code, for every value whose meaning is written somewhere. */
export function understoodCodes(
  table: TableName,
  column: string,
  raw: string,
  source: SurveyedTable,
  profile: ColumnProfile | undefined,
): Record<string, string> {
  const { comment } = commentOf(source, raw);
  const codes: Record<string, string> = {};
  for (const [value, label] of enumerationOf(comment)) {
    const code = codeOfLabel(table, column, label);
    if (code !== null) codes[value] = code;
  }
  for (const value of profile?.values ?? []) {
    if (value in codes || /^-?\d+(\.\d+)?$/.test(value)) continue;
    const code = codeOfLabel(table, column, value);
    if (code !== null) codes[value] = code;
  }
  return codes;
}

/** `is_show`, `is_lock`, `enabled`: a flag in the place of a status, told by its name. */
function statusFlag(
  table: TableName,
  column: string,
  raw: string,
  source: SurveyedTable,
  profile: ColumnProfile | undefined,
): ColumnMapping | null {
  if (column !== 'status') return null;
  const values = profile?.values ?? [];
  if (!values.every((value) => /^(0|1|true|false|y|n)$/i.test(value))) return null;
  const label = `${raw} ${commentOf(source, raw).comment ?? ''}`;
  const off = /lock|disab|forbid|ban|frozen|freeze|black|禁|冻结|锁|off/i.test(label);
  const on = /enabl|active|show|sale|shelf|open|use|list|online|启用|激活|上架|显示|可用/i.test(
    label,
  );
  if (off === on) return null;
  const [yes, no] = flagCodes[table] ?? [];
  if (yes === undefined || no === undefined) return null;
  const [one, zero] = on ? [yes, no] : [no, yes];
  return {
    column: raw,
    as: 'code',
    codes: { '1': one, '0': zero, true: one, false: zero, y: one, n: zero, Y: one, N: zero },
  };
}

const flagCodes: Readonly<Partial<Record<TableName, readonly [string, string]>>> = {
  member: ['active', 'disabled'],
  listing: ['on', 'off'],
  operator: ['active', 'suspended'],
};

/** Flags in five dialects: 0/1, words, a code list, a time of deletion, a negated name. */
function readFlag(
  table: TableName,
  column: string,
  raw: string,
  source: SurveyedTable,
  profile: ColumnProfile | undefined,
): ColumnMapping | null {
  const { comment, type } = commentOf(source, raw);
  if (codeLabels[`${table}.${column}`] !== undefined) {
    const codes = understoodCodes(table, column, raw, source, profile);
    if (Object.keys(codes).length > 0) return { column: raw, as: 'bool', codes };
  }
  const timed = profile !== undefined && profile.times + profile.unix_s + profile.unix_ms > 0;
  if (timed || (/date|time/i.test(type ?? '') && profile?.meant === 0)) {
    return {
      column: raw,
      as: 'bool',
      codes: { '0': 'false', '0000-00-00 00:00:00': 'false', '*': 'true' },
    };
  }
  const negated = column === 'hidden' && /show|display|显示/i.test(raw);
  if (negated) return { column: raw, as: 'bool', codes: { '1': 'false', '0': 'true' } };
  const labelled = labelledFlag(comment);
  return { column: raw, as: 'bool', ...(labelled !== null && { codes: labelled }) };
}

/** '1 是 2 否', '1:是,-1:否': codes whose labels say yes and no. */
function labelledFlag(comment: string | null): Record<string, string> | null {
  const codes: Record<string, string> = {};
  for (const [value, label] of enumerationOf(comment)) {
    if (/^(否|不|未|无|非|正常|no|not|false|没)/i.test(label)) codes[value] = 'false';
    else if (/^(是|已|有|yes|true|删除|开|del)/i.test(label)) codes[value] = 'true';
  }
  return Object.keys(codes).length >= 2 ? codes : null;
}
