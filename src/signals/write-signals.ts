import { createTable } from '../engine/create-table.ts';
import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { independentGrounds, spanOf } from './suspicion.ts';
import type { Ground, Signals, Suspicion } from './suspicion.ts';

type SignalTable = 'signal' | 'signal_ground' | 'signal_scope';

/** Rows of one INSERT. */
const ROWS_A_STATEMENT = 500;

/** Makes one of the tables of signals, in place of any there. */
export async function writeSignals(
  engine: SqlEngine,
  table: SignalTable,
  signals: Signals,
  time_zone: string,
): Promise<void> {
  await createTable(engine, table);
  const rows = rowsOf(table, signals, time_zone);
  for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) {
    const some = rows.slice(i, i + ROWS_A_STATEMENT);
    await engine.run(`INSERT INTO ${table} VALUES ${some.join(', ')}`);
  }
}

function rowsOf(
  table: SignalTable,
  { suspicions, scopes }: Signals,
  time_zone: string,
): readonly string[] {
  const ids = idsOf(suspicions);
  if (table === 'signal') return suspicions.map((one, i) => signalRow(ids[i]!, one, time_zone));
  if (table === 'signal_ground') {
    return suspicions.flatMap((one, i) => one.grounds.map((ground) => groundRow(ids[i]!, ground)));
  }
  return scopes.map(({ kind, subject_kind, ground, family, measured, needs }) =>
    row([kind, subject_kind, ground, family].map(sqlText), String(measured), sqlText(needs)),
  );
}

/** Kind and subject; two groups that begin with one account are told apart by a number. */
function idsOf(suspicions: readonly Suspicion[]): string[] {
  const seen = new Map<string, number>();
  return suspicions.map(({ kind, subject_kind, subject_id }) => {
    const name = `${kind}:${subject_kind}:${subject_id}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}

function signalRow(id: string, one: Suspicion, time_zone: string): string {
  const { kind, subject_kind, subject_id, operator_id, listing_id, batch, grounds } = one;
  const { first_at, last_at } = spanOf(grounds);
  return row(
    [id, kind, subject_kind, subject_id].map(sqlText),
    [operator_id, listing_id, batch].map(textOrNull),
    String(independentGrounds(grounds)),
    sqlText(grounds.map(({ name }) => name).join(', ')),
    String(Math.max(...grounds.map(({ cases }) => cases))),
    dayOf(first_at, time_zone),
    dayOf(last_at, time_zone),
  );
}

function groundRow(id: string, ground: Ground): string {
  const { name, family, cases, out_of, expected, strength, threshold, statement } = ground;
  return row(
    [id, name, family].map(sqlText),
    [cases, out_of, expected, strength, threshold].map(rounded),
    [statement.zh, statement.en].map(sqlText),
  );
}

function row(...values: readonly (string | readonly string[])[]): string {
  return `(${values.flat().join(', ')})`;
}

function textOrNull(value: string | null): string {
  return value === null ? 'NULL' : sqlText(value);
}

/** Four places: what is behind them is not evidence and may differ between machines. */
function rounded(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/** The calendar date of an ISO instant in the zone. */
function dayOf(instant: string | null, time_zone: string): string {
  if (instant === null) return 'NULL';
  const utc = `TIMESTAMP ${sqlText(instant.replace('T', ' ').replace('Z', ''))}`;
  return `CAST((${utc} AT TIME ZONE 'UTC') AT TIME ZONE ${sqlText(time_zone)} AS DATE)`;
}
