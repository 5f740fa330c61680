import { sqlName } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { InForce, Provision } from '../model/provision.ts';
import { columnsOf, locatorColumns, relationOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { asksForCalendar } from './attach-calendars.ts';
import type { RunContext } from './context.ts';
import { missingNeeds } from './needs.ts';
import { constantPeriods } from './periods.ts';
import type { Period } from './periods.ts';
import { expandSql } from './sql/expand.ts';
import { rowConditions } from './sql/row-conditions.ts';

/** A version of a provision with the days on which it applies. */
export interface Applied {
  readonly version: Provision;
  readonly days: readonly InForce[];
}

type Part = 'test' | 'cannot_tell';

/** Small tables that stand in for large ones in the statements they were made for. */
export interface Sieves {
  /** What to put before such a statement; nothing before any other. */
  readonly before: (version: Provision, period: Period, part: Part) => string;
  readonly drop: () => Promise<void>;
}

/** When a table is worth a sieve, and which statements take part. */
export interface Sieving {
  /** Rows of a table from which on its provisions share a scan; below, scans cost nothing. */
  readonly rows_min: number;
  /** A statement that asks for a larger share of the rows reads the table itself. */
  readonly share_max: number;
}

export const usualSieving: Sieving = { rows_min: 1_000_000, share_max: 0.05 };

/** First rows of a table by which shares are judged. */
const sample_rows = 100_000;

/** What one statement asks of the rows of a table, as a condition on `pp_row`. */
interface Question {
  readonly key: string;
  readonly version: Provision;
  readonly condition: string;
}

/**
 * Reads each large table once for all row provisions over it: the rows that any of their
 * statements asks for are set aside, and the statements, unchanged, then read those. A row no
 * statement's WHERE lets through can change none of their answers. Only how a run is carried out
 * hangs on this, never what it finds.
 */
export async function makeSieves(
  engine: SqlEngine,
  applied: readonly Applied[],
  context: RunContext,
  sieving = usualSieving,
): Promise<Sieves> {
  const made = new Map<string, string>();
  const tables = engine.dialect === 'duckdb' ? questionsByTable(applied, context) : [];
  const sieves: string[] = [];
  for (const [table, all] of tables) {
    const rows = context.tables[table]?.read ?? 0;
    if (rows < sieving.rows_min || all.length < 2) continue;
    const sieve = `pp_sieve_${relationOf(table)}`;
    const { share_max } = sieving;
    const rows_max = Math.floor(rows * share_max);
    const few = await fewOf(engine, table, all, share_max);
    const questions = await makeSieve(engine, table, sieve, few, rows_max);
    if (questions.length > 0) sieves.push(sieve);
    const before = `WITH ${relationOf(table)} AS (SELECT * FROM ${sieve})\n`;
    for (const { key } of questions) made.set(key, before);
  }
  return {
    before: (version, period, part) => made.get(keyOf(version, period, part)) ?? '',
    drop: async () => {
      for (const sieve of sieves) await engine.run(`DROP TABLE ${sieve}`);
    },
  };
}

function keyOf({ id, in_force }: Provision, { from }: Period, part: Part): string {
  return `${id} ${in_force.from} ${from} ${part}`;
}

function questionsByTable(
  applied: readonly Applied[],
  context: RunContext,
): Iterable<[TableName, Question[]]> {
  const found = new Map<TableName, Question[]>();
  for (const { version, days } of applied) {
    const { subject, row, in_force } = version;
    const alone =
      row !== null &&
      [...row.test, ...row.cannot_tell].every((one) => !one.hits && one.classified === undefined);
    if (!alone || subject === 'data_set' || in_force.from > context.as_of) continue;
    if (missingNeeds(version, context).length > 0) continue;
    const questions = constantPeriods(version, days).flatMap((period) =>
      (['test', 'cannot_tell'] as const).flatMap((part) =>
        questionOf(version, period, part, context),
      ),
    );
    found.set(subject, [...(found.get(subject) ?? []), ...questions]);
  }
  return found;
}

function questionOf(
  version: Provision,
  period: Period,
  part: Part,
  { as_of, time_zone }: RunContext,
): Question[] {
  const sql = version[part];
  if (sql === null || asksForCalendar(sql)) return [];
  const conditions = rowConditions(sql, 'pp_row');
  if (!conditions) return [];
  const { parameters } = period;
  const values = { as_of, time_zone, calendar: version.jurisdiction, parameters };
  const condition = conditions.map((one) => `(${expandSql(one, 'duckdb', values)}\n)`).join(' OR ');
  return [{ key: keyOf(version, period, part), version, condition }];
}

/**
 * Those questions that ask for few of the table's first rows. None where one of them cannot be
 * answered: what is wrong is told of its provision when that is asked by itself.
 */
async function fewOf(
  engine: SqlEngine,
  table: TableName,
  all: readonly Question[],
  share_max: number,
): Promise<readonly Question[]> {
  const counts = all.map(({ condition }, i) => `count(*) FILTER (WHERE ${condition}) AS n${i}`);
  const rows = await unlessWrong(
    engine.rows(
      `SELECT count(*) AS total, ${counts.join(', ')}
       FROM (SELECT * FROM ${relationOf(table)} LIMIT ${sample_rows}) pp_row`,
    ),
  );
  const most = Number(rows?.[0]?.['total']) * share_max;
  return all.filter((_, i) => Number(rows?.[0]?.[`n${i}`]) <= most);
}

/** Sets the rows aside that the questions ask for; the questions then answered by it, or none. */
async function makeSieve(
  engine: SqlEngine,
  table: TableName,
  sieve: string,
  questions: readonly Question[],
  rows_max: number,
): Promise<readonly Question[]> {
  if (questions.length < 2) return [];
  const conditions = questions.map(({ condition }) => `(${condition})`).join('\n OR ');
  const create = `CREATE OR REPLACE TEMP TABLE ${sieve} AS
    SELECT ${columnsRead(table, questions)} FROM ${relationOf(table)} pp_row
    WHERE ${conditions} LIMIT ${rows_max + 1}`;
  if ((await unlessWrong(engine.rows(create))) === null) return [];
  const [kept] = await engine.rows(`SELECT count(*) AS n FROM ${sieve}`);
  if (Number(kept?.['n']) <= rows_max) return questions;
  // Cut off at the limit: there may be more, and those would be missed.
  await engine.run(`DROP TABLE ${sieve}`);
  return [];
}

/** What the engine answers, or null for an error other than that somebody stopped it. */
async function unlessWrong<T>(answer: Promise<T>): Promise<T | null> {
  return await answer.catch((error: unknown) => {
    if (/interrupt/i.test(String(error))) throw error;
    return null;
  });
}

/** The columns their provisions declare, and every row's place in the raw files. */
function columnsRead(table: TableName, questions: readonly Question[]): string {
  const declared = questions.flatMap(({ version }) =>
    version.reads.flatMap(({ required, optional }) => [...required, ...optional]),
  );
  const wanted = new Set(declared);
  const columns = [...columnsOf(table).keys()].filter(
    (name) => wanted.has(name) || Object.hasOwn(locatorColumns, name),
  );
  return columns.map(sqlName).join(', ');
}
