import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDb, sqlText } from '../src/engine/duckdb.ts';
import { numberRanges, readInTurn, scatter } from '../src/engine/columns.ts';
import type { ColumnRead } from '../src/engine/columns.ts';
import { publishedCase, scaledCase } from '../src/generate/cases/deep-forest.ts';
import { firstPeople } from '../src/network/first-people.ts';
import { firstThirdLevel } from '../src/network/first-third-level.ts';
import { levels } from '../src/network/levels.ts';
import { plantForest } from '../src/network/plant-forest.ts';
import { repairParents } from '../src/network/repair-parents.ts';
import { subtreeLevels } from '../src/network/subtree-levels.ts';
import { subtreePeople } from '../src/network/subtree-people.ts';
import { subtreeSums } from '../src/network/subtree-sums.ts';
import { writeForest } from './forest-data.ts';
import { hardware } from './hardware.ts';
import { runC, runGraphology, runPython } from './forest-peers.ts';
import type { Columns } from './forest-peers.ts';
import { compareDates } from './forest-dates.ts';
import { compareSql } from './forest-sql.ts';

/** As many as a graph library holds, and a table of everybody with everybody above. */
const SOME_MEMBERS = 1_000_000;
const self = fileURLToPath(import.meta.url);

/**
 * The network of the largest published social-commerce case, from Parquet to crossing dates,
 * against C, against SQL, against DuckDB's own decoding and against a graph library.
 * Each stage runs in a process of its own, so that peak memory is that of the stage.
 */
