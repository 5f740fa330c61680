import type { Assumption } from '../../model/snapshot.ts';
import type { ColumnMapping, TableMapping } from '../mapping.ts';
import { guessUnit } from './money-unit.ts';
import type { MoneyEvidence } from './money-unit.ts';
import type { ColumnProfile } from './profile.ts';

/** A money column whose unit is settled once the whole system has been seen. */
export interface MoneyColumn {
  /** Canonical column. */
  readonly column: string;
  readonly raw: string;
  readonly evidence: MoneyEvidence | null;
  /** Declared with a type: of a database, not of a sheet, where people write yuan. */
  readonly typed: boolean;
  readonly profile: ColumnProfile | undefined;
}

/** A table mapping in the making. */
export interface Draft {
  readonly mapping: TableMapping;
  readonly money: readonly MoneyColumn[];
}

/** Settles money units over all drafts, and says what was assumed. */
export function settleMoney(drafts: readonly Draft[]): {
  tables: TableMapping[];
  assumptions: Assumption[];
} {
  const all = drafts.flatMap((draft) => draft.money);
  const said = all.flatMap(({ evidence }) => (evidence === null ? [] : [evidence.unit]));
  const silent = all.filter(({ evidence }) => evidence === null);
  const guess = guessUnit(
    silent.flatMap(({ profile, typed }) => (typed && profile ? [profile] : [])),
    said,
  );
  const assumptions: Assumption[] = [];
  const tables = drafts.map(({ mapping, money }) => {
    const columns: Record<string, ColumnMapping> = { ...mapping.columns };
    for (const { column, raw, evidence } of money) {
      const { unit, reason } = evidence ?? guess;
      const known = columns[column];
      if (known !== undefined) columns[column] = { ...known, as: `money_${unit}` };
      assumptions.push({
        what: 'money_unit',
        subject: `${mapping.from}.${raw}`,
        value: unit,
        reason,
      });
    }
    return { ...mapping, columns };
  });
  return { tables, assumptions };
}
