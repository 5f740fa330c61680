import { createTable } from '../engine/create-table.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { columnsOf } from '../model/tables.ts';
import type { FundingScope } from './scope.ts';

/** `funding_band`: sums of `commission_funding` as a whole, by month, plan and beneficiary. */
export async function sumBands(
  engine: DuckDb,
  site: ScanSite,
  { words }: FundingScope,
): Promise<void> {
  await createTable(engine, 'funding_band');
  const columns = [...columnsOf('funding_band').keys()].join(', ');
  const scopes: readonly (readonly [string, string])[] = [
    ['all', `'all'`],
    ['month', words.month('accrued_on')],
    ['plan', 'plan_id'],
    ['beneficiary', 'beneficiary_id'],
  ];
  for (const [scope, id] of scopes) {
    const sums = await site.reduce(
      `pp_fund_band_${scope}`,
      `SELECT ${id} AS scope_id, min(accrued_on) AS first_on, max(accrued_on) AS last_on,
          count(*) FILTER (WHERE part = 1) AS entries,
          count(*) FILTER (WHERE amount_minor IS NULL) AS unpriced,
          ${sumOf('entry_fee', 'funding', 'entry_fee')},
          ${sumOf('qualifying', 'funding', 'qualifying_purchase')},
          ${sumOf('subsidy', 'funding', 'subsidy')},
          ${sumOf('unknown', 'funding', 'unknown')},
          ${sumOf('recruitment', 'counts_as', 'recruitment')},
          ${sumOf('own_use', 'counts_as', 'own_use')},
          ${sumOf('retail', 'counts_as', 'retail')},
          ${sumOf('open', 'counts_as', 'open')},
          CAST(coalesce(sum(amount_minor), 0) AS BIGINT) AS total_minor
        FROM commission_funding WHERE ${id} IS NOT NULL GROUP BY 1`,
    );
    await engine.run(`INSERT INTO funding_band (${columns})
      SELECT '${scope}', *, coalesce(unpriced = 0 AND recruitment_minor >= 0 AND own_use_minor >= 0
          AND retail_minor >= 0 AND open_minor >= 0 AND total_minor > 0, FALSE)
      FROM ${sums} ORDER BY scope_id`);
  }
}

function sumOf(name: string, column: string, value: string): string {
  return `CAST(coalesce(sum(amount_minor) FILTER (WHERE ${column} = '${value}'), 0) AS BIGINT)
    AS ${name}_minor`;
}
