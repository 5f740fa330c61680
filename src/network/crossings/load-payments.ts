import { readColumns } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import type { ScanSite } from '../../engine/scan-site.ts';
import { localDay } from '../local-day.ts';
import type { Payments } from './paid-days.ts';

export interface LoadedPayments extends Payments {
  /** Whether the data say of any fee how much of it was given back. */
  readonly refunds_known: boolean;
}

/**
 * What members paid in and got back, by day; null where no fee has a date. A refund without a date
 * is taken off on the day of the payment, none counts before it, and none exceeds it. An amount
 * below nothing is a refund.
 */
export async function loadPayments(
  engine: DuckDb,
  site: ScanSite,
  time_zone: string,
): Promise<LoadedPayments | null> {
  const paid = `FROM fee f JOIN member m ON m.member_id = f.member_id
    WHERE f.amount_minor IS NOT NULL AND f.paid_at IS NOT NULL`;
  const [facts] = await site.engine.rows(
    `SELECT count(*) AS fees, count(f.refunded_minor) AS refunds ${paid}`,
  );
  if (!facts || Number(facts['fees']) === 0) return null;
  const day = await localDay(site.engine, 'fee', ['paid_at', 'refunded_at'], time_zone);
  const sums = await site.reduce(
    'pp_paid_by_day',
    `WITH paid AS (
       SELECT m.member_no, f.amount_minor AS amount, ${day('f.paid_at')} AS paid_on,
         greatest(${day('f.paid_at')}, ${day('coalesce(f.refunded_at, f.paid_at)')}) AS back_on,
         least(greatest(f.refunded_minor, 0), greatest(f.amount_minor, 0)) AS back
       ${paid}),
     moved AS (
       SELECT member_no, paid_on AS on_day, greatest(amount, 0) AS gross, amount AS net FROM paid
       UNION ALL SELECT member_no, back_on, 0, -back FROM paid WHERE back > 0)
     SELECT member_no, on_day, sum(gross) AS gross, sum(net) AS net
     FROM moved GROUP BY member_no, on_day`,
  );
  const member: number[] = [];
  const days: number[] = [];
  const gross: number[] = [];
  const net: number[] = [];
  await readColumns(
    engine,
    `SELECT CAST(member_no AS INTEGER), CAST(on_day - DATE '1970-01-01' AS INTEGER),
       CAST(gross AS DOUBLE), CAST(net AS DOUBLE)
     FROM ${sums} ORDER BY member_no, on_day`,
    ['int', 'int', 'double', 'double'],
    ([no, on, paidIn, left], rows) => {
      for (let i = 0; i < rows; i++) {
        member.push(no![i]!);
        days.push(on![i]!);
        gross.push(paidIn![i]!);
        net.push(left![i]!);
      }
    },
  );
  await site.clear('pp_paid_');
  return {
    member: Int32Array.from(member),
    day: Int32Array.from(days),
    gross: Float64Array.from(gross),
    net: Float64Array.from(net),
    refunds_known: Number(facts['refunds']) > 0,
  };
}
