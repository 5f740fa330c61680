import { fileURLToPath } from 'node:url';
import type { DuckDb } from '../src/engine/duckdb.ts';
import { sqlText } from '../src/engine/duckdb.ts';
import { numberRanges, readInTurn, scatter } from '../src/engine/columns.ts';
import { levels } from '../src/network/levels.ts';
import { plantForest } from '../src/network/plant-forest.ts';
import { repairParents } from '../src/network/repair-parents.ts';
import { subtreeLevels } from '../src/network/subtree-levels.ts';
import { subtreePeople } from '../src/network/subtree-people.ts';
import { subtreeSums } from '../src/network/subtree-sums.ts';
import { answerOf, ask, levelsDown, reportPair, WEIGHTS } from './forest-pair.ts';

const self = fileURLToPath(import.meta.url);

/**
 * From one Parquet file of members to level, people, height and both sums of money of every
 * member, three times, each in a process of its own. The answers must be equal.
 */
export function compareSql(print: (line: string) => void, file: string, someFile: string): void {
  const figures = 'levels, heads, heights and two sums of each';
  const compare = (name: string, program: keyof typeof programs, of: string): void =>
    reportPair(print, { figures, name, bar: 20 }, ask(self, 'kernels', of), ask(self, program, of));
  compare('SQL level by level', 'levels', file);
  compare('WITH RECURSIVE', 'recursive', someFile);
}

type Figures = () => Promise<string>;

async function byKernels(engine: DuckDb, file: string, members: number): Promise<Figures> {
  const parent = new Int32Array(members);
  const money = [new Float64Array(members), new Float64Array(members)] as const;
  const reads = numberRanges('member_no', members).map((range) => ({
    sql: `SELECT CAST(member_no AS INTEGER), CAST(coalesce(recruiter_no, -1) AS INTEGER),
        CAST(paid_minor AS DOUBLE), CAST(earned_minor AS DOUBLE)
      FROM ${sqlText(file)} WHERE ${range}`,
    kinds: ['int', 'int', 'double', 'double'] as const,
    visit: ([no, up, paid, earned]: readonly (Int32Array | Float64Array)[]): void => {
      scatter(no!, up!, parent);
      scatter(no!, paid!, money[0]);
      scatter(no!, earned!, money[1]);
    },
  }));
  await readInTurn(engine, reads);
  repairParents(parent);
  // Recruiters have smaller numbers here: a node is its member.
  const forest = plantForest(parent);
  const level = levels(forest);
  const people = subtreePeople(forest);
  const height = subtreeLevels(forest);
  const paid = subtreeSums(forest, money[0]);
  const earned = subtreeSums(forest, money[1]);
  return () => {
    let sum = 0n;
    for (let no = 0; no < members; no++) {
      const small = level[no]! + 3 * people[no]! + 5 * height[no]!;
      const figure = small + 7 * paid[no]! + 11 * earned[no]!;
      sum += BigInt(((no % WEIGHTS) + 1) * figure);
    }
    return Promise.resolve(String(sum));
  };
}

const MEMBERS = (file: string): string =>
  `SELECT CAST(member_no AS INTEGER) AS member_no, CAST(recruiter_no AS INTEGER) AS recruiter_no,
    paid_minor, earned_minor FROM ${sqlText(file)}`;

/** Down level by level, each joined to the one above; then up, each grouped into the one above. */
async function byLevels(engine: DuckDb, file: string): Promise<Figures> {
  await engine.run(`CREATE TEMP TABLE m AS ${MEMBERS(file)}`);
  const depth = await levelsDown(engine);
  await engine.run(`CREATE TEMP TABLE a${depth} AS
    SELECT *, 1 AS people, 1 AS height, ${depth} AS level FROM l${depth}`);
  for (let level = depth - 1; level >= 1; level--) {
    await engine.run(`CREATE TEMP TABLE a${level} AS
      SELECT l.member_no, l.recruiter_no,
        CAST(l.paid_minor + coalesce(g.paid, 0) AS BIGINT) AS paid_minor,
        CAST(l.earned_minor + coalesce(g.earned, 0) AS BIGINT) AS earned_minor,
        CAST(1 + coalesce(g.people, 0) AS INTEGER) AS people,
        1 + coalesce(g.height, 0) AS height, ${level} AS level
      FROM l${level} l LEFT JOIN (
        SELECT recruiter_no, sum(paid_minor) AS paid, sum(earned_minor) AS earned,
          sum(people) AS people, max(height) AS height
        FROM a${level + 1} GROUP BY recruiter_no) g ON g.recruiter_no = l.member_no`);
  }
  const all = Array.from({ length: depth }, (_, i) => `SELECT * FROM a${i + 1}`);
  return () => checksumOf(engine, all.join(' UNION ALL '));
}

/** One statement: everybody with everybody above, grouped by the one for levels, the other else. */
async function byRecursion(engine: DuckDb, file: string): Promise<Figures> {
  await engine.run(`CREATE TEMP TABLE answer AS
    WITH RECURSIVE m AS MATERIALIZED (${MEMBERS(file)}),
    t AS (
      SELECT member_no AS below, member_no AS above, recruiter_no AS next, 1 AS away,
        paid_minor, earned_minor FROM m
      UNION ALL
      SELECT t.below, t.next, m.recruiter_no, t.away + 1, t.paid_minor, t.earned_minor
      FROM t JOIN m ON m.member_no = t.next
    ),
    up AS (SELECT above AS member_no, CAST(count(*) AS INTEGER) AS people, max(away) AS height,
      CAST(sum(paid_minor) AS BIGINT) AS paid_minor,
      CAST(sum(earned_minor) AS BIGINT) AS earned_minor FROM t GROUP BY above),
    down AS (SELECT below, max(away) AS level FROM t GROUP BY below)
    SELECT up.*, level FROM up JOIN down ON below = member_no`);
  return () => checksumOf(engine, 'SELECT * FROM answer');
}

async function checksumOf(engine: DuckDb, from: string): Promise<string> {
  const [row] = await engine.rows(`SELECT CAST(sum(CAST(member_no % ${WEIGHTS} + 1 AS HUGEINT)
      * (level + 3 * people + 5 * height + 7 * paid_minor + 11 * earned_minor)) AS VARCHAR)
    AS checksum FROM (${from})`);
  return String(row?.['checksum']);
}

const programs = { kernels: byKernels, levels: byLevels, recursive: byRecursion };

const [, script, name = '', file = ''] = process.argv;
if (script === self && Object.hasOwn(programs, name)) {
  await answerOf(programs[name as keyof typeof programs], file);
}
