/** Columns of findings that they are counted by. */
export const countedColumns = [
  'provision_id',
  'operator_id',
  'scheme_id',
  'subject_kind',
  'stage',
  'severity',
  'verdict',
] as const;

export type CountedColumn = (typeof countedColumns)[number];

/** One column: the different values, and of each finding the place of its own; 0 for none. */
export interface Column {
  readonly texts: readonly (string | null)[];
  readonly places: Uint16Array | Uint32Array;
}

/** What an inspection found, as columns. */
export interface FindingColumns {
  readonly inspection_id: string;
  readonly size: number;
  readonly columns: Readonly<Record<CountedColumn, Column>>;
}

/** How many findings there are of each value. */
export interface FindingCounts {
  readonly total: number;
  readonly of: Readonly<Record<CountedColumn | 'inspection_id', ReadonlyMap<string, number>>>;
}

/** Values that findings are narrowed by; what is left out does not. */
export type Wanted = Readonly<Partial<Record<CountedColumn, string | undefined>>>;

/** A finding by itself. */
export type CountedRow = Readonly<Record<CountedColumn, string | null>> & {
  readonly inspection_id: string;
};

/** Counts whole inspections, a column at a time, and single findings beside them. */
export function findingCounter(wanted: Wanted) {
  let total = 0;
  const names = ['inspection_id', ...countedColumns] as const;
  const maps = names.map((name) => [name, new Map<string, number>()] as const);
  // Made of these very names.
  const of = Object.fromEntries(maps) as Record<(typeof names)[number], Map<string, number>>;
  const add = (name: (typeof names)[number], value: string | null, count: number): void => {
    if (value !== null && count > 0) of[name].set(value, (of[name].get(value) ?? 0) + count);
  };
  return {
    columns({ inspection_id, size, columns }: FindingColumns): void {
      const picked = pickedOf(columns, size, wanted);
      total += picked.length;
      add('inspection_id', inspection_id, picked.length);
      for (const name of countedColumns) {
        const { texts, places } = columns[name];
        const counts = new Uint32Array(texts.length);
        for (let i = 0; i < picked.length; i += 1) {
          const place = places[picked[i] ?? 0] ?? 0;
          counts[place] = (counts[place] ?? 0) + 1;
        }
        for (const [place, count] of counts.entries()) add(name, texts[place] ?? null, count);
      }
    },
    row(row: CountedRow): void {
      total += 1;
      for (const name of names) add(name, row[name], 1);
    },
    counts: (): FindingCounts => ({ total, of }),
  };
}

/** Rows with every wanted value, in order. */
function pickedOf(columns: FindingColumns['columns'], size: number, wanted: Wanted): Uint32Array {
  const picked = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) picked[row] = row;
  let count = size;
  for (const name of countedColumns) {
    const value = wanted[name];
    if (value === undefined) continue;
    const { texts, places } = columns[name];
    const place = texts.indexOf(value);
    let left = 0;
    for (let i = 0; i < count; i += 1) {
      const row = picked[i] ?? 0;
      picked[left] = row;
      if (places[row] === place) left += 1;
    }
    count = left;
  }
  return picked.subarray(0, count);
}
