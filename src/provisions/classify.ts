import { createTable } from '../engine/create-table.ts';
import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { compareText } from '../model/issue.ts';
import type { Classification, Provision } from '../model/provision.ts';
import { importedTables, relationOf, shapeOf } from '../model/tables.ts';
import { versionOn } from './applicable-days.ts';
import type { DeriveContext, Deriver } from './derive.ts';
import { actFilter } from './evaluate.ts';
import { missingNeeds } from './needs.ts';
import { constantPeriods, contains } from './periods.ts';
import { expandSql } from './sql/expand.ts';

/**
 * Makes `classification`: what every row of a subject's table is on the day judged as of, by each
 * provision that finds a fact. Where the data lack what such a provision needs there are no rows
 * of it, and nobody may conclude anything.
 */
export const classify: Deriver = {
  table: 'classification',
  reads: importedTables(),
  derive: async (engine, context) => {
    await createTable(engine, 'classification');
    for (const provision of classifying(context)) await classifyBy(engine, provision, context);
  },
};

/** How many rows each classifying provision found to be what it says; ordered by id. */
export async function countClassified(
  engine: SqlEngine,
  context: DeriveContext,
): Promise<Classification[]> {
  const rows = await engine.rows(
    'SELECT provision, holds, count(*) AS subjects FROM classification GROUP BY provision, holds',
  );
  return classifying(context).map((one) => {
    const count = (holds: boolean | null): number =>
      Number(
        rows.find((row) => row['provision'] === one.id && row['holds'] === holds)?.['subjects'] ??
          0,
      );
    return {
      provision: one.id,
      holds: count(true),
      does_not_hold: count(false),
      undecided: count(null),
      needs: missingNeeds(one, context),
    };
  });
}

/** The versions that classify on the day judged as of. */
function classifying({ packs, as_of }: DeriveContext): Provision[] {
  const facts = packs
    .flatMap(({ provisions }) => provisions)
    .filter(({ finds }) => finds === 'fact');
  return [...Map.groupBy(facts, ({ id }) => id).values()]
    .flatMap((versions) => versionOn(versions, as_of) ?? [])
    .toSorted((a, b) => compareText(a.id, b.id));
}

async function classifyBy(
  engine: SqlEngine,
  provision: Provision,
  context: DeriveContext,
): Promise<void> {
  const { as_of } = context;
  const pack = context.packs.find((one) => one.id === provision.pack);
  const time_zone = pack?.time_zone ?? context.time_zone;
  const { id, subject, jurisdiction } = provision;
  const period = constantPeriods(provision).find((one) => contains(one, as_of));
  const key = subject === 'data_set' ? null : shapeOf(subject).key;
  if (!period || subject === 'data_set' || key === null) return;
  if (missingNeeds(provision, context).length > 0) return;
  const acts = actFilter(period, as_of);
  const undecided =
    provision.cannot_tell === null
      ? 'SELECT NULL AS subject WHERE FALSE'
      : `SELECT DISTINCT subject FROM (\n${provision.cannot_tell}\n) pp_rows WHERE ${acts}`;
  const sql = `
    SELECT ${sqlText(id)} AS provision, ${sqlText(subject)} AS subject_table,
      pp_all.id AS subject_id,
      CASE WHEN pp_is.subject IS NOT NULL THEN TRUE
        WHEN pp_open.subject IS NULL THEN FALSE END AS holds,
      pp_is.since
    FROM (SELECT DISTINCT ${key} AS id FROM ${relationOf(subject)} WHERE ${key} IS NOT NULL) pp_all
    LEFT JOIN (
      SELECT subject, min(act_on) AS since FROM (\n${provision.test}\n) pp_rows
      WHERE ${acts} GROUP BY subject
    ) pp_is ON pp_is.subject = pp_all.id
    LEFT JOIN (${undecided}) pp_open ON pp_open.subject = pp_all.id`;
  const { parameters } = period;
  const values = { as_of, time_zone, calendar: jurisdiction, parameters };
  const { site } = context;
  const query = expandSql(sql, (site?.engine ?? engine).dialect, values);
  const found = site === undefined ? `(${query}) pp_found` : await site.reduce('pp_found', query);
  await engine.run(`INSERT INTO classification SELECT * FROM ${found}`);
  await site?.clear('pp_found');
}
