import { kind } from './value-writer.ts';
import { splitAtCommas, TokenReader } from './tokens.ts';
import type { TableName, Token } from './tokens.ts';

export interface ColumnDefinition {
  readonly name: string;
  /** As declared: `decimal(8,2) unsigned`. */
  readonly type: string;
  readonly comment: string | null;
  /** Takes no value in an INSERT without a column list: generated or invisible. */
  readonly implicit: boolean;
}

/** A table as CREATE TABLE and ALTER TABLE leave it. */
export interface TableDefinition {
  comment: string | null;
  columns: ColumnDefinition[];
  primary_key: string[];
  unique_keys: string[][];
}

export function emptyDefinition(): TableDefinition {
  return { comment: null, columns: [], primary_key: [], unique_keys: [] };
}

/** What a literal that is bytes means in a column of the declared type; see `kind`. */
export function kindOf(type: string): number {
  const bit = /^bit(?:\s*\(\s*(\d+)\s*\))?/i.exec(type);
  if (bit) return Number(bit[1] ?? 1) < 6 ? kind.narrow_bit : kind.bit;
  const numeric = /^(?:tinyint|smallint|mediumint|int|integer|bigint|decimal|numeric|dec|fixed)\b/i;
  return numeric.test(type) || /^(?:float|double|real|year|bool|boolean)\b/i.test(type)
    ? kind.numeric
    : /^timestamp\b/i.test(type)
      ? kind.instant
      : kind.text;
}

export interface CreateTable {
  readonly name: TableName;
  readonly definition: TableDefinition;
  /** CREATE TABLE … LIKE another. */
  readonly like: TableName | null;
  /** CREATE TABLE IF NOT EXISTS: an earlier definition stands. */
  readonly if_not_exists: boolean;
}

/** Reads CREATE TABLE; null where the statement is none or cannot be read. */
export function readCreateTable(tokens: readonly Token[]): CreateTable | null {
  const reader = new TokenReader(tokens);
  if (!reader.take('CREATE')) return null;
  reader.take('OR', 'REPLACE');
  reader.take('TEMPORARY');
  if (!reader.take('TABLE')) return null;
  const if_not_exists = reader.take('IF', 'NOT', 'EXISTS');
  const name = reader.tableName();
  if (name === null) return null;
  const definition = emptyDefinition();
  const created = { name, definition, if_not_exists };
  if (reader.take('LIKE') || (reader.is('(', 'LIKE') && reader.take('(', 'LIKE'))) {
    const like = reader.tableName();
    return like && { ...created, like };
  }
  if (!reader.is('(')) return null;
  for (const item of splitAtCommas(reader.group())) readItem(item, definition);
  definition.comment = commentIn(tokens.slice(reader.at));
  return definition.columns.length > 0 ? { ...created, like: null } : null;
}

/** One item between the parentheses of CREATE TABLE: a key, a check or a column. */
export function readItem(item: readonly Token[], definition: TableDefinition): void {
  if (readKey(item, definition) || isConstraint(item)) return;
  const column = readColumn(item);
  if (!column) return;
  definition.columns.push(column);
  const reader = new TokenReader(item);
  for (; reader.token; reader.at += 1) {
    if (reader.is('DEFAULT')) reader.at += 1;
    else if (reader.is('PRIMARY', 'KEY')) definition.primary_key = [column.name];
    else if (reader.is('UNIQUE')) definition.unique_keys.push([column.name]);
  }
}

/** Adds the key that `item` declares; false where it declares none that matters here. */
export function readKey(item: readonly Token[], definition: TableDefinition): boolean {
  const reader = new TokenReader(item);
  if (reader.take('CONSTRAINT') && !reader.is('PRIMARY') && !reader.is('UNIQUE')) reader.name();
  const primary = reader.take('PRIMARY', 'KEY');
  if (!primary && !reader.take('UNIQUE')) return false;
  while (reader.token && !reader.is('(')) reader.at += 1;
  const parts = splitAtCommas(reader.group());
  const columns = parts.map((part) => part[0]!.value);
  // A key over an expression or a prefix of a column says nothing of the column itself.
  const whole = parts.every((part) => part[0]!.type !== 'mark' && part[1]?.value !== '(');
  if (primary) definition.primary_key = columns;
  else if (whole && columns.length > 0) definition.unique_keys.push(columns);
  return true;
}

