import { DuckDb, sqlText } from '../engine/duckdb.ts';
import { countingLines } from '../model/counting.ts';
import { dayNumber } from '../model/days.ts';
import { IssueLog, PolyprismError } from '../model/issue.ts';
import type { Examples, MemberOnDay, NetworkChange, NetworkDay } from '../model/network-day.ts';
import { dayFigures } from '../network/day-figures.ts';
import type { DayFigures } from '../network/day-figures.ts';
import { ROOT } from '../network/forest.ts';
import { tieIntervals } from '../network/history/tie-intervals.ts';
import { makeTrees } from '../network/make-trees.ts';
import { memberIds } from '../network/member-ids.ts';
import { peoplePerLevel } from '../network/people-per-level.ts';
import { upline } from '../network/upline.ts';
import { attachSnapshot } from './attach-snapshot.ts';
import { lastDay } from './day-to-judge.ts';
import type { JudgeableSnapshot } from './snapshot-file.ts';

const examples_max = 20;
const largest_max = 10;

/** The sponsor network of a snapshot on any day. */
export interface NetworkDays {
  /** ISO date of the last thing the data speak of; null where they name no date. */
  readonly last_day: string | null;
  /** At the end of an ISO date; the members named, or the largest. */
  readonly on: (day: string, members: readonly string[]) => Promise<NetworkDay>;
  readonly between: (from: string, to: string) => Promise<NetworkChange>;
  readonly close: () => void;
}

/** Opens a snapshot an inspection left; the caller closes it. */
export async function openNetworkDays(snapshot: JudgeableSnapshot): Promise<NetworkDays> {
  const engine = await DuckDb.open({ temporary_directory: snapshot.directory });
  try {
    await attachSnapshot(engine, snapshot);
    const made = await makeTrees(engine, snapshot.time_zone, new IssueLog());
    const { joinedDay } = made.members;
    const { memberNo, parentOfMember: parent } = made.trees[0]!;
    const { recalled, history } = made;
    const tree = { memberNo, parent, joinedDay, tiedDay: recalled.tiedDay, history };
    const ties = tieIntervals(tree);
    const figures = (day: string): DayFigures => dayFigures(ties, joinedDay, dayNumber(day));
    return {
      last_day: await lastDay(engine, snapshot),
      on: async (day, members) => await stateDay(engine, day, figures(day), members),
      between: async (from, to) =>
        await stateChange(engine, { day: from, of: figures(from) }, { day: to, of: figures(to) }),
      close: () => engine.close(),
    };
  } catch (error) {
    engine.close();
    throw error;
  }
}

async function stateDay(
  engine: DuckDb,
  day: string,
  of: DayFigures,
  asked: readonly string[],
): Promise<NetworkDay> {
  const numbers = await numbersOf(engine, asked);
  const there = [...numbers].filter(([, no]) => of.level[no]! > 0);
  const stated = asked.length === 0 ? largest(of) : there.map(([, no]) => no);
  const paths = stated.map((no) => upline(of.upline, no));
  const idOf = await memberIds(engine, new Set(paths.flat()));
  const levels = of.level.filter((level) => level > 0);
  return {
    day,
    members: of.members,
    roots: levels.reduce((roots, level) => roots + (level === 1 ? 1 : 0), 0),
    levels: levels.reduce((deepest, level) => Math.max(deepest, level), 0),
    people_per_level: peoplePerLevel(levels),
    candidates: numbersWhere(of, (no) => reaches(of, no, { people: 30, levels: 3 })).length,
    stated: stated.map((no, i) =>
      memberOf(
        of,
        no,
        paths[i]!.map((one) => idOf.get(one)!),
      ),
    ),
    not_there: asked.filter((id) => of.level[numbers.get(id)!] === 0),
  };
}

function memberOf(of: DayFigures, no: number, path: readonly string[]): MemberOnDay {
  return {
    member_id: path.at(-1)!,
    level: of.level[no]!,
    people: of.people[no]!,
    levels: of.levels[no]!,
    direct: of.direct[no]!,
    path,
  };
}

/** member_no of ids, in the order asked; throws for one the data have not. */
async function numbersOf(engine: DuckDb, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await engine.rows(`SELECT member_id, member_no FROM member
    WHERE member_id IN (${ids.map(sqlText).join(', ')})`);
  const found = new Map(rows.map((row) => [String(row['member_id']), Number(row['member_no'])]));
  return new Map(
    ids.map((id) => {
      const no = found.get(id);
      if (no === undefined) throw new PolyprismError('network.unknown_member', { member: id });
      return [id, no];
    }),
  );
}

/** Most people first, then most levels, then who joined first. */
function largest({ people, levels }: DayFigures): number[] {
  const recruiters: number[] = [];
  people.forEach((count, no) => count > 1 && recruiters.push(no));
  return recruiters
    .toSorted((a, b) => people[b]! - people[a]! || levels[b]! - levels[a]! || a - b)
    .slice(0, largest_max);
}

interface FiguresOf {
  readonly day: string;
  readonly of: DayFigures;
}

async function stateChange(
  engine: DuckDb,
  before: FiguresOf,
  after: FiguresOf,
): Promise<NetworkChange> {
  const [old, now] = [before.of, after.of];
  const both = (no: number): boolean => old.level[no]! > 0 && now.level[no]! > 0;
  const moved = numbersWhere(now, (no) => both(no) && old.upline[no] !== now.upline[no]);
  const lines = countingLines.map((line) => ({
    ...line,
    reached: numbersWhere(now, (no) => reaches(now, no, line) && !reaches(old, no, line)),
    lost: numbersWhere(now, (no) => reaches(old, no, line) && !reaches(now, no, line)),
  }));
  const shown = [moved, ...lines.flatMap(({ reached, lost }) => [reached, lost])];
  const wanted = shown.flatMap((all) => all.slice(0, examples_max));
  const uplines = moved.slice(0, examples_max).flatMap((no) => [old.upline[no]!, now.upline[no]!]);
  const idOf = await memberIds(
    engine,
    new Set([...wanted, ...uplines].filter((no) => no !== ROOT)),
  );
  const named = (all: readonly number[]): Examples<string> => ({
    count: all.length,
    first: all.slice(0, examples_max).map((no) => idOf.get(no)!),
  });
  return {
    from: before.day,
    to: after.day,
    joined: now.members - old.members,
    moved: {
      count: moved.length,
      first: moved.slice(0, examples_max).map((no) => ({
        member_id: idOf.get(no)!,
        from_id: idOf.get(old.upline[no]!) ?? null,
        to_id: idOf.get(now.upline[no]!) ?? null,
      })),
    },
    lines: lines.map(({ reached, lost, ...line }) => ({
      ...line,
      reached: named(reached),
      lost: named(lost),
    })),
  };
}

function reaches(
  of: DayFigures,
  no: number,
  line: { readonly people: number; readonly levels: number },
): boolean {
  return of.people[no]! >= line.people && of.levels[no]! >= line.levels;
}

function numbersWhere({ level }: DayFigures, holds: (no: number) => boolean): number[] {
  const found: number[] = [];
  for (let no = 0; no < level.length; no++) if (holds(no)) found.push(no);
  return found;
}
