import type { EvidenceValue } from '../model/provision.ts';
import { factNeeds } from './facts-sql.ts';
import type { DatedFact, OperatorFacts, ShareFact } from './operator-facts.ts';

type Row = Readonly<Record<string, EvidenceValue>>;

export interface FactRows {
  /** Of `operatorsSql`, `eventsSql`, `sharesSql`. */
  readonly operators: readonly Row[];
  readonly events: readonly Row[];
  readonly shares: readonly Row[];
  /** Provisions not met, by operator; null where nothing was inspected. */
  readonly breaches: ReadonlyMap<string, readonly string[]> | null;
  /** 'table.column' of what the data hold. */
  readonly present: ReadonlySet<string>;
  readonly as_of: string;
}

/** The facts of every operator; a part whose columns the data lack is unknown for all. */
export function factsFromRows(rows: FactRows): OperatorFacts[] {
  const told = (part: string): boolean =>
    (factNeeds[part] ?? []).every((column) => rows.present.has(column));
  const events = Map.groupBy(rows.events, (row) => `${row['part']}/${row['operator_id']}`);
  const shares = new Map(rows.shares.map((row) => [String(row['operator_id']), row]));
  const sum = (column: string): number =>
    rows.shares.reduce((total, row) => total + Number(row[column]), 0);
  const all = { out_of: sum('out_of'), complaint: sum('complaint'), return: sum('return') };
  return rows.operators.map((row): OperatorFacts => {
    const id = String(row['operator_id']);
    const dated = (part: string): readonly DatedFact[] | null => {
      if (!told(part)) return null;
      const found = events.get(`${part}/${id}`) ?? [];
      return found.map((one) => ({ on: String(one['on']), ref: String(one['ref']) }));
    };
    const own = shares.get(id);
    const share = (part: 'complaint' | 'return'): ShareFact | null => {
      if (!told(part)) return null;
      const [cases, out_of] = [Number(own?.[part] ?? 0), Number(own?.['out_of'] ?? 0)];
      const others = { others_cases: all[part] - cases, others_out_of: all.out_of - out_of };
      return { cases, out_of, ...others };
    };
    return {
      operator_id: id,
      as_of: rows.as_of,
      events: { penalty: dated('penalty'), measure: dated('measure') },
      open: { breach: rows.breaches && (rows.breaches.get(id) ?? []) },
      shares: { complaint: share('complaint'), return: share('return') },
    };
  });
}
