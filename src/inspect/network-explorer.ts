import { readColumns, scatter } from '../engine/columns.ts';
import { DuckDb } from '../engine/duckdb.ts';
import { dayNumber } from '../model/days.ts';
import { IssueLog, PolyprismError } from '../model/issue.ts';
import { headThresholds, jointThresholds } from '../network/analyse-tree.ts';
import type { Tree } from '../network/analyse-tree.ts';
import { dayFigures } from '../network/day-figures.ts';
import { compareDays } from '../network/explorer/compare-days.ts';
import type { ExplorerIndex } from '../network/explorer/explorer-index.ts';
import type { LineDays } from '../network/explorer/timeline.ts';
import { walkOrder } from '../network/explorer/walk-order.ts';
import { writeExplorer } from '../network/explorer/write-explorer.ts';
import type { ExplorerChange, PutFile } from '../network/explorer/write-explorer.ts';
import { byNode, UNKNOWN_DAY } from '../network/forest.ts';
import { tieIntervals } from '../network/history/tie-intervals.ts';
import { localDay } from '../network/local-day.ts';
import { makeTrees } from '../network/make-trees.ts';
import type { MadeTrees } from '../network/make-trees.ts';
import { attachSnapshot } from './attach-snapshot.ts';
import { lastDay } from './day-to-judge.ts';
import type { JudgeableSnapshot } from './snapshot-file.ts';

/** Ids and keys read at a time. */
const BATCH_ROWS = 100_000;

/** Where the data give no last day of their own. */
const missing = { name: '--until', try: 'polyprism explore --help' };

/** Two ISO dates whose networks are compared; `until` null: the last day of the data. */
export interface ComparedDays {
  readonly since: string;
  readonly until: string | null;
}

/**
 * Lays out the sponsor network of a snapshot, as its report counts it, and writes it for a console
 * to draw and to walk. `compared` of null compares nothing.
 * Throws cli.missing_argument where the later day is not given and the data name none.
 */
export async function writeNetworkExplorer(
  snapshot: JudgeableSnapshot,
  compared: ComparedDays | null,
  put: PutFile,
): Promise<ExplorerIndex> {
  return await withTrees(snapshot, async (laid) => await layOutTree(laid, 0, compared, put));
}

/** The same for every tree there is, sponsor first, each with a place of its own. */
export async function writeTreeExplorers(
  snapshot: JudgeableSnapshot,
  putOf: (tree: string) => PutFile,
): Promise<ExplorerIndex[]> {
  return await withTrees(snapshot, async (laid) => {
    const written: ExplorerIndex[] = [];
    for (const [i, { name }] of laid.made.trees.entries()) {
      written.push(await layOutTree(laid, i, null, putOf(name)));
    }
    return written;
  });
}

interface Laid {
  readonly engine: DuckDb;
  readonly made: MadeTrees;
  readonly snapshot: JudgeableSnapshot;
  /** Place of each member's id among all, by member_no. */
  readonly rank: Int32Array;
}

async function withTrees<T>(
  snapshot: JudgeableSnapshot,
  use: (laid: Laid) => Promise<T>,
): Promise<T> {
  const engine = await DuckDb.open({ temporary_directory: snapshot.directory });
  try {
    await attachSnapshot(engine, snapshot);
    const made = await makeTrees(engine, snapshot.time_zone, new IssueLog());
    return await use({ engine, made, snapshot, rank: await idRanks(engine, made.members.count) });
  } finally {
    engine.close();
  }
}

async function layOutTree(
  { engine, made, snapshot, rank }: Laid,
  place: number,
  compared: ComparedDays | null,
  put: PutFile,
): Promise<ExplorerIndex> {
  const tree = made.trees[place]!;
  const order = walkOrder(tree.forest, tree.joinedDay, byNode(tree.forest, rank));
  const memberNo = order.nodeOf.map((node) => tree.memberNo[node]!);
  const numberOf = new Int32Array(memberNo.length);
  memberNo.forEach((no, number) => (numberOf[no] = number));
  const money = (amount: Float64Array | null): Float64Array | null =>
    amount && Float64Array.from(order.nodeOf, (node) => amount[node]!);
  const day = await lastDay(engine, snapshot);
  const until = compared?.until ?? day;
  if (compared !== null && until === null) {
    throw new PolyprismError('cli.missing_argument', missing);
  }
  const days = compared && { since: compared.since, until: until! };
  return await writeExplorer(
    {
      tree: tree.name,
      day,
      order,
      paidIn: money(tree.paidIn),
      earned: money(tree.earned),
      lines: linesOf(tree, order.nodeOf),
      change: days && (await changeOf(engine, made, snapshot.time_zone, days, memberNo)),
      idRank: memberNo.map((no) => rank[no]!),
      ids: idsInOrder(engine, memberNo.length),
      persons: await personKeys(engine, numberOf),
    },
    put,
  );
}

