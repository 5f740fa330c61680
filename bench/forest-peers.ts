import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DirectedGraph } from 'graphology';
import type { DuckDb } from '../src/engine/duckdb.ts';

export interface Columns {
  readonly parent: Int32Array;
  readonly day: Int32Array;
  readonly paid: Float64Array;
  readonly earned: Float64Array;
}

export interface CTimes {
  readonly sweeps_s: number;
  readonly dates_s: number;
  readonly checksum: number;
}

/** Compiles bench/forest.c and runs it on the same columns; null without a C compiler. */
export function runC(columns: Columns, folder: string): CTimes | null {
  const program = join(folder, 'forest-c');
  try {
    const source = new URL('forest.c', import.meta.url).pathname;
    execFileSync('gcc', ['-O2', '-o', program, source], { stdio: 'pipe' });
  } catch {
    return null;
  }
  const data = join(folder, 'forest.bin');
  const file = openSync(data, 'w');
  for (const { buffer, byteOffset, byteLength } of Object.values(columns)) {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    for (let at = 0; at < bytes.length;)
      at += writeSync(file, bytes, at, 1 << 26 < bytes.length - at ? 1 << 26 : bytes.length - at);
  }
  closeSync(file);
  const output = execFileSync(program, [String(columns.parent.length), data], { encoding: 'utf8' });
  const [sweeps = 0, dates = 0, checksum = 0] = output.trim().split(' ').map(Number);
  return { sweeps_s: sweeps, dates_s: dates, checksum };
}

/** Levels, heads, heights and sums level by level: what one would write in SQL. No dates. */
export async function runSqlLevels(engine: DuckDb, file: string): Promise<number> {
  await engine.run(`CREATE TEMP TABLE m AS SELECT member_no, recruiter_no, paid_minor, earned_minor
    FROM '${file}'`);
  const start = performance.now();
  await engine.run(`CREATE TEMP TABLE l1 AS SELECT * FROM m WHERE recruiter_no IS NULL`);
  let depth = 1;
  for (;;) {
    await engine.run(`CREATE TEMP TABLE l${depth + 1} AS
      SELECT m.* FROM m JOIN l${depth} up ON m.recruiter_no = up.member_no`);
    const [row] = await engine.rows(`SELECT count(*) AS n FROM l${depth + 1}`);
    if (row?.['n'] === 0) break;
    depth++;
  }
  await engine.run(
    `CREATE TEMP TABLE a${depth} AS SELECT *, 1 AS people, 1 AS height FROM l${depth}`,
  );
  for (let level = depth - 1; level >= 1; level--) {
    await engine.run(`CREATE TEMP TABLE a${level} AS
      SELECT l.member_no, l.recruiter_no, l.paid_minor + coalesce(g.paid, 0) AS paid_minor,
        l.earned_minor + coalesce(g.earned, 0) AS earned_minor, 1 + coalesce(g.people, 0) AS people,
        1 + coalesce(g.height, 0) AS height
      FROM l${level} l LEFT JOIN (
        SELECT recruiter_no, sum(paid_minor) AS paid, sum(earned_minor) AS earned,
          sum(people) AS people, max(height) AS height
        FROM a${level + 1} GROUP BY recruiter_no) g ON g.recruiter_no = l.member_no`);
  }
  const seconds = (performance.now() - start) / 1000;
  for (let level = 1; level <= depth; level++) await engine.run(`DROP TABLE a${level}`);
  for (let level = 1; level <= depth + 1; level++) await engine.run(`DROP TABLE l${level}`);
  await engine.run('DROP TABLE m');
  return seconds;
}

/** Levels alone by WITH RECURSIVE, over a table that is loaded already. */
export async function runSqlRecursive(engine: DuckDb, file: string): Promise<number> {
  await engine.run(`CREATE TEMP TABLE m AS SELECT member_no, recruiter_no FROM '${file}'`);
  const start = performance.now();
  await engine.rows(`WITH RECURSIVE t AS (
      SELECT member_no, 1 AS level FROM m WHERE recruiter_no IS NULL
      UNION ALL
      SELECT m.member_no, t.level + 1 FROM m JOIN t ON m.recruiter_no = t.member_no
    ) SELECT max(level), count(*) FROM t`);
  const seconds = (performance.now() - start) / 1000;
  await engine.run('DROP TABLE m');
  return seconds;
}

/** Building the graph and counting subtrees with a general graph library. */
export function runGraphology(parent: Int32Array): number {
  const start = performance.now();
  const graph = new DirectedGraph();
  parent.forEach((_, i) => graph.addNode(i));
  parent.forEach((up, i) => up >= 0 && graph.addEdge(up, i));
  const people = new Map<string, number>();
  const level = new Map<string, number>();
  const height = new Map<string, number>();
  const order = graph.filterNodes((node) => graph.inDegree(node) === 0);
  for (const root of order) level.set(root, 1);
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!;
    graph.forEachOutNeighbor(node, (child) => {
      level.set(child, level.get(node)! + 1);
      order.push(child);
    });
  }
  for (const node of order.toReversed()) {
    let heads = 1;
    let below = 0;
    graph.forEachOutNeighbor(node, (child) => {
      heads += people.get(child)!;
      below = Math.max(below, height.get(child)!);
    });
    people.set(node, heads);
    height.set(node, below + 1);
  }
  return (performance.now() - start) / 1000;
}
