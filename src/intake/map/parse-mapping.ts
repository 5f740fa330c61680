import { columnsOf, importedTables, locatorColumns } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { ColumnMapping, Condition, JoinMapping, Mapping, TableMapping } from '../mapping.ts';
import { readingsOf } from './default-reading.ts';
import { parseYaml } from './yaml-node.ts';
import type { YamlNode } from './yaml-node.ts';
import { flag, listOf, meant, objectOf, oneOf, recordOf, text, textOrList } from './yaml-shape.ts';
import type { Reader } from './yaml-shape.ts';

/** Reads a mapping file. Anything it does not understand stops with file, line and column. */
export function parseMapping(source: string, fileName: string): Mapping {
  return readMapping(parseYaml(source, fileName));
}

/** A mapping inside a larger file: the adapters of known software. */
export function readMapping(node: YamlNode): Mapping {
  return objectOf<Mapping>(
    {
      schema: oneOf(['polyprism.mapping/1']),
      currency: currency,
      time_zone: timeZone,
      tables: listOf(readTable),
    },
    ['schema', 'currency', 'time_zone', 'tables'],
  )(node);
}

const currency: Reader<string> = (node) => {
  const code = text(node);
  return Intl.supportedValuesOf('currency').includes(code)
    ? code
    : node.fail(`'${code}' is no ISO 4217 currency`);
};

const timeZone: Reader<string> = (node) => {
  const zone = text(node);
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    node.fail(`'${zone}' is no IANA time zone`);
  }
  return zone;
};

const readCondition = objectOf<Condition>(
  { column: text, in: listOf(text), not_in: listOf(text), like: text },
  ['column'],
);

const readJoin = objectOf<JoinMapping>(
  { table: text, alias: text, on: recordOf(text), where: listOf(readCondition) },
  ['table', 'alias', 'on'],
);

/** One path or several: `$.a.b`, `$.list[0]`, `$."odd name"`. */
const jsonPath: Reader<string | readonly string[]> = (node) => {
  const written = textOrList(node);
  for (const path of [written].flat()) {
    if (!/^\$(?:\.(?:\w+|"[^"]+")|\[\d+\])+$/u.test(path))
      node.fail(`'${path}' is no path like $.a.b[0]`);
  }
  return written;
};

function readTable(node: YamlNode): TableMapping {
  const table = tableOf(node);
  const mapping = objectOf<TableMapping>(
    {
      table: () => table,
      from: text,
      join: listOf(readJoin),
      where: listOf(readCondition),
      requires: listOf((item) => canonicalColumn(table, text(item), item.fail)),
      columns: (columns) => readColumns(table, columns),
    },
    ['table', 'from', 'columns'],
  )(node);
  for (const name of mapping.requires ?? []) {
    if (!(name in mapping.columns)) node.fail(`requires '${name}', which is not mapped`);
  }
  const aliases = (mapping.join ?? []).map(({ alias }) => alias);
  const twice = aliases.find((alias, i) => aliases.indexOf(alias) !== i);
  if (twice !== undefined) node.fail(`two joins have the alias '${twice}'`);
  return mapping;
}

/** The table is needed before the other members can be read, wherever it stands among them. */
function tableOf(node: YamlNode): TableName {
  const entry = node.entries.find(({ key }) => key === 'table');
  if (entry === undefined) return node.fail("'table' is missing");
  const name = text(entry.node);
  const imported = importedTables();
  const found = imported.find((table) => table === name);
  return found ?? entry.node.fail(`'${name}' is no canonical table${meant(name, imported)}`);
}

function readColumns(table: TableName, node: YamlNode): TableMapping['columns'] {
  if (node.kind !== 'map') node.fail('a map is needed here');
  const members = node.entries.map(({ key, node: member, fail }) => {
    const name = canonicalColumn(table, key, fail);
    return [name, readColumn(table, name, member)] as const;
  });
  return Object.fromEntries(members);
}

function canonicalColumn(table: TableName, name: string, fail: (problem: string) => never): string {
  const names = [...columnsOf(table).keys()].filter((column) => !(column in locatorColumns));
  if (names.includes(name)) return name;
  return fail(`table '${table}' has no column '${name}'${meant(name, names)}`);
}

/** `paid_at: pay_time` is short for `paid_at: {column: pay_time}`. */
function readColumn(table: TableName, name: string, node: YamlNode): ColumnMapping {
  if (node.kind !== 'map') return { column: textOrList(node) };
  const shape = columnsOf(table).get(name);
  const mapping = objectOf<ColumnMapping>(
    {
      column: textOrList,
      combine: text,
      value: text,
      when: listOf(readCondition),
      json: jsonPath,
      item: objectOf({ separator: text, take: oneOf(['first', 'last', 'last_but_one']) }, [
        'separator',
        'take',
      ]),
      prefix: text,
      plus: listOf(text),
      as: oneOf(readingsOf(shape?.type ?? 'text')),
      none: listOf(text),
      blank: listOf(text),
      codes: (codes) => readCodes(shape?.values, codes),
      negate: flag,
    },
    [],
  )(node);
  const sources = [mapping.column, mapping.value].filter((source) => source !== undefined);
  if (sources.length !== 1) node.fail("give either 'column' or 'value'");
  if (mapping.value !== undefined && shape?.values?.includes(mapping.value) === false) {
    node.fail(`'${mapping.value}' is not one of ${shape.values.join(', ')}`);
  }
  const number = shape?.type === 'int' || shape?.type === 'money_minor';
  if (!number && (mapping.plus !== undefined || mapping.negate !== undefined)) {
    node.fail("'plus' and 'negate' are for numbers");
  }
  if (mapping.blank !== undefined && (shape?.type !== 'text' || shape.values !== undefined)) {
    node.fail("'blank' is for texts");
  }
  if (mapping.prefix !== undefined && shape?.type !== 'id') node.fail("'prefix' is for ids");
  return mapping;
}

/** A closed column takes only its own codes. */
function readCodes(
  values: readonly string[] | undefined,
  node: YamlNode,
): Readonly<Record<string, string>> {
  return recordOf(values === undefined ? text : oneOf([...values, '']))(node);
}
