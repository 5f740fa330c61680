import type { WorkTables } from '../../engine/work-tables.ts';

/** Ways up, one row a member: `top_no` stands `steps` above it, a root above itself by 0. */
export interface Paths {
  readonly table: string;
  /** Steps of a way that is not at its end. */
  readonly reach: number;
  /** How many of those there are: all on a cycle or below one. */
  readonly open: number;
}

/**
 * Follows every way to its root by doubling: a round puts the way of whom a member's way has come
 * to behind its own. Levels have no gaps, so where a round ends no way the rest have no end.
 * `first` is kept; tables of rounds are named after it.
 */
export async function followPaths(work: WorkTables, first: string): Promise<Paths> {
  let table = first;
  let open = await openPaths(work, table, 1);
  let reach = 1;
  for (let round = 1; open > 0; round++) {
    const next = `${first}_${round}`;
    await work.make(
      next,
      `SELECT a.member_no, b.top_no, a.steps + b.steps AS steps
       FROM ${table} a JOIN ${table} b ON b.member_no = a.top_no`,
    );
    if (table !== first) await work.drop(table);
    table = next;
    reach *= 2;
    const before = open;
    open = await openPaths(work, table, reach);
    if (open === before) break;
  }
  return { table, reach, open };
}

async function openPaths(work: WorkTables, table: string, steps: number): Promise<number> {
  const [row] = await work.engine.rows(
    `SELECT count(*) AS members FROM ${table} WHERE steps = ${steps}`,
  );
  return Number(row?.['members']);
}
