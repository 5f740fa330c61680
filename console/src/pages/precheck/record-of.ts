import { shapeOf } from '../../../../src/model/tables.ts';
import type { Asked } from './kinds.ts';
import { kinds } from './kinds.ts';
import type { KindName } from './kinds.ts';

/** What was typed, by column; empty where nothing was. */
export type Typed = Readonly<Record<string, string>>;

/** The record as the server reads it; what was left empty is unknown, not empty. */
export function recordOf(kind: Exclude<KindName, 'plan'>, typed: Typed): Asked {
  const { table, set } = kinds[kind];
  const record: Record<string, unknown> = { ...set };
  for (const [column, text] of Object.entries(typed)) {
    const value = valueOf(table, column, text);
    if (value !== null) record[column] = value;
  }
  return { table, record };
}

function valueOf(table: Asked['table'], column: string, text: string): unknown {
  if (text.trim() === '') return null;
  switch (shapeOf(table).columns[column]?.type) {
    case 'bool':
      return text === 'true';
    case 'int':
    case 'double':
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'money_minor':
      return minorOf(text);
    case 'instant':
      return instantOf(text);
    default:
      return text;
  }
}

/** '99.90' as 9990; what is no amount stays as it is, and the server says so. */
function minorOf(text: string): number | string {
  const [, whole, part = ''] = /^(\d{1,13})(?:\.(\d{0,2}))?$/.exec(text.trim()) ?? [];
  return whole === undefined ? text : Number(whole + part.padEnd(2, '0'));
}

/** Local time as typed into the browser's own field. */
function instantOf(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}
