import { createHash } from 'node:crypto';
import { compareText } from '../../model/issue.ts';
import type { TableBuilder } from './table-builder.ts';

/**
 * Digest of a source that has no bytes of its own, a live database: SHA-256 of a list with one
 * line for each table that has rows, sorted: the SHA-256 of its rows, its columns and its name
 * as JSON. The rows are hashed as CSV: values quoted, quotes doubled, NULL an unquoted nothing,
 * then the row's line and ordinal, each row ended by a line feed.
 */
export function rowsDigest(tables: readonly TableBuilder[], file: number): string {
  const hash = createHash('sha256');
  for (const table of tables.toSorted((a, b) => compareText(a.name, b.name))) {
    for (const { part, file: source } of table.parts) {
      if (source.index !== file) continue;
      const columns = Array.from({ length: part.width }, (_, i) => table.columns.nameAt(i));
      hash.update(`${part.digest()} ${JSON.stringify(columns)} ${JSON.stringify(table.name)}\n`);
    }
  }
  return hash.digest('hex');
}
