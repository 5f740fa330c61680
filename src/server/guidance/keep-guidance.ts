import { sql } from 'kysely';
import { shift } from '../../guidance/barometer.ts';
import type { Indicator, MonthRate } from '../../guidance/barometer.ts';
import { integritySheet } from '../../guidance/integrity-sheet.ts';
import { inspectionList } from '../../guidance/risk-tiers.ts';
import type { StoreTx } from '../../store/store.ts';
import type { KeptGuidance } from './kept-guidance.ts';

/** Rows a statement brings. */
const batch = 1_000;

interface Of {
  readonly inspection_id: string;
  readonly tenant_id: string;
}

/** Sheets and months of the market, once the findings of the inspection are in the store. */
export async function keepGuidance(
  tx: StoreTx,
  of: Of,
  { facts, indicators, effects = [] }: KeptGuidance,
): Promise<void> {
  const list = inspectionList(facts.map((one) => integritySheet(one)));
  const tiers = new Map(list.map((one) => [one.id, one]));
  await insertAll(facts, async (some) => {
    const rows = some.map((one) => {
      const { tier = 'untold', weight = 2 } = tiers.get(one.operator_id) ?? {};
      const operator_id = one.operator_id.replaceAll('\0', '\ufffd');
      return { ...of, operator_id, tier, weight, facts: jsonOf(one) };
    });
    await tx.db.insertInto('operator_sheet').values(rows).execute();
  });
  for (const one of effects) {
    const row = { ...of, name: one.name, effect: jsonOf(one) };
    await tx.db.insertInto('measure_effect').values(row).execute();
  }
  const breaches = await breachMonths(tx, of, facts.length, indicators);
  const figures = [...indicators, { name: 'breach', months: breaches }].flatMap(
    ({ name, months }) => months.map((one) => ({ ...of, name, ...one })),
  );
  await insertAll(figures, async (some) => {
    await tx.db
      .insertInto('market_figure')
      .values([...some])
      .execute();
  });
}

/** JSON of PostgreSQL, and its text, have no U+0000. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('\\u0000', '\\ufffd');
}

/**
 * Operators with a breach by the month of the act, among all there are. Only months of which the
 * data hold orders are told: of others nobody knows whether nothing was found or nothing was there.
 */
async function breachMonths(
  { db }: StoreTx,
  { inspection_id }: Of,
  out_of: number,
  indicators: readonly Indicator[],
): Promise<MonthRate[]> {
  const told = indicators
    .filter(({ name }) => name === 'complaint' || name === 'return')
    .flatMap(({ months }) => months.map(({ month }) => month))
    .toSorted();
  const [first, last] = [told.at(0), told.at(-1)];
  if (first === undefined || last === undefined || out_of === 0) return [];
  const rows = sql<{ month: string; cases: number }>`
    SELECT left(detail ->> 'act_on', 7) AS month, count(DISTINCT operator_id) AS cases
    FROM finding
    WHERE inspection_id = ${inspection_id} AND verdict = 'breach' AND operator_id IS NOT NULL
      AND detail ->> 'act_on' IS NOT NULL
    GROUP BY 1`;
  const found = new Map((await rows.execute(db)).rows.map((row) => [row.month, row.cases]));
  const months: MonthRate[] = [];
  for (let month = first; month <= last; month = shift(month, 1)) {
    months.push({ month, cases: found.get(month) ?? 0, out_of });
  }
  return months;
}

async function insertAll<T>(
  rows: readonly T[],
  insert: (some: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += batch)
    await insert(rows.slice(from, from + batch));
}
