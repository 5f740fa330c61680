import type { PlanRun } from './plan-run.ts';

/** One payment, as people read it. */
export interface LedgerRow {
  readonly event: number;
  /** null for what the monthly limit takes off. */
  readonly rule: string | null;
  readonly beneficiary: number;
  /** The member whose act it is; null for a customer's. */
  readonly source: number | null;
  readonly level: number;
  readonly minor: number;
  readonly reversed: boolean;
}

/** The ledger in the order in which it was written. */
export function ledgerRows({ ledger, plan }: PlanRun): LedgerRow[] {
  const { event, rule, beneficiary, source, level, amount, reversed } = ledger.of;
  return Array.from({ length: ledger.length }, (_, row) => ({
    event: event[row]!,
    rule: plan.plan.rules[rule[row]!]?.id ?? null,
    beneficiary: beneficiary[row]!,
    source: source[row]! < 0 ? null : source[row]!,
    level: level[row]!,
    minor: amount[row]!,
    reversed: reversed[row] === 1,
  }));
}
