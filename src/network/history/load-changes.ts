import { readColumns } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import { MISSING, ROOT } from '../forest.ts';
import { localDay } from '../local-day.ts';

/** Recorded changes of recruiter, by member_no, then in the order they were made. */
export interface Changes {
  readonly member: Int32Array;
  /** Before and after: a member_no, ROOT for none, MISSING for one not in the data. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly day: Int32Array;
  /** Records left out: no date, or of a member not in the data. */
  readonly undated: number;
  readonly strangers: number;
}

/** Null where the data have no record of changes. */
export async function loadChanges(engine: DuckDb, time_zone: string): Promise<Changes | null> {
  const [facts] = await engine.rows(`
    SELECT count(*) AS records, count(m.member_no) AS known,
      count(*) FILTER (WHERE m.member_no IS NOT NULL AND c.changed_at IS NOT NULL) AS usable
    FROM sponsor_change c LEFT JOIN member m ON m.member_id = c.member_id`);
  const [records, known, usable] = [facts?.['records'], facts?.['known'], facts?.['usable']];
  if (Number(records) === 0) return null;
  const count = Number(usable);
  const columns = Array.from({ length: 4 }, () => new Int32Array(count));
  const [member, from, to, day] = columns as [Int32Array, Int32Array, Int32Array, Int32Array];
  const dayOf = await localDay(engine, 'sponsor_change', ['changed_at'], time_zone);
  let next = 0;
  await readColumns(
    engine,
    `SELECT CAST(m.member_no AS INTEGER), ${numberSql('from')}, ${numberSql('to')},
       CAST(${dayOf('c.changed_at')} - DATE '1970-01-01' AS INTEGER)
     FROM sponsor_change c JOIN member m ON m.member_id = c.member_id
     LEFT JOIN member b ON b.member_id = c.from_id
     LEFT JOIN member a ON a.member_id = c.to_id
     WHERE c.changed_at IS NOT NULL
     ORDER BY m.member_no, c.changed_at, TRY_CAST(c.change_id AS HUGEINT) NULLS LAST, c.change_id,
       c.src_file, c.src_line`,
    ['int', 'int', 'int', 'int'],
    (chunk, rows) => {
      chunk.forEach((column, i) => columns[i]!.set(column, next));
      next += rows;
    },
  );
  const strangers = Number(records) - Number(known);
  return { member, from, to, day, undated: Number(known) - count, strangers };
}

function numberSql(end: 'from' | 'to'): string {
  const joined = end === 'from' ? 'b' : 'a';
  return `CAST(CASE WHEN c.${end}_id IS NULL THEN ${ROOT}
    ELSE coalesce(${joined}.member_no, ${MISSING}) END AS INTEGER)`;
}
