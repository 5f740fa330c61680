import type { RawColumn } from '../../model/snapshot.ts';

interface UnionColumn {
  readonly source: string;
  /** Its name in the work database. */
  readonly name: string;
  /** Of a CREATE TABLE, a header or a schema. */
  declared: boolean;
  type: string | null;
  comment: string | null;
}

/** Names the stage itself uses. */
const locators = ['_file', '_line', '_row'];

/**
 * The columns a raw table turns out to have, in the order they became known. A column keeps its
 * index for ever, so rows already written stay valid when columns are added. Names are compared
 * as MySQL does, without case, unless one row holds both spellings: then they are two columns.
 */
export class ColumnUnion {
  readonly #columns: UnionColumn[] = [];
  readonly #bySource = new Map<string, number[]>();
  readonly #byFolded = new Map<string, number[]>();
  readonly #names = new Set(locators);

  get width(): number {
    return this.#columns.length;
  }

  /** Index in the union of each of `sources`, adding those that are new. */
  indexesOf(sources: readonly string[]): number[] {
    const taken = new Set<number>();
    const exact = sources.map((source) => claim(this.#bySource.get(source), taken));
    return sources.map((source, position) => {
      const index = exact[position] ?? claim(this.#byFolded.get(fold(source)), taken);
      if (index !== undefined) return index;
      taken.add(this.#columns.length);
      return this.#add(source, position);
    });
  }

  declare(columns: readonly RawColumn[]): void {
    const indexes = this.indexesOf(columns.map(({ name }) => name));
    columns.forEach(({ type, comment }, i) => {
      const column = this.#columns[indexes[i]!]!;
      column.declared = true;
      column.type ??= type;
      column.comment ??= comment;
    });
  }

  /** The name each source name has in the work database; unknown ones are left out. */
  namesOf(sources: readonly string[]): string[] {
    return sources.flatMap((source) => {
      const [index] = this.#bySource.get(source) ?? this.#byFolded.get(fold(source)) ?? [];
      return index === undefined ? [] : [this.#columns[index]!.name];
    });
  }

  nameAt(index: number): string {
    return this.#columns[index]!.name;
  }

  /** Declared columns first, then those only rows spoke of. */
  list(): RawColumn[] {
    const ordered = [
      ...this.#columns.filter(({ declared }) => declared),
      ...this.#columns.filter(({ declared }) => !declared),
    ];
    return ordered.map(({ name, type, comment }) => ({ name, type, comment }));
  }

  #add(source: string, position: number): number {
    const index = this.#columns.length;
    const name = this.#freeName(source, position);
    this.#columns.push({ source, name, declared: false, type: null, comment: null });
    append(this.#bySource, source, index);
    append(this.#byFolded, fold(source), index);
    this.#names.add(fold(name));
    return index;
  }

  /** A name SQL can carry and no other column has. */
  #freeName(source: string, position: number): string {
    const base = sqlSafe(source) || `column_${position + 1}`;
    let name = base;
    for (let n = 2; this.#names.has(fold(name)); n += 1) name = `${base} (${n})`;
    return name;
  }
}

/** SQL text ends at a NUL and cannot hold half a surrogate pair. */
function sqlSafe(name: string): string {
  return name.replaceAll('\0', '\uFFFD').toWellFormed();
}

function fold(name: string): string {
  return name.toLowerCase();
}

function append(map: Map<string, number[]>, key: string, index: number): void {
  const indexes = map.get(key);
  if (indexes) indexes.push(index);
  else map.set(key, [index]);
}

/** The first of `indexes` not taken, which it then is. */
function claim(indexes: readonly number[] | undefined, taken: Set<number>): number | undefined {
  const index = indexes?.find((candidate) => !taken.has(candidate));
  if (index !== undefined) taken.add(index);
  return index;
}
