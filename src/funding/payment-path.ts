import { sqlText } from '../engine/duckdb.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import type { SqlRow } from '../engine/sql-engine.ts';
import type { FundingClass } from '../model/tables-funding.ts';
import { exactMinor } from './exact-minor.ts';
import { scopeOf } from './scope.ts';
import type { FundingOptions, FundingScope } from './scope.ts';
import { paidFeesSql, paidOrdersSql } from './stage-payments.ts';
import { readTree } from './tree-order.ts';
import type { TreeOrder } from './tree-order.ts';

/** A part of a commission that a payment caused, as `commission_funding` has it. */
export interface PaymentPart {
  readonly commission_id: string | null;
  readonly beneficiary_id: string | null;
  /** Steps up the recruitment tree from who paid; 0 is the payer, null who is not above. */
  readonly distance: number | null;
  /** Distance and kind as the commission itself says. */
  readonly level: number | null;
  readonly kind: string | null;
  /** Null where the commission has no amount. */
  readonly amount_minor: number | null;
  readonly funding: FundingClass;
  readonly counts_as: string;
  readonly reason: string;
}

/** One payment, the commissions it caused, and what the platform kept of it after them. */
export interface PaymentPath {
  /** The fee where the payment asked for is an order that was paid as a fee. */
  readonly table: 'fee' | 'order';
  readonly id: string;
  readonly payer_id: string | null;
  /** Net of refunds; null where the data name no amount. */
  readonly kept_minor: number | null;
  /** Who is nearest first. */
  readonly parts: readonly PaymentPart[];
  /** Covered by the payment, and beyond it; null where a commission has no amount. */
  readonly covered_minor: number | null;
  readonly beyond_minor: number | null;
  /** `kept_minor` less `covered_minor`; null where either is. */
  readonly remainder_minor: number | null;
}

/**
 * Where one payment went, of the tables `deriveFunding` left. Null where no such payment was made
 * up to the day judged as of.
 */
export async function paymentPath(
  engine: DuckDb,
  payment: { readonly table: 'fee' | 'order'; readonly id: string },
  options: FundingOptions,
): Promise<PaymentPath | null> {
  const source = await sourceOf(engine, payment, scopeOf(options));
  if (source === null) return null;
  const { table, id, payer_id, kept_minor } = source;
  const parts = await partsOf(engine, source);
  const covered_minor = sumOf(parts.filter(({ reason }) => reason !== 'exceeds_source'));
  const beyond_minor = sumOf(parts.filter(({ reason }) => reason === 'exceeds_source'));
  return {
    table,
    id,
    payer_id,
    kept_minor,
    parts,
    covered_minor,
    beyond_minor: covered_minor === null ? null : beyond_minor,
    remainder_minor:
      kept_minor === null || covered_minor === null ? null : kept_minor - covered_minor,
  };
}

/** Past every level there can be. */
const farthest = Number.MAX_SAFE_INTEGER;

type Source = Pick<PaymentPath, 'table' | 'id' | 'payer_id' | 'kept_minor'>;

/** Commissions are traced to the fee where an order was paid as one. */
async function sourceOf(
  engine: DuckDb,
  { table, id }: Pick<Source, 'table' | 'id'>,
  scope: FundingScope,
): Promise<Source | null> {
  const fees = `(${paidFeesSql(scope)})`;
  const [row] = await engine.rows(`
    WITH paid AS MATERIALIZED (
      SELECT * FROM (${paidOrdersSql(scope, fees)}) WHERE ${
        table === 'order' ? `order_id = ${sqlText(id)}` : `fee_id = ${sqlText(id)}`
      }
    ),
    fees AS MATERIALIZED (
      SELECT * FROM ${fees} WHERE fee_id = ${
        table === 'fee' ? sqlText(id) : '(SELECT min(fee_id) FROM paid)'
      }
    )
    SELECT f.fee_id, o.order_id, coalesce(f.member_id, o.buyer_id) AS payer_id,
      coalesce(f.kept_minor, o.kept_minor) AS kept_minor
    FROM fees f FULL JOIN paid o ON o.fee_id = f.fee_id
    ORDER BY f.fee_id NULLS LAST, o.order_id LIMIT 1`);
  if (!row) return null;
  const fee_id = textOf(row['fee_id']);
  return {
    table: fee_id === null ? 'order' : 'fee',
    id: fee_id ?? String(row['order_id']),
    payer_id: textOf(row['payer_id']),
    kept_minor: minorOf(row['kept_minor']),
  };
}

async function partsOf(engine: DuckDb, { table, id, payer_id }: Source): Promise<PaymentPart[]> {
  const rows = await engine.rows(`
    SELECT f.*, m.member_no, p.member_no AS payer_no FROM commission_funding f
    LEFT JOIN member m ON m.member_id = f.beneficiary_id
    LEFT JOIN member p ON p.member_id = ${payer_id === null ? 'NULL' : sqlText(payer_id)}
    WHERE f.source_table = '${table}' AND f.source_id = ${sqlText(id)}
    ORDER BY f.level NULLS LAST, f.commission_id, f.beneficiary_id, f.part, f.amount_minor`);
  const first = rows[0]?.['payer_no'];
  const steps =
    typeof first === 'number'
      ? stepsAbove(await readTree(engine), first)
      : new Map<number, number>();
  // The sort is stable; two without a distance stay as they were.
  return rows
    .map((row) => toPart(row, steps))
    .toSorted((a, b) => (a.distance ?? farthest) - (b.distance ?? farthest));
}

/** Everyone on the way from a member to its root, itself at 0. */
function stepsAbove({ parent }: TreeOrder, from: number): Map<number, number> {
  const steps = new Map<number, number>();
  for (let at = from; at >= 0; at = parent[at]!) steps.set(at, steps.size);
  return steps;
}

function toPart(row: SqlRow, steps: ReadonlyMap<number, number>): PaymentPart {
  const no = row['member_no'];
  return {
    commission_id: textOf(row['commission_id']),
    beneficiary_id: textOf(row['beneficiary_id']),
    distance: (typeof no === 'number' ? steps.get(no) : undefined) ?? null,
    level: minorOf(row['level']),
    kind: textOf(row['kind']),
    amount_minor: minorOf(row['amount_minor']),
    // The table holds no other words: its own CASE writes them.
    funding: String(row['funding']) as FundingClass,
    counts_as: String(row['counts_as']),
    reason: String(row['reason']),
  };
}

function sumOf(parts: readonly PaymentPart[]): number | null {
  if (parts.some(({ amount_minor }) => amount_minor === null)) return null;
  return exactMinor(parts.reduce((sum, { amount_minor }) => sum + amount_minor!, 0));
}

function textOf(value: SqlRow[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function minorOf(value: SqlRow[string] | undefined): number | null {
  return value === null || value === undefined ? null : exactMinor(value);
}
