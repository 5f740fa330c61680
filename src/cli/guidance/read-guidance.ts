import { sqlText } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { JudgeableSnapshot } from '../../inspect/snapshot-file.ts';
import { barometer } from '../../guidance/barometer.ts';
import type { Barometer, Indicator } from '../../guidance/barometer.ts';
import {
  effectFigures,
  effectSql,
  effectWindows,
  figureEffect,
} from '../../guidance/effects-sql.ts';
import type { FigureEffect } from '../../guidance/effects-sql.ts';
import { factsFromRows } from '../../guidance/facts-from-rows.ts';
import { eventsSql, operatorsSql, sharesSql } from '../../guidance/facts-sql.ts';
import type { FactsSql } from '../../guidance/facts-sql.ts';
import { indicatorOf, marketFigures } from '../../guidance/market-months.ts';
import type { OperatorFacts } from '../../guidance/operator-facts.ts';
import { openBreaches } from './open-breaches.ts';

export interface Guidance {
  readonly facts: readonly OperatorFacts[];
  readonly indicators: readonly Indicator[];
  readonly barometer: Barometer;
  readonly effects: readonly FigureEffect[];
}

/**
 * Facts of all operators, the months of the market and what followed measures, from the tables of
 * an inspection.
 */
export async function readGuidance(
  engine: SqlEngine,
  snapshot: Pick<JudgeableSnapshot, 'time_zone' | 'tables'>,
  folder: string,
  as_of: string,
): Promise<Guidance> {
  const zone = sqlText(snapshot.time_zone);
  const context: FactsSql = {
    as_of,
    day: (instant) => `CAST(((${instant}) AT TIME ZONE 'UTC') AT TIME ZONE ${zone} AS DATE)`,
  };
  const present = new Set(
    Object.entries(snapshot.tables).flatMap(([table, account]) =>
      (account?.columns_present ?? []).map((column) => `${table}.${column}`),
    ),
  );
  const facts = factsFromRows({
    operators: await engine.rows(operatorsSql()),
    events: await engine.rows(eventsSql(context)),
    shares: await engine.rows(sharesSql(context)),
    breaches: await openBreaches(engine, folder),
    present,
    as_of,
  });
  const indicators: Indicator[] = [];
  for (const figure of marketFigures) {
    if (!figure.needs.every((column) => present.has(column))) continue;
    indicators.push(indicatorOf(figure, await engine.rows(figure.sql(context)), as_of));
  }
  const effects: FigureEffect[] = [];
  const windows = effectWindows(as_of);
  for (const { name, needs, listed } of effectFigures) {
    if (!needs.every((column) => present.has(column))) continue;
    const rows = await engine.rows(effectSql(listed, windows, context));
    effects.push(figureEffect(name, windows, rows));
  }
  return { facts, indicators, effects, barometer: barometer(indicators) };
}
