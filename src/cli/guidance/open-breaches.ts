import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlName } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { PolyprismError, compareText } from '../../model/issue.ts';
import { jsonOrNull } from '../../model/json-or-null.ts';
import { limits } from '../../model/limits.ts';
import type { Finding } from '../../model/provision.ts';
import type { Report } from '../../model/report.ts';
import { columnsOf, isDerived, isTableName, relationOf, shapeOf } from '../../model/tables.ts';

/**
 * Provisions an inspection found not met, by operator: findings on the operator itself and on rows
 * that name one (a listing, a shop, an order). Those somebody decided to let rest are left out.
 * Null where the folder has no report.json.
 */
export async function openBreaches(
  engine: SqlEngine,
  folder: string,
): Promise<ReadonlyMap<string, readonly string[]> | null> {
  const findings = await readFindings(join(folder, 'report.json'));
  if (findings === null) return null;
  const open = findings.filter(({ verdict, waiver }) => verdict === 'breach' && !waiver);
  const found = new Map<string, Set<string>>();
  const note = (operator: string, provision: string): void => {
    const known = found.get(operator);
    if (known) known.add(provision);
    else found.set(operator, new Set([provision]));
  };
  for (const [table, ones] of Map.groupBy(open, ({ subject }) => subject.table)) {
    const owner = table === 'operator' ? null : await ownersOf(engine, table);
    for (const { subject, provision } of ones) {
      const operator = table === 'operator' ? subject.id : owner?.get(subject.id);
      if (operator !== undefined) note(operator, provision);
    }
  }
  return new Map([...found].map(([id, names]) => [id, [...names].toSorted(compareText)]));
}

/** The operator of each row of a table that names one. */
async function ownersOf(
  engine: SqlEngine,
  table: string,
): Promise<ReadonlyMap<string, string> | null> {
  if (!isTableName(table) || isDerived(table)) return null;
  const { key } = shapeOf(table);
  if (key === null || !columnsOf(table).has('operator_id')) return null;
  const rows = await engine.rows(`SELECT ${sqlName(key)} AS id, operator_id
    FROM ${sqlName(relationOf(table))}
    WHERE ${sqlName(key)} IS NOT NULL AND operator_id IS NOT NULL`);
  return new Map(rows.map((row) => [String(row['id']), String(row['operator_id'])]));
}

async function readFindings(path: string): Promise<readonly Finding[] | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const limit = limits.appraisal_bytes_max;
  if (found.size > limit) throw new PolyprismError('check.too_large', { path, limit });
  const value = jsonOrNull(await readFile(path, 'utf8'));
  // Of our own making: that it has findings is all that is asked.
  const findings = (value as Partial<Report> | null)?.findings;
  if (!Array.isArray(findings)) throw new PolyprismError('snapshot.unreadable', { path });
  return findings;
}