/** Indexes, checks and foreign keys, which declare no column. */
function isConstraint(item: readonly Token[]): boolean {
  const reader = new TokenReader(item);
  if (item[0]?.type !== 'word') return false;
  if (reader.is('CONSTRAINT') || reader.is('CHECK', '(') || reader.is('FOREIGN', 'KEY'))
    return true;
  if (reader.is('FULLTEXT') || reader.is('SPATIAL')) return true;
  if (reader.is('PERIOD', 'FOR')) return true;
  // `key` may also be a column's name in software that does not quote: then a type follows.
  if (!reader.take('KEY') && !reader.take('INDEX')) return false;
  return !(reader.token?.type === 'word' && typeName.test(reader.token.value));
}

const typeName = /^(?:(?:var)?char|\w*int|\w*text|\w*blob|decimal|date|datetime|timestamp|enum)$/i;

/** Words that end a column's type. */
const attributes = new Set(
  `NOT NULL DEFAULT AUTO_INCREMENT COMMENT PRIMARY UNIQUE KEY GENERATED AS CHECK REFERENCES ON
  COLLATE CHARACTER CHARSET CONSTRAINT COLUMN_FORMAT STORAGE VIRTUAL STORED PERSISTENT INVISIBLE
  VISIBLE SERIAL FIRST AFTER SRID ASCII UNICODE BINARY WITHOUT WITH REF_SYSTEM_ID`.split(/\s+/),
);

/** Reads a column definition: a name, a type and attributes. */
export function readColumn(item: readonly Token[]): ColumnDefinition | null {
  const reader = new TokenReader(item);
  const name = reader.name();
  if (name === null || reader.token?.type !== 'word') return null;
  let type = '';
  while (reader.token) {
    if (reader.is('(')) {
      type += `(${reader.group().map(spelled).join('')})`;
    } else if (type === '' || isTypeWord(reader.token)) {
      type += `${type === '' ? '' : ' '}${reader.token.value}`;
      reader.at += 1;
    } else break;
  }
  const rest = item.slice(reader.at);
  return { name, type, comment: commentIn(rest), implicit: isImplicit(rest) };
}

function isTypeWord(token: Token): boolean {
  return token.type === 'word' && !attributes.has(token.value.toUpperCase());
}

function spelled(token: Token): string {
  return token.type === 'text' ? `'${token.value.replaceAll("'", "''")}'` : token.value;
}

function isImplicit(attributesOf: readonly Token[]): boolean {
  const reader = new TokenReader(attributesOf);
  for (; reader.token; reader.at += 1) {
    if (reader.is('DEFAULT')) reader.at += 1;
    else if (reader.is('AS', '(') || reader.is('INVISIBLE')) return true;
    if (reader.is('(')) {
      reader.group();
      reader.at -= 1;
    }
  }
  return false;
}

/** The text behind the last COMMENT outside parentheses, with or without `=`. */
export function commentIn(tokens: readonly Token[]): string | null {
  const reader = new TokenReader(tokens);
  let comment: string | null = null;
  for (; reader.token; reader.at += 1) {
    if (reader.is('(')) {
      reader.group();
      reader.at -= 1;
    } else if (reader.is('COMMENT')) {
      const next = tokens[reader.at + 1];
      const token = next?.value === '=' && next.type === 'mark' ? tokens[reader.at + 2] : next;
      // An index may have a comment, and a partition: the table's is the first.
      if (token?.type === 'text') comment ??= token.value;
    }
  }
  return comment;
}
