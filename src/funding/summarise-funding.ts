import type { DuckDb } from '../engine/duckdb.ts';
import { scansHere } from '../engine/scan-site.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { limits } from '../model/limits.ts';
import type {
  FundingFlow,
  FundingGains,
  FundingSums,
  GainGroup,
  ReportFunding,
} from '../model/report-funding.ts';
import { compareCash } from './compare-cash.ts';
import { exactMinor } from './exact-minor.ts';
import type { FundingOptions } from './scope.ts';

/** What the report says of funding, from the derived tables; null without a commission. */
export async function summariseFunding(
  engine: DuckDb,
  options: FundingOptions,
  most: number = limits.funding_rows_max,
): Promise<ReportFunding | null> {
  const [whole] = await sumsOf(engine, 'all', 'scope_id', 1);
  if (!whole) return null;
  const { site = scansHere(engine) } = options;
  return {
    whole,
    months: await sumsOf(engine, 'month', 'scope_id', most),
    plans: await sumsOf(engine, 'plan', 'scope_id', most),
    beneficiaries: await sumsOf(engine, 'beneficiary', 'total_minor DESC, scope_id', 20),
    open: await openReasons(site.engine),
    gains: await gainsOf(engine),
    cash: await compareCash(site, options),
    by_level: await groupsOf(engine, 'CAST(level AS VARCHAR)', 'any_value(level)', most),
    by_month: await groupsOf(engine, `strftime(joined_on, '%Y-%m')`, 'id', most),
    flows: await flowsOf(engine, site, most),
  };
}

async function sumsOf(
  engine: SqlEngine,
  scope: string,
  order: string,
  most: number,
): Promise<FundingSums[]> {
  const rows = await engine.rows(`SELECT * FROM funding_band WHERE scope = '${scope}'
    ORDER BY ${order} LIMIT ${most}`);
  return rows.map((row) => ({
    id: String(row['scope_id']),
    entries: exactMinor(row['entries']),
    unpriced: exactMinor(row['unpriced']),
    entry_fee: exactMinor(row['entry_fee_minor']),
    qualifying: exactMinor(row['qualifying_minor']),
    subsidy: exactMinor(row['subsidy_minor']),
    unknown: exactMinor(row['unknown_minor']),
    recruitment: exactMinor(row['recruitment_minor']),
    own_use: exactMinor(row['own_use_minor']),
    retail: exactMinor(row['retail_minor']),
    open: exactMinor(row['open_minor']),
    total: exactMinor(row['total_minor']),
    settled: row['settled'] === true,
  }));
}

async function openReasons(engine: SqlEngine): Promise<ReportFunding['open']> {
  const rows = await engine.rows(`
    SELECT reason, CAST(sum(amount_minor) AS BIGINT) AS amount FROM commission_funding
    WHERE counts_as = 'open' AND amount_minor IS NOT NULL GROUP BY reason
    ORDER BY amount DESC, reason`);
  return rows.map((row) => ({ reason: String(row['reason']), amount: exactMinor(row['amount']) }));
}

async function gainsOf(engine: SqlEngine): Promise<FundingGains> {
  const [row = {}] = await engine.rows(`
    SELECT ${groupSql},
      count(*) FILTER (WHERE paid_in_minor > 0 AND net_all_minor < 0) AS never_back_all,
      CAST(sum(own_use_minor) AS BIGINT) AS own_use,
      CAST(sum(accrued_minor) AS BIGINT) AS accrued, CAST(sum(paid_minor) AS BIGINT) AS paid,
      CAST(sum(withdrawn_minor) AS BIGINT) AS withdrawn
    FROM member_gain`);
  const [top = {}] = await engine.rows(`
    WITH ranked AS (
      SELECT accrued_minor AS x, row_number() OVER (ORDER BY accrued_minor) AS i,
        count(*) OVER () AS n
      FROM member_gain WHERE accrued_minor > 0
    )
    SELECT count(*) AS earners, (count(*) + 99) // 100 AS top_earners,
      CAST(sum(x) AS BIGINT) AS earners_minor,
      CAST(sum(x) FILTER (WHERE i > n - (n + 99) // 100) AS BIGINT) AS top_earners_minor,
      CAST(sum(2 * CAST(i AS HUGEINT) * x) - (count(*) + 1) * sum(x) AS VARCHAR) AS over,
      CAST(count(*) * sum(x) AS VARCHAR) AS under
    FROM ranked`);
  return {
    ...toGroup({ ...row, id: 'all' }),
    never_back_all: exactMinor(row['never_back_all']),
    own_use: exactMinor(row['own_use']),
    accrued: exactMinor(row['accrued']),
    paid: exactMinor(row['paid']),
    withdrawn: exactMinor(row['withdrawn']),
    earners: exactMinor(top['earners']),
    top_earners: exactMinor(top['top_earners']),
    earners_minor: exactMinor(top['earners_minor']),
    top_earners_minor: exactMinor(top['top_earners_minor']),
    gini: giniOf(top),
  };
}

/** G = (2 Σ i·x_i − (n + 1) Σ x) / (n Σ x), the x in ascending order: exact until the last step. */
function giniOf({ over, under }: SqlRow): number | null {
  if (typeof over !== 'string' || typeof under !== 'string') return null;
  return Number((BigInt(over) * 10_000n) / BigInt(under)) / 10_000;
}

const groupSql = `count(*) FILTER (WHERE paid_in_minor > 0) AS payers,
  count(*) FILTER (WHERE paid_in_minor > 0 AND net_minor < 0) AS never_back,
  CAST(sum(paid_in_minor) AS BIGINT) AS paid_in,
  CAST(sum(accrued_minor) FILTER (WHERE paid_in_minor > 0) AS BIGINT) AS earned`;

async function groupsOf(
  engine: SqlEngine,
  by: string,
  order: string,
  most: number,
): Promise<GainGroup[]> {
  const rows = await engine.rows(`SELECT ${by} AS id, ${groupSql} FROM member_gain
    WHERE ${by} IS NOT NULL AND paid_in_minor > 0 GROUP BY id ORDER BY ${order} LIMIT ${most}`);
  return rows.map(toGroup);
}

function toGroup(row: SqlRow): GainGroup {
  return {
    id: String(row['id']),
    payers: exactMinor(row['payers']),
    never_back: exactMinor(row['never_back']),
    paid_in: exactMinor(row['paid_in']),
    earned: exactMinor(row['earned']),
  };
}

async function flowsOf(engine: DuckDb, site: ScanSite, most: number): Promise<FundingFlow[]> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_flow_level AS
    SELECT member_id, level FROM network_member WHERE tree = 'sponsor'`);
  await site.lay('pp_flow_level');
  const rows = await site.engine.rows(`
    SELECT p.level AS from_level, b.level AS to_level,
      CAST(sum(f.amount_minor) AS BIGINT) AS amount
    FROM commission_funding f
    LEFT JOIN pp_flow_level p ON p.member_id = f.payer_id
    LEFT JOIN pp_flow_level b ON b.member_id = f.beneficiary_id
    WHERE f.amount_minor IS NOT NULL GROUP BY 1, 2
    ORDER BY amount DESC, from_level NULLS LAST, to_level NULLS LAST
    LIMIT ${most}`);
  await site.clear('pp_flow_');
  const levelOf = (value: SqlRow[string] | undefined): number | null =>
    value === null ? null : exactMinor(value);
  return rows.map((row) => ({
    from_level: levelOf(row['from_level']),
    to_level: levelOf(row['to_level']),
    amount: exactMinor(row['amount']),
  }));
}
