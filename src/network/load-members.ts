import { numberRanges, readInTurn, scatter } from '../engine/columns.ts';
import type { NumberColumn } from '../engine/columns.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import { MISSING, ROOT, UNKNOWN_DAY } from './forest.ts';
import { localDay } from './local-day.ts';

/** What the kernels need of the member table; every array is by member_no. */
export interface Members {
  readonly count: number;
  /** Recruiters as claimed: not repaired yet. */
  readonly sponsor: Int32Array;
  /** Uplines of the second tree as claimed; null where there is none. */
  readonly placement: Int32Array | null;
  /** Days since 1970-01-01 in the zone; UNKNOWN_DAY where unknown. */
  readonly joinedDay: Int32Array;
  /** The later of joined and bound; the same array as `joinedDay` where nothing was bound later. */
  readonly sponsorDay: Int32Array;
}

export async function loadMembers(engine: DuckDb, time_zone: string): Promise<Members> {
  const [facts] = await engine.rows(`
    SELECT count(*) AS count,
      count(placement_no) AS placed,
      count(*) FILTER (WHERE bound_at > joined_at) AS bound_later
    FROM member`);
  const count = Number(facts?.['count'] ?? 0);
  const day = await localDay(engine, 'member', ['joined_at', 'bound_at'], time_zone);
  const sponsor = new Int32Array(count);
  const placement = facts?.['placed'] === 0 ? null : new Int32Array(count);
  const joinedDay = new Int32Array(count);
  const sponsorDay = facts?.['bound_later'] === 0 ? joinedDay : new Int32Array(count);

  const wanted: [string, Int32Array][] = [[parentSql('recruiter_no'), sponsor]];
  wanted.push([daySql(day('joined_at')), joinedDay]);
  if (placement) wanted.push([parentSql('placement_no'), placement]);
  if (sponsorDay !== joinedDay) wanted.push([tiedSql(day), sponsorDay]);
  const sql = `SELECT CAST(member_no AS INTEGER), ${wanted.map(([text]) => text).join(', ')}
    FROM member`;
  const kinds = ['int', ...wanted.map(() => 'int' as const)] as const;
  const reads = numberRanges('member_no', count).map((range) => ({
    sql: `${sql} WHERE ${range}`,
    kinds,
    visit: ([no, ...columns]: readonly NumberColumn[]): void =>
      columns.forEach((column, i) => scatter(no!, column, wanted[i]![1])),
  }));
  await readInTurn(engine, reads);
  return { count, sponsor, placement, joinedDay, sponsorDay };
}

function parentSql(column: string): string {
  return `CAST(CASE WHEN ${column} IS NULL THEN ${ROOT} WHEN ${column} < 0 THEN ${MISSING}
    ELSE ${column} END AS INTEGER)`;
}

function daySql(date: string): string {
  return `coalesce(CAST(${date} - DATE '1970-01-01' AS INTEGER), ${UNKNOWN_DAY})`;
}

/** A tie without a joining date is unknown however well its binding is dated. */
function tiedSql(day: (column: string) => string): string {
  return daySql(`CASE WHEN bound_at > joined_at THEN ${day('bound_at')}
    ELSE ${day('joined_at')} END`);
}
