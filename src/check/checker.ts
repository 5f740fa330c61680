import type { Issue } from '../model/issue.ts';
import { compareText, nowhere } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { Predicate, RowForm } from '../model/predicate.ts';
import type { Provision } from '../model/provision.ts';
import type { RecordCheck, RecordPack, RecordVerdict } from '../model/record-check.ts';
import { columnsOf, shapeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { calendarOf, timesOf } from '../provisions/row/times.ts';
import { rowReader } from '../provisions/row/read-row.ts';
import type { BadValue, RowReader } from '../provisions/row/read-row.ts';
import type { JudgeContext } from '../provisions/row/row-judge.ts';
import type { Slots } from '../provisions/row/typed.ts';
import { screenRecord } from '../text/screen-record.ts';
import type { ScreenedRows } from '../text/screen-record.ts';
import { makeScreener } from '../text/screener.ts';
import { untoldIssues } from '../text/untold-issues.ts';
import { classifyingVersions, recordClassifier } from './classify-record.ts';
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

export function makeChecker(packs: readonly RecordPack[], context: CheckContext): Checker {
  const benches = new Map<TableName, Bench>();
  const { read: readHit } = rowReader('screening_hit');
  const benchOf = (table: TableName): Bench => {
    const known = benches.get(table) ?? makeBench(packs, table, context);
    benches.set(table, known);
    return known;
  };
  return {
    check(table, record, name = '#1') {
      const { key, reader, judges, hitsIn, classify } = benchOf(table);
      const given = key === null ? name : (record[key] ?? null);
      const named = key === null || given !== null ? record : { ...record, [key]: name };
      const { row, supplied, bad, unknown } = reader.read(named);
      const verdicts: RecordVerdict[] = [];
      const id = String(given ?? name);
      const { rows: hits, untold } = hitsIn(id, record);
      const issues =
        bad.length + unknown.length + untold.length === 0
          ? none
          : [...issuesOf(table, bad, unknown), ...untoldIssues(untold)];
      const own = {
        row,
        hits: hits.length === 0 ? noSlots : hits.map((hit) => readHit(hit).row),
      };
      const { classifications, facts, unclassified } = classify(own, supplied, id);
      const input = { ...own, facts };
      for (const judge of judges) verdicts.push(judge(input, supplied, unclassified));
      return { table, id, issues, hits, classifications, verdicts };
    },
    beyond: (table) => {
      const about = dutiesAbout(packs, table, context.as_of);
      const judged = new Set(about.filter(({ row }) => row !== null).map(({ id }) => id));
      const others = about.filter(({ id }) => !judged.has(id)).map(({ id }) => id);
      return [...new Set(others)].toSorted(compareText);
    },
  };
}

/** All it takes to judge the records of one table. */
interface Bench {
  /** Column of a record's own id; null where records have none. */
  readonly key: string | null;
  readonly reader: RowReader;
  readonly judges: readonly JudgeProvision[];
  /** A row of `screening_hit` for each term found in a record's texts. */
  readonly hitsIn: (id: string, record: Readonly<Record<string, unknown>>) => ScreenedRows;
  /** What the record is, before anything else is asked of it. */
  readonly classify: ReturnType<typeof recordClassifier>;
}

function makeBench(packs: readonly RecordPack[], table: TableName, context: CheckContext): Bench {
  const reader = rowReader(table);
  const timesIn = timesByZone(packs);
  const contextOf = (provision: Provision): ReturnType<typeof timesIn> & ReadContext => ({
    ...context,
    reader,
    ...timesIn(provision),
  });
  const facts = classifyingVersions(packs, table, context.as_of);
  const duties = [...Map.groupBy(dutiesAbout(packs, table, context.as_of), ({ id }) => id)];
  return {
    key: shapeOf(table).key,
    reader,
    judges: duties
      .filter(([, versions]) => versions.some(({ row }) => row !== null))
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([id, versions]) => judgeProvision(id, table, versions, contextOf(versions[0]!))),
    hitsIn: makeHitFinder(packs, table),
    classify: recordClassifier(
      facts.filter(({ row }) => row !== null),
      table,
      contextOf,
    ),
  };
}

type ReadContext = CheckContext & { readonly reader: RowReader };

/**
 * What can be met or breached by rows of a table. What reads a fact that one record does not tell
 * is not decided by one row here.
 */
function dutiesAbout(
  packs: readonly RecordPack[],
  table: TableName,
  as_of: string,
): readonly Provision[] {
  const all = packs.flatMap(({ provisions }) => provisions);
  const facts = new Set(all.filter(({ finds }) => finds === 'fact').map(({ id }) => id));
  for (const { id, row } of classifyingVersions(packs, table, as_of)) {
    if (row !== null) facts.delete(id);
  }
  return all
    .filter(({ subject, finds }) => subject === table && finds !== 'fact')
    .map((one) => (readsAny(one, facts) ? { ...one, row: null } : one));
}

function readsAny({ row }: Provision, facts: ReadonlySet<string>): boolean {
  return statementsOf(row).some(({ classified = '' }) => facts.has(classified));
}

function statementsOf(row: RowForm | null): readonly Predicate[] {
  return row === null ? [] : [...row.test, ...row.cannot_tell];
}

/** Looks for terms only where a provision over the table asks for them. */
function makeHitFinder(packs: readonly RecordPack[], table: TableName): Bench['hitsIn'] {
  const asked = packs
    .flatMap(({ provisions }) => provisions)
    .flatMap(({ row }) => statementsOf(row))
    .some((one) => one.hits && one.table === table);
  if (!asked) return () => noHits;
  const screener = screenerOf(packs);
  return (id, record) => screenRecord(table, id, record, screener);
}

/** A screener takes seconds to make; the same packs judge day after day. */
const ready = new WeakMap<readonly RecordPack[], ReturnType<typeof makeScreener>>();

function screenerOf(packs: readonly RecordPack[]): ReturnType<typeof makeScreener> {
  const screener = ready.get(packs) ?? makeScreener(packs.flatMap(({ terms }) => terms));
  ready.set(packs, screener);
  return screener;
}

const noHits: ScreenedRows = { rows: [], untold: [] };
const noSlots: readonly Slots[] = [];

const none: readonly Issue[] = [];

/** The zone of a provision's pack, and the calendar of its jurisdiction. */
function timesByZone(
  packs: readonly RecordPack[],
): (provision: Provision) => Pick<JudgeContext, 'time_zone' | 'times'> {
  const known = new Map<string, ReturnType<typeof timesOf>>();
  return (provision) => {
    const pack = packs.find(({ id }) => id === provision.pack) ?? packs[0];
    const { time_zone = 'UTC', jurisdiction = '' } = pack ?? {};
    const key = `${time_zone} ${jurisdiction}`;
    const times = known.get(key) ?? timesOf(time_zone, calendarOf(packs, jurisdiction));
    known.set(key, times);
    return { time_zone, times };
  };
}

function issuesOf(table: TableName, bad: readonly BadValue[], unknown: readonly string[]): Issue[] {
  const known = [...columnsOf(table).keys()].join(', ');
  return [
    ...bad
      .toSorted((a, b) => compareText(a.column, b.column))
      .map(({ column, type, seen }) => issueOf('check.bad_value', table, column, type, seen)),
    ...unknown
      .toSorted(compareText)
      .map((column) => issueOf('check.unknown_column', table, column, known)),
  ];
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
