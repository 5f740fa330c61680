import { commentIn, readColumn, readItem, readKey } from './table-definition.ts';
import type { ColumnDefinition, TableDefinition } from './table-definition.ts';
import { splitAtCommas, TokenReader } from './tokens.ts';
import type { TableName, Token } from './tokens.ts';

/** The table of an ALTER TABLE and its changes, one list of tokens each; null for others. */
export function readAlterTable(
  tokens: readonly Token[],
): { readonly name: TableName; readonly changes: readonly Token[][] } | null {
  const reader = new TokenReader(tokens);
  if (!reader.take('ALTER')) return null;
  reader.take('ONLINE');
  reader.take('IGNORE');
  if (!reader.take('TABLE')) return null;
  reader.take('IF', 'EXISTS');
  const name = reader.tableName();
  return name && { name, changes: splitAtCommas(tokens.slice(reader.at)) };
}

/** Applies one change of an ALTER TABLE; what concerns no shape is passed over. */
export function applyChange(change: readonly Token[], definition: TableDefinition): void {
  const reader = new TokenReader(change);
  if (reader.take('ADD')) {
    if (readKey(change.slice(reader.at), definition)) return;
    reader.take('COLUMN');
    reader.take('IF', 'NOT', 'EXISTS');
    addColumns(change.slice(reader.at), definition);
  } else if (reader.take('MODIFY')) {
    reader.take('COLUMN');
    const column = readColumn(change.slice(reader.at));
    if (column) replaceColumn(definition, column.name, column, change);
  } else if (reader.take('CHANGE')) {
    reader.take('COLUMN');
    const old = reader.name();
    const column = readColumn(change.slice(reader.at));
    if (column && old !== null) replaceColumn(definition, old, column, change);
  } else if (reader.take('DROP')) {
    dropItem(reader, definition);
  } else if (reader.is('COMMENT')) {
    definition.comment = commentIn(change);
  }
}

function addColumns(item: readonly Token[], definition: TableDefinition): void {
  const reader = new TokenReader(item);
  if (reader.is('(')) {
    for (const part of splitAtCommas(reader.group())) readItem(part, definition);
    return;
  }
  const before = definition.columns.length;
  readItem(item, definition);
  const added = definition.columns[before];
  if (!added) return;
  definition.columns.pop();
  definition.columns.splice(placeOf(item, definition.columns, before), 0, added);
}

/** Index that FIRST or AFTER asks for; `otherwise` without them. */
function placeOf(
  item: readonly Token[],
  columns: readonly ColumnDefinition[],
  otherwise: number,
): number {
  const last = item.at(-1);
  if (last?.type === 'word' && last.value.toUpperCase() === 'FIRST') return 0;
  const after = item.at(-2);
  if (after?.type !== 'word' || after.value.toUpperCase() !== 'AFTER') return otherwise;
  const at = columns.findIndex((column) => column.name === last?.value);
  return at < 0 ? otherwise : at + 1;
}

function replaceColumn(
  definition: TableDefinition,
  old: string,
  column: ColumnDefinition,
  change: readonly Token[],
): void {
  const { columns } = definition;
  const at = columns.findIndex(({ name }) => name === old);
  if (at < 0) return;
  columns.splice(at, 1);
  columns.splice(placeOf(change, columns, at), 0, column);
  const rename = (name: string): string => (name === old ? column.name : name);
  definition.primary_key = definition.primary_key.map(rename);
  definition.unique_keys = definition.unique_keys.map((key) => key.map(rename));
}

function dropItem(reader: TokenReader, definition: TableDefinition): void {
  if (reader.take('PRIMARY', 'KEY')) {
    definition.primary_key = [];
    return;
  }
  const words = ['INDEX', 'KEY', 'FOREIGN', 'CONSTRAINT', 'CHECK', 'PARTITION'];
  if (words.some((word) => reader.is(word))) return;
  reader.take('COLUMN');
  reader.take('IF', 'EXISTS');
  const name = reader.name();
  definition.columns = definition.columns.filter((column) => column.name !== name);
}