export async function benchForest(
  print: (line: string) => void,
  members: number = publishedCase.members,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  try {
    const stage = (name: string): string =>
      execFileSync(
        process.execPath,
        ['--max-old-space-size=8192', self, name, folder, `${members}`],
        {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
    print(`forest: ${hardware()}`);
    stage('generate');
    for (const name of ['kernels', 'sql', 'libraries']) print(stage(name).trimEnd());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The columns in the groups an analysis reads them in: the tree, then one sum after the other. */
const groups = [
  `CAST(coalesce(recruiter_no, -1) AS INTEGER),
   CAST(CAST(joined_at + INTERVAL 8 HOUR AS DATE) - DATE '1970-01-01' AS INTEGER)`,
  'CAST(paid_minor AS DOUBLE)',
  'CAST(earned_minor AS DOUBLE)',
] as const;

const NO = 'CAST(member_no AS INTEGER)';

function emptyColumns(members: number): Columns {
  return {
    parent: new Int32Array(members),
    day: new Int32Array(members),
    paid: new Float64Array(members),
    earned: new Float64Array(members),
  };
}

/** Reads as `loadMembers` and `loadMoney` do: a range of members, then the next. */
async function load(engine: DuckDb, file: string, to: Columns): Promise<Columns> {
  const { parent, day, paid, earned } = to;
  const targets = [[parent, day], [paid], [earned]];
  const reads = groups.flatMap((group, i) =>
    numberRanges('member_no', parent.length).map((range): ColumnRead => ({
      sql: `SELECT ${NO}, ${group} FROM ${sqlText(file)} WHERE ${range}`,
      kinds: i === 0 ? ['int', 'int', 'int'] : ['int', 'double'],
      visit: ([no, ...columns]) =>
        columns.forEach((column, at) => scatter(no!, column, targets[i]![at]!)),
    })),
  );
  await readInTurn(engine, reads);
  return to;
}

/** DuckDB decoding the same columns in the same groups, and keeping none. */
async function decode(engine: DuckDb, file: string): Promise<void> {
  for (const group of groups) {
    await engine.rows(`SELECT max(columns(*)) FROM (SELECT ${NO}, ${group} FROM ${sqlText(file)})`);
  }
}

/** Seconds of processor: what the ratio to C is taken of, as other programs do not count. */
const processor = (): (() => number) => {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
};

const clock = (): (() => number) => {
  const start = performance.now();
  return () => (performance.now() - start) / 1000;
};

interface Result {
  readonly parent: Int32Array;
  readonly level: Int32Array;
  readonly people: Int32Array;
  readonly height: Int32Array;
  readonly peopleDays: readonly Int32Array[];
  readonly third: Int32Array;
  readonly paid: Float64Array;
  readonly earned: Float64Array;
}

/** What the forest turned out to be, and the sum bench/forest.c computes too. */
function describeForest(result: Result): Record<'roots' | 'deep' | 'deepest' | 'checksum', number> {
  const { parent, level, people, height, peopleDays, third, paid, earned } = result;
  let checksum = 0;
  for (let i = 0; i < level.length; i++) {
    checksum += level[i]! + people[i]! + height[i]! + (peopleDays[1]![i]! % 65_536);
    checksum += (peopleDays[3]![i]! % 65_536) + (third[i]! % 65_536);
    if (parent[i]! < 0) checksum += paid[i]! + earned[i]!;
  }
  const roots = parent.reduce((sum, up) => sum + (up < 0 ? 1 : 0), 0);
  let deep = 0;
  let deepest = 0;
  for (let i = 0; i < level.length; i++) {
    if (parent[i]! < 0 && height[i]! >= 3) deep += people[i]!;
    deepest = Math.max(deepest, level[i]!);
  }
  return { roots, deep, deepest, checksum };
}

const f = (x: number): string => x.toFixed(2);

async function kernels(folder: string, members: number): Promise<void> {
  const file = join(folder, 'forest.parquet');
  const engine = await DuckDb.open({ memory_limit: '1GB', temporary_directory: folder });
  const columns = emptyColumns(members);
  let decode_s = Infinity;
  let load_s = Infinity;
  for (let run = 0; run < 3; run++) {
    const decoding = clock();
    await decode(engine, file);
    decode_s = Math.min(decode_s, decoding());
    const loading = clock();
    await load(engine, file, columns);
    load_s = Math.min(load_s, loading());
  }
  const { parent, day } = columns;
  const c = runC(columns, folder);

  const sweeping = processor();
  repairParents(parent);
  const forest = plantForest(parent);
  const level = levels(forest);
  const people = subtreePeople(forest);
  const height = subtreeLevels(forest);
  const paid = subtreeSums(forest, columns.paid);
  const earned = subtreeSums(forest, columns.earned);
  const sweeps_s = sweeping();
  const dating = processor();
  const peopleDays = firstPeople(forest, day, day, [15, 30, 60, 120]);
  const third = firstThirdLevel(forest, day, day);
  const dates_s = dating();
  const peak_gib = process.resourceUsage().maxRSS / 1024 ** 2;

  const result: Result = { parent, level, people, height, peopleDays, third, paid, earned };
  const { roots, deep, deepest, checksum } = describeForest(result);
  console.log(`forest: ${members} members, ${roots} roots, ${deepest} levels, ${deep} in structures
  of three levels and more
forest: columns into arrays ${f(load_s)} s, DuckDB decode ${f(decode_s)} s,
  ratio ${f(load_s / decode_s)} (bar 2)
forest: levels, heads, heights, money ${f(sweeps_s)} s of processor, dates
  ${f(dates_s)} s,
  peak ${f(peak_gib)} GiB (bar 2.5)`);
  if (!c) return console.log('forest: no C compiler, no ratio to C');
  if (c.checksum !== checksum) throw new Error(`C says ${c.checksum}, kernels ${checksum}`);
  const total = (sweeps_s + dates_s) / (c.sweeps_s + c.dates_s);
  console.log(`forest: C ${f(c.sweeps_s)} s and ${f(c.dates_s)} s, checksums equal; ratio sweeps
  ${f(sweeps_s / c.sweeps_s)}, dates ${f(dates_s / c.dates_s)}, together ${f(total)} (bar 3)`);
}

function sql(folder: string): void {
  const some = join(folder, 'some.parquet');
  compareSql(console.log, join(folder, 'forest.parquet'), some);
  compareDates(console.log, some);
}

async function libraries(folder: string, members: number): Promise<void> {
  const engine = await DuckDb.open();
  const some = Math.min(members, SOME_MEMBERS);
  const { parent } = await load(engine, join(folder, 'some.parquet'), emptyColumns(some));
  const timer = clock();
  const forest = plantForest(parent);
  const figures = [levels(forest), subtreePeople(forest), subtreeLevels(forest)];
  const ours = timer();
  const sums = figures.map((column) => column.reduce((sum, value) => sum + value, 0));
  const say = (library: string, seconds: number): void =>
    console.log(`forest: ${library}, ${some} members, levels, heads, heights ${f(seconds)} s;
  kernels ${(seconds / ours).toFixed(0)} times faster`);
  say('graphology', runGraphology(parent));
  for (const library of ['networkx', 'igraph']) {
    const run = runPython(library, parent, folder);
    if (!run) console.log(`forest: no ${library}, no ratio to it`);
    else if (run.sums.join() !== sums.join())
      throw new Error(`${library} says ${run.sums.join()}, kernels ${sums.join()}`);
    else say(`${library} ${run.version}`, run.seconds);
  }
}

async function generate(folder: string, members: number): Promise<void> {
  const size = members === publishedCase.members ? publishedCase : scaledCase(members);
  const engine = await DuckDb.open({ temporary_directory: folder });
  await writeForest(engine, size, join(folder, 'forest.parquet'));
  const some = scaledCase(Math.min(members, SOME_MEMBERS));
  await writeForest(engine, some, join(folder, 'some.parquet'));
}

const stages = { generate, kernels, sql, libraries };
const [, script, name = '', folder = '.', size = ''] = process.argv;
if (script === self) {
  if (Object.hasOwn(stages, name)) {
    await stages[name as keyof typeof stages](folder, Number(size));
  } else await benchForest(console.log, name === '' ? publishedCase.members : Number(name));
}
