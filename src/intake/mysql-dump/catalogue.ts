import type { RawTableShape } from '../raw.ts';
import { applyChange, readAlterTable } from './alter-table.ts';
import type { RowShape } from './recovery.ts';
import { emptyDefinition, readCreateTable } from './table-definition.ts';
import type { TableDefinition } from './table-definition.ts';
import { TokenReader } from './tokens.ts';
import type { TableName, Token } from './tokens.ts';

export interface CatalogueTable {
  /** Name the rows go by: the table's own, or `database.table` where two databases share it. */
  readonly name: string;
  readonly definition: TableDefinition;
  /** Some statement of the dump filled it. */
  filled: boolean;
  /** CREATE TABLE was seen, so that an INSERT without a column list can be aligned. */
  declared: boolean;
  /** What its rows look like, by the columns of the INSERT. */
  readonly shapes: Map<string, RowShape>;
}

/** Databases of the server itself, which `mysqldump --all-databases` writes along. */
const serverDatabases = new Set(['mysql', 'sys', 'information_schema', 'performance_schema']);

/** The tables of a dump as its DDL builds them up. Nothing of it is ever executed. */
export class Catalogue {
  database = '';
  readonly #tables = new Map<string, CatalogueTable>();
  /** Which database took the plain name of a table first. */
  readonly #owners = new Map<string, string>();

  get size(): number {
    return this.#tables.size;
  }

  /** Whether rows of this table are the server's own and none of the data. */
  belongsToServer(name: TableName): boolean {
    return serverDatabases.has((name.database ?? this.database).toLowerCase());
  }

  /** The table an INSERT names; made on the spot when nothing declared it. */
  table(name: TableName): CatalogueTable {
    const known = this.#find(name);
    if (known) return known;
    return this.#add(name, emptyDefinition(), false);
  }

  /** The first declared table that the tokens of a damaged statement name. */
  namedIn(tokens: readonly Token[]): CatalogueTable | undefined {
    return tokens
      .filter(({ type }) => type !== 'mark')
      .map(({ value }) => this.#find({ database: null, table: value }))
      .find((table) => table?.declared);
  }

  /** Takes in CREATE TABLE, ALTER TABLE, DROP TABLE and USE; false for anything else. */
  take(tokens: readonly Token[]): boolean {
    const reader = new TokenReader(tokens);
    if (reader.is('CREATE')) return this.#create(tokens);
    if (reader.is('ALTER')) return this.#alter(tokens);
    if (reader.take('DROP')) return this.#drop(reader);
    if (reader.take('USE')) {
      this.database = reader.name() ?? '';
      return true;
    }
    return false;
  }

  /** Shapes of the tables that stand at the end of the dump, in the order they appeared. */
  shapes(): RawTableShape[] {
    return [...this.#tables.values()].filter(({ declared }) => declared).map(shapeOf);
  }

  #create(tokens: readonly Token[]): boolean {
    const created = readCreateTable(tokens);
    if (!created) return false;
    if (this.belongsToServer(created.name)) return true;
    const known = this.#tables.get(this.#key(created.name));
    if (known?.declared && created.if_not_exists) return true;
    const source = created.like ? this.#find(created.like) : null;
    const definition = source ? structuredClone(source.definition) : created.definition;
    if (known) {
      Object.assign(known.definition, definition);
      known.declared = true;
    } else {
      this.#add(created.name, definition, true);
    }
    return true;
  }

  #alter(tokens: readonly Token[]): boolean {
    const altered = readAlterTable(tokens);
    if (!altered) return false;
    const table = this.#find(altered.name);
    if (table) for (const change of altered.changes) applyChange(change, table.definition);
    return true;
  }

  /** DROP TABLE stands before every CREATE TABLE; it also removes the stand-ins of views. */
  #drop(reader: TokenReader): boolean {
    reader.take('TEMPORARY');
    if (!reader.take('TABLE')) return false;
    reader.take('IF', 'EXISTS');
    do {
      const name = reader.tableName();
      if (name && this.#find(name)?.filled === false) this.#tables.delete(this.#key(name));
    } while (reader.take(','));
    return true;
  }

  #key(name: TableName): string {
    return `${name.database ?? this.database}\0${name.table}`;
  }

  #find(name: TableName): CatalogueTable | undefined {
    const named = this.#tables.get(this.#key(name)) ?? this.#tables.get(`\0${name.table}`);
    if (named || name.database !== null || this.database !== '') return named;
    return this.#tables.get(`${this.#owners.get(name.table) ?? ''}\0${name.table}`);
  }

  #add(name: TableName, definition: TableDefinition, declared: boolean): CatalogueTable {
    const database = name.database ?? this.database;
    const owner = this.#owners.get(name.table) ?? database;
    this.#owners.set(name.table, owner);
    const shown = owner === database ? name.table : `${database}.${name.table}`;
    const table = { name: shown, definition, filled: false, declared, shapes: new Map() };
    this.#tables.set(this.#key(name), table);
    return table;
  }
}

export function shapeOf({ name, definition }: CatalogueTable): RawTableShape {
  const { comment, columns, primary_key, unique_keys } = definition;
  return {
    name,
    comment,
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      comment: column.comment,
    })),
    primary_key: [...primary_key],
    unique_keys: unique_keys.map((key) => [...key]),
  };
}