/** Place of each member's id among all ids, by member_no; leaves the table `explorer_id`. */
async function idRanks(engine: DuckDb, count: number): Promise<Int32Array> {
  await engine.run(`CREATE TEMP TABLE explorer_id AS
    SELECT CAST(member_no AS INTEGER) AS member_no, member_id,
      CAST(row_number() OVER (ORDER BY member_id) - 1 AS INTEGER) AS place
    FROM member ORDER BY place`);
  const rank = new Int32Array(count);
  const sql = 'SELECT member_no, place FROM explorer_id';
  await readColumns(engine, sql, ['int', 'int'], ([no, place]) => scatter(no!, place!, rank));
  return rank;
}

async function* idsInOrder(engine: DuckDb, count: number): AsyncGenerator<string> {
  for (let from = 0; from < count; from += BATCH_ROWS) {
    const rows = await engine.rows(`SELECT member_id FROM explorer_id
      WHERE place >= ${from} AND place < ${from + BATCH_ROWS} ORDER BY place`);
    for (const row of rows) yield String(row['member_id']);
  }
}

/** Keys of persons, null where no account has one. */
async function personKeys(
  engine: DuckDb,
  numberOf: Int32Array,
): Promise<AsyncGenerator<readonly [string, number]> | null> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE explorer_person AS
    SELECT person_key, member_no, dense_rank() OVER (ORDER BY person_key) AS person
    FROM member WHERE person_key IS NOT NULL ORDER BY person`);
  const [row] = await engine.rows('SELECT max(person) AS persons FROM explorer_person');
  const persons = Number(row?.['persons'] ?? 0);
  return persons === 0 ? null : keysOf(engine, numberOf, persons);
}

async function* keysOf(
  engine: DuckDb,
  numberOf: Int32Array,
  persons: number,
): AsyncGenerator<readonly [string, number]> {
  for (let from = 1; from <= persons; from += BATCH_ROWS) {
    const rows = await engine.rows(`SELECT person_key, member_no, person FROM explorer_person
      WHERE person >= ${from} AND person < ${from + BATCH_ROWS}`);
    const keys = rows
      .map((row) => ({
        key: String(row['person_key']),
        person: Number(row['person']),
        number: numberOf[Number(row['member_no'])]!,
      }))
      .toSorted((a, b) => a.person - b.person || a.number - b.number);
    for (const { key, number } of keys) yield [key, number];
  }
}

/** The lines of network_member, by number. */
function linesOf(tree: Tree, nodeOf: Int32Array): LineDays[] {
  const days: readonly (readonly [string, Int32Array])[] = [
    ...headThresholds.map((heads, i) => [`people_${heads}`, tree.peopleDays[i]!] as const),
    ['levels_3', tree.thirdLevelDay],
    ...jointThresholds.map((heads, i) => [`people_${heads}_levels_3`, tree.jointDays[i]!] as const),
  ];
  return days.map(([name, day]) => ({ name, day: nodeOf.map((node) => day[node]!) }));
}

async function changeOf(
  engine: DuckDb,
  { members, trees, recalled, history }: MadeTrees,
  time_zone: string,
  { since, until }: { readonly since: string; readonly until: string },
  memberNo: Int32Array,
): Promise<ExplorerChange> {
  const { joinedDay, count } = members;
  const { memberNo: nodes, parentOfMember: parent } = trees[0]!;
  const tiedDay = recalled.tiedDay;
  const ties = tieIntervals({ memberNo: nodes, parent, joinedDay, tiedDay, history });
  const leftDay = new Int32Array(count).fill(UNKNOWN_DAY);
  const day = await localDay(engine, 'member', ['left_at'], time_zone);
  await readColumns(
    engine,
    `SELECT CAST(member_no AS INTEGER), CAST(${day('left_at')} - DATE '1970-01-01' AS INTEGER)
     FROM member WHERE left_at IS NOT NULL`,
    ['int', 'int'],
    ([no, left]) => scatter(no!, left!, leftDay),
  );
  const [first, last] = [dayNumber(since), dayNumber(until)];
  const before = { day: first, of: dayFigures(ties, joinedDay, first) };
  const after = { day: last, of: dayFigures(ties, joinedDay, last) };
  return { since, until, ...compareDays(before, after, leftDay, memberNo) };
}
