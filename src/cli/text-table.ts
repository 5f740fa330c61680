import { widthOf } from '../packs/diagnostic.ts';

/**
 * Rows in columns as wide as their widest cell, two blanks apart. The first row is the head; a
 * Chinese character takes two columns of a terminal.
 */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
