import { fileURLToPath } from 'node:url';
import type { DuckDb } from '../src/engine/duckdb.ts';
import { sqlText } from '../src/engine/duckdb.ts';
import { numberRanges, readInTurn, scatter } from '../src/engine/columns.ts';
import { firstPeople } from '../src/network/first-people.ts';
import { firstThirdLevel } from '../src/network/first-third-level.ts';
import { UNKNOWN_DAY } from '../src/network/forest.ts';
import { plantForest } from '../src/network/plant-forest.ts';
import { repairParents } from '../src/network/repair-parents.ts';
import { answerOf, ask, levelsDown, reportPair, WEIGHTS } from './forest-pair.ts';

const self = fileURLToPath(import.meta.url);

const PEOPLE = [15, 30, 60, 120] as const;
const MOST = PEOPLE.at(-1)!;

const DAY = "CAST(CAST(joined_at + INTERVAL 8 HOUR AS DATE) - DATE '1970-01-01' AS INTEGER)";

/**
 * From one Parquet file of members to the days on which each subtree held 15, 30, 60 and 120
 * people and three levels, in SQL and with kernels. The answers must be equal.
 */
export function compareDates(print: (line: string) => void, file: string): void {
  const figures = 'days of 15 to 120 people and of three levels';
  const name = 'SQL level by level';
  reportPair(print, { figures, name }, ask(self, 'kernels', file), ask(self, 'levels', file));
}

type Figures = () => Promise<string>;

async function byKernels(engine: DuckDb, file: string, members: number): Promise<Figures> {
  const parent = new Int32Array(members);
  const day = new Int32Array(members);
  const reads = numberRanges('member_no', members).map((range) => ({
    sql: `SELECT CAST(member_no AS INTEGER), CAST(coalesce(recruiter_no, -1) AS INTEGER), ${DAY}
      FROM ${sqlText(file)} WHERE ${range}`,
    kinds: ['int', 'int', 'int'] as const,
    visit: ([no, up, joined]: readonly (Int32Array | Float64Array)[]): void => {
      scatter(no!, up!, parent);
      scatter(no!, joined!, day);
    },
  }));
  await readInTurn(engine, reads);
  repairParents(parent);
  // Recruiters have smaller numbers here: a node is its member.
  const forest = plantForest(parent);
  const days = [...firstPeople(forest, day, day, PEOPLE), firstThirdLevel(forest, day, day)];
  return () => {
    let sum = 0n;
    for (let no = 0; no < members; no++) {
      const known = days.map((column) => (column[no] === UNKNOWN_DAY ? 0 : column[no]!));
      const figure = known.reduce((total, value, at) => total + (2 * at + 1) * value, 0);
      sum += BigInt(((no % WEIGHTS) + 1) * figure);
    }
    return Promise.resolve(String(sum));
  };
}

/**
 * Down level by level, each joined to the one above; then up, each with the first days of joining
 * among those below it, as many as the largest threshold asks for. It trusts that nobody joined
 * before their recruiter.
 */
async function byLevels(engine: DuckDb, file: string): Promise<Figures> {
  await engine.run(`CREATE TEMP TABLE m AS SELECT CAST(member_no AS INTEGER) AS member_no,
    CAST(recruiter_no AS INTEGER) AS recruiter_no, ${DAY} AS day FROM ${sqlText(file)}`);
  const depth = await levelsDown(engine);
  await engine.run(`CREATE TEMP TABLE a${depth} AS SELECT *, [day] AS days,
    CAST(NULL AS INTEGER) AS second, CAST(NULL AS INTEGER) AS third FROM l${depth}`);
  for (let level = depth - 1; level >= 1; level--) {
    await engine.run(`CREATE TEMP TABLE a${level} AS
      SELECT l.*, list_prepend(l.day, coalesce(h.days, [])) AS days, g.second, g.third
      FROM l${level} l
      LEFT JOIN (SELECT recruiter_no, min(day) AS second, min(second) AS third
        FROM a${level + 1} GROUP BY recruiter_no) g ON g.recruiter_no = l.member_no
      LEFT JOIN (SELECT recruiter_no, min(a_day, ${MOST - 1}) AS days
        FROM (SELECT recruiter_no, unnest(days) AS a_day FROM a${level + 1})
        GROUP BY recruiter_no) h ON h.recruiter_no = l.member_no`);
  }
  const people = PEOPLE.map((threshold) => `days[${threshold}] AS people_${threshold}`).join(', ');
  const all = Array.from({ length: depth }, (_, i) => `SELECT * FROM a${i + 1}`);
  await engine.run(`CREATE TEMP TABLE answer AS
    SELECT member_no, third, ${people} FROM (${all.join(' UNION ALL ')})`);
  return async () => {
    const columns = [...PEOPLE.map((threshold) => `people_${threshold}`), 'third'];
    const figure = columns.map((name, at) => `${2 * at + 1} * coalesce(${name}, 0)`).join(' + ');
    const [row] = await engine.rows(`SELECT CAST(sum(CAST(member_no % ${WEIGHTS} + 1 AS HUGEINT)
      * (${figure})) AS VARCHAR) AS checksum FROM answer`);
    return String(row?.['checksum']);
  };
}

const programs = { kernels: byKernels, levels: byLevels };

const [, script, name = '', file = ''] = process.argv;
if (script === self && Object.hasOwn(programs, name)) {
  await answerOf(programs[name as keyof typeof programs], file);
}
