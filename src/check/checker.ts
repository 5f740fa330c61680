import type { Issue } from '../model/issue.ts';
import { compareText, nowhere } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { Pack } from '../model/provision.ts';
import type { RecordCheck } from '../model/record-check.ts';
import { columnsOf, shapeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { calendarOf, timesOf } from '../provisions/row/times.ts';
import { readRow } from '../provisions/row/read-row.ts';
import { judgeProvision } from './judge-provision.ts';
import type { JudgeProvision } from './judge-provision.ts';

/** What records are judged with. */
export interface CheckContext {
  /** ISO date the records are judged as of. */
  readonly as_of: string;
  /** ISO 4217 of amounts. */
  readonly currency: string;
}

/** Judges single records by the row provisions of some packs, without a database. */
export interface Checker {
  /**
   * What each row provision over the table says of a record of canonical columns; columns it does
   * not name count as not supplied. `name` is what it is called where it has no id.
   */
  check(table: TableName, record: Readonly<Record<string, unknown>>, name?: string): RecordCheck;
  /** Provisions about the table that need more than one record, sorted. */
  beyond(table: TableName): readonly string[];
}

export function makeChecker(packs: readonly Pack[], context: CheckContext): Checker {
  const judges = new Map<TableName, readonly JudgeProvision[]>();
  const judgesOf = (table: TableName): readonly JudgeProvision[] => {
    const known = judges.get(table) ?? makeJudges(packs, table, context);
    judges.set(table, known);
    return known;
  };
  return {
    check(table, record, name = '#1') {
      const key = shapeOf(table).key ?? '';
      const given = record[key] ?? null;
      const named = given === null ? { ...record, [key]: name } : record;
      const { row, supplied, bad } = readRow(table, named);
      const issues = [
        ...bad.map(({ column, type, seen }) =>
          issueOf('check.bad_value', table, column, type, seen),
        ),
        ...unknownColumns(table, record),
      ];
      const verdicts = judgesOf(table).map((judge) => judge(row, supplied));
      return { table, id: String(named[key]), issues, verdicts };
    },
    beyond: (table) => {
      const about = packs
        .flatMap(({ provisions }) => provisions)
        .filter(({ subject, finds }) => subject === table && finds !== 'fact');
      const judged = new Set(about.filter(({ row }) => row !== null).map(({ id }) => id));
      const others = about.filter(({ id }) => !judged.has(id)).map(({ id }) => id);
      return [...new Set(others)].toSorted(compareText);
    },
  };
}

function makeJudges(
  packs: readonly Pack[],
  table: TableName,
  context: CheckContext,
): JudgeProvision[] {
  const provisions = packs
    .flatMap((pack) => pack.provisions)
    .filter(({ subject, finds }) => subject === table && finds !== 'fact');
  const byId = [...Map.groupBy(provisions, ({ id }) => id)].filter(([, versions]) =>
    versions.some(({ row }) => row !== null),
  );
  const times = new Map<string, ReturnType<typeof timesOf>>();
  return byId
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([id, versions]) => {
      const pack = packs.find((one) => one.id === versions[0]?.pack) ?? packs[0];
      const { time_zone = 'UTC', jurisdiction = '' } = pack ?? {};
      const key = `${time_zone} ${jurisdiction}`;
      const known = times.get(key) ?? timesOf(time_zone, calendarOf(packs, jurisdiction));
      times.set(key, known);
      return judgeProvision(id, table, versions, { ...context, time_zone, times: known });
    });
}

const columns = new Map<TableName, ReadonlySet<string>>();

function unknownColumns(table: TableName, record: Readonly<Record<string, unknown>>): Issue[] {
  const known = columns.get(table) ?? new Set(columnsOf(table).keys());
  columns.set(table, known);
  const unknown: string[] = [];
  for (const column in record) if (!known.has(column)) unknown.push(column);
  return unknown
    .toSorted(compareText)
    .map((column) => issueOf('check.unknown_column', table, column, [...known].join(', ')));
}

function issueOf(
  code: 'check.bad_value' | 'check.unknown_column',
  table: TableName,
  column: string,
  expected: string,
  seen?: unknown,
): Issue {
  const shown = (JSON.stringify(seen) ?? '').slice(0, limits.shown_chars_max);
  return { code, params: { table, column, expected, seen: shown }, count: 1, ...nowhere };
}
