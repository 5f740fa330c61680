import { Document, isMap, isSeq, visit } from 'yaml';
import { columnsOf, tables } from '../../model/tables.ts';
import type { ColumnMapping, Mapping, TableMapping } from '../mapping.ts';

const head = ` How raw tables become canonical tables. Edit this file and give it to
 'polyprism inspect --map FILE'.
   column   raw column, or alias.column of a join; of several, the first that is not empty
   value    a constant instead of a column
   as       id, text, int, money_major (yuan), money_minor (fen), unix_s, unix_ms, datetime,
            month_first (12/31/2024), day_first (31/12/2024),
            bool, code, pseudonym, ratio, percent
   none     raw values that mean "none"
   blank    raw texts that state there is none, where none says that nothing is known
   codes    raw value to canonical code; '*' for every other value
 本文件说明原始表如何对应到标准表；修改后用 'polyprism inspect --map 文件' 读入。`;

/** A mapping as YAML that explains itself; `parseMapping` reads it back to the same mapping. */
export function writeMapping(mapping: Mapping): string {
  const { schema, currency, time_zone } = mapping;
  const list = mapping.tables.map(inOrder);
  const document = new Document({ schema, currency, time_zone, tables: list });
  document.commentBefore = head;
  const items = document.get('tables');
  if (isSeq(items)) {
    for (const [i, item] of items.items.entries()) {
      const entry = list[i];
      if (entry === undefined || !isMap(item)) continue;
      const { en, zh } = tables[entry.table].doc;
      item.commentBefore = ` ${zh}: ${en}`;
      item.spaceBefore = true;
      flowColumns(item.get('columns'));
    }
  }
  const text = document.toString({ lineWidth: 100, flowCollectionPadding: false });
  return text.replaceAll(/^ +$/gm, '');
}

/** Members in a fixed order, columns in the order of the canonical table. */
function inOrder({ table, from, join, where, requires, columns }: TableMapping): TableMapping {
  const names = [...columnsOf(table).keys()].filter((name) => name in columns);
  return {
    table,
    from,
    ...(join !== undefined && { join }),
    ...(where !== undefined && { where }),
    ...(requires !== undefined && { requires }),
    columns: Object.fromEntries(names.map((name) => [name, shortened(columns[name] ?? {})])),
  };
}

/** A column that is only a name is written as that name. */
function shortened(mapping: ColumnMapping): ColumnMapping {
  const { column, ...rest } = mapping;
  const plain = Object.keys(rest).length === 0 && typeof column === 'string';
  // The reader takes the bare name for {column: name}; the type has only the long form.
  return plain ? (column as unknown as ColumnMapping) : mapping;
}

/** One column on one line. */
function flowColumns(columns: unknown): void {
  visit(isMap(columns) ? columns : null, {
    Collection: (_key, node) => {
      if (node !== columns) node.flow = true;
    },
  });
}
