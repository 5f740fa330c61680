import { describeIssue, severityOf } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Accounting } from '../../server/inspections/accounting.ts';

/** What became of every row of the raw files: read and refused are all that were present. */
export function accountingOf(
  snapshot: Pick<Snapshot, 'files' | 'software' | 'raw_tables' | 'tables' | 'assumptions'>,
  issues: readonly Issue[],
): Accounting {
  const { files, software, raw_tables, tables, assumptions } = snapshot;
  return {
    software,
    files,
    assumptions,
    raw_tables: raw_tables.map(({ name, declared, rows_read, rows_refused, skipped }) => ({
      name,
      declared,
      present: rows_read + rows_refused,
      read: rows_read,
      refused: rows_refused,
      skipped,
    })),
    tables: Object.entries(tables)
      .filter(([, { columns_present }]) => columns_present.length > 0)
      .map(([table, { read, refused, columns_present }]) => ({
        table,
        present: read + refused,
        read,
        refused,
        columns: columns_present,
      }))
      .toSorted((a, b) => (a.table < b.table ? -1 : 1)),
    issues: issues.map((issue) => ({
      code: issue.code,
      severity: severityOf(issue.code),
      count: issue.count,
      file: issue.file,
      line: issue.line,
      column: issue.column,
      ...describeIssue(issue),
    })),
  };
}
