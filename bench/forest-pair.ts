import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { spent } from '../src/cli/plan-run/spent.ts';
import { DuckDb, sqlText } from '../src/engine/duckdb.ts';

/** Kernels and SQL alike; DuckDB may take them all, the kernels themselves run on one. */
const threads = availableParallelism();

/** Seconds from the Parquet file to the answer, and a sum over the answer. */
export interface Answer {
  readonly members: number;
  readonly wall_s: number;
  readonly cpu_s: number;
  readonly checksum: string;
}

/** Works out an answer from a file of members; what it gives back adds the answer up, untimed. */
export type Program = (
  engine: DuckDb,
  file: string,
  members: number,
) => Promise<() => Promise<string>>;

/** Weights by member: figures that changed places would give another sum. */
export const WEIGHTS = 1009;

/** What a program of `script` says of a file, in a process of its own: see `answerOf`. */
export function ask(script: string, name: string, file: string): Answer {
  const arguments_ = ['--max-old-space-size=8192', script, name, file];
  const output = execFileSync(process.execPath, arguments_, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Written by `answerOf`.
  return JSON.parse(output) as Answer;
}

/** The asked side: the clock runs from the open engine to the last figure. */
export async function answerOf(program: Program, file: string): Promise<void> {
  const engine = await DuckDb.open({ threads, temporary_directory: dirname(file) });
  const [row] = await engine.rows(`SELECT count(*) AS members FROM ${sqlText(file)}`);
  const members = Number(row?.['members']);
  const { wall_s, cpu_s, gives } = await spent(() => program(engine, file, members));
  console.log(JSON.stringify({ members, wall_s, cpu_s, checksum: await gives() }));
}

/** Makes tables `l1`, `l2`… of members `m` by level, each joined to the one above; how many. */
export async function levelsDown(engine: DuckDb): Promise<number> {
  await engine.run('CREATE TEMP TABLE l1 AS SELECT * FROM m WHERE recruiter_no IS NULL');
  let depth = 1;
  for (;;) {
    await engine.run(`CREATE TEMP TABLE l${depth + 1} AS
      SELECT m.* FROM m JOIN l${depth} up ON m.recruiter_no = up.member_no`);
    const [row] = await engine.rows(`SELECT count(*) AS n FROM l${depth + 1}`);
    if (row?.['n'] === 0) return depth;
    depth++;
  }
}

/** Throws where the answers differ. */
export function reportPair(
  print: (line: string) => void,
  { figures, name, bar }: { figures: string; name: string; bar?: number },
  ours: Answer,
  theirs: Answer,
): void {
  if (ours.checksum !== theirs.checksum) {
    throw new Error(`${name} says ${theirs.checksum}, kernels ${ours.checksum}`);
  }
  const cpu = theirs.cpu_s / ours.cpu_s;
  const of = (answer: Answer): string =>
    `${answer.wall_s.toFixed(2)} s, of processor ${answer.cpu_s.toFixed(2)} s`;
  print(`forest: ${ours.members} members, Parquet to ${figures},
  ${threads} threads: ${name} ${of(theirs)}; with kernels
  ${of(ours)}; ${cpu.toFixed(1)} times less processor, ${(theirs.wall_s / ours.wall_s).toFixed(1)}
  times sooner${bar === undefined ? '' : ` (bar ${bar})`}; answers equal`);
}
