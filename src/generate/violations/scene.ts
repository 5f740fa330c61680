import { PolyprismError } from '../../model/issue.ts';
import { shapeOf } from '../../model/tables.ts';
import type { AnyRow, FilledTable, Row, Value } from '../lawful/row.ts';
import { lawfulTables } from '../lawful/tables.ts';
import { HOUR_S } from '../lawful/time.ts';
import type { Tally } from '../lawful/tally.ts';
import type { World } from '../lawful/world.ts';

/** What differs from the lawful rows of a platform. */
export interface Edits {
  /** New values by table and key. */
  readonly changed: Map<FilledTable, Map<string, AnyRow>>;
  readonly dropped: Map<FilledTable, Set<string>>;
  readonly added: Map<FilledTable, AnyRow[]>;
}

type Fits<T extends FilledTable> = (row: Row<T>) => boolean;
type Values<T extends FilledTable> = Row<T> | ((row: Row<T>) => Row<T>);

/** The lawful platform as a violation sees it: rows to look for, and ways to change them. */
export interface Scene {
  readonly world: World;
  /** Ten in the morning of a day, by the market's clock. */
  on(day: string): number;
  /** Whether an instant lies on that day of the market or later; false where there is none. */
  after(value: Value | undefined, day: string): boolean;
  /** Stops: the platform is too small for this violation. */
  refuse(table: FilledTable): never;
  rows<T extends FilledTable>(table: T): Iterable<Row<T>>;
  /** A name for new rows that nothing else has. */
  fresh(): string;
  /** The first lawful row that fits and that no violation has taken; it is taken from now on. */
  find<T extends FilledTable>(table: T, fits: Fits<T>): Row<T>;
  /** Changes such a row; returns its key. */
  change<T extends FilledTable>(table: T, fits: Fits<T>, set: Values<T>): string;
  /** Changes the row of that key, whoever else changes it. */
  put<T extends FilledTable>(table: T, key: string, set: Row<T>): void;
  /** Adds the first lawful row that fits under a new key, with other values; returns the key. */
  copy<T extends FilledTable>(table: T, fits: Fits<T>, set: Values<T>): string;
  /** Adds that row under a new key, with other values; returns the key. */
  again<T extends FilledTable>(table: T, row: Row<T>, set: Values<T>): string;
  /** The first lawful row that fits, which others may take. */
  first<T extends FilledTable>(table: T, fits: Fits<T>): Row<T>;
  add<T extends FilledTable>(table: T, row: Row<T>): void;
  /** Leaves out every lawful row that fits. */
  drop<T extends FilledTable>(table: T, fits: Fits<T>): void;
}

/** A number of a row; NaN, which no comparison is true of, where there is none. */
export function num(value: Value | undefined): number {
  return typeof value === 'number' ? value : Number.NaN;
}

export function newEdits(): Edits {
  return { changed: new Map(), dropped: new Map(), added: new Map() };
}

/** `taken` keeps violations planted on one platform off each other's rows. */
export function sceneOf(
  world: World,
  tally: Tally,
  edits: Edits,
  taken: Set<string>,
  provision: string,
): Scene {
  const rowsOf = <T extends FilledTable>(table: T): Iterable<Row<T>> =>
    lawfulTables[table](world, tally) as Iterable<Row<T>>;
  const keyIn = (table: FilledTable, row: AnyRow): string => String(row[shapeOf(table).key ?? '']);
  const refuse = (table: FilledTable): never => {
    throw new PolyprismError('generate.cannot_plant', { provision, table });
  };
  const first = <T extends FilledTable>(table: T, fits: Fits<T>): Row<T> => {
    for (const row of rowsOf(table)) if (fits(row)) return row;
    return refuse(table);
  };
  const find = <T extends FilledTable>(table: T, fits: Fits<T>): Row<T> => {
    const nameOf = (row: Row<T>): string => `${table} ${keyIn(table, row as AnyRow)}`;
    const row = first(table, (one) => !taken.has(nameOf(one)) && fits(one));
    taken.add(nameOf(row));
    return row;
  };
  const add = <T extends FilledTable>(table: T, row: Row<T>): void => {
    edits.added.set(table, [...(edits.added.get(table) ?? []), row as AnyRow]);
  };
  const put = <T extends FilledTable>(table: T, key: string, set: Row<T>): void => {
    const changes = edits.changed.get(table) ?? new Map<string, AnyRow>();
    changes.set(key, { ...changes.get(key), ...set });
    edits.changed.set(table, changes);
  };
  const fresh = (): string => {
    let n = 1;
    while (taken.has(`fresh X${n}`)) n++;
    taken.add(`fresh X${n}`);
    return `X${n}`;
  };
  const again = <T extends FilledTable>(table: T, row: Row<T>, set: Values<T>): string => {
    const key = fresh();
    const named = { ...row, ...(typeof set === 'function' ? set(row) : set) };
    add(table, { ...named, [shapeOf(table).key ?? '']: key });
    return key;
  };
  return {
    world,
    on: (day) => world.clock.at(day, 10 * HOUR_S),
    after: (value, day) => num(value) >= world.clock.at(day),
    refuse,
    rows: rowsOf,
    fresh,
    find,
    put,
    change(table, fits, set) {
      const row = find(table, fits);
      const key = keyIn(table, row as AnyRow);
      put(table, key, typeof set === 'function' ? set(row) : set);
      return key;
    },
    copy: (table, fits, set) => again(table, first(table, fits), set),
    again,
    first,
    add,
    drop(table, fits) {
      const keys = edits.dropped.get(table) ?? new Set<string>();
      for (const row of rowsOf(table)) if (fits(row)) keys.add(keyIn(table, row as AnyRow));
      edits.dropped.set(table, keys);
    },
  };
}

/** The lawful rows of a table with the edits made. */
export function* editedRows(
  table: FilledTable,
  rows: Iterable<AnyRow>,
  { changed, dropped, added }: Edits,
): Iterable<AnyRow> {
  const changes = changed.get(table);
  const gone = dropped.get(table);
  const column = shapeOf(table).key ?? '';
  for (const row of rows) {
    const key = String(row[column]);
    if (gone?.has(key) === true) continue;
    const set = changes?.get(key);
    yield set === undefined ? row : { ...row, ...set };
  }
  yield* added.get(table) ?? [];
}
