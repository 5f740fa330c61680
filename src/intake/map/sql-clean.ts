import { sqlText } from '../../engine/duckdb.ts';

/** Space, tab, line ends, no-break space, ideographic space, byte order mark, zero-width space. */
const blanks = ' \t\r\n\u00a0\u3000\ufeff\u200b';

/** U+FF01 to U+FF5E mirror '!' to '~'. */
const signs = Array.from({ length: 94 }, (_, i) => i);
const fullWidth = signs.map((i) => String.fromCodePoint(0xff01 + i)).join('');
const halfWidth = signs.map((i) => String.fromCodePoint(0x21 + i)).join('');

/** Outer blanks removed; NULL where nothing remains. */
export function trimmedSql(text: string): string {
  return `nullif(trim(${text}, ${sqlText(blanks)}), '')`;
}

/**
 * Undoes what spreadsheet exports do to keep digits as text: `="0012"` and a leading apostrophe.
 * The checks on the first character keep the common value away from the regular expression.
 */
export function unwrappedSql(text: string): string {
  const inner = trimmedSql(text);
  return `CASE WHEN starts_with(${inner}, '=')
    THEN nullif(regexp_extract(${inner}, '^="?([^"]*)"?$', 1), '')
    WHEN starts_with(${inner}, '''') THEN ${trimmedSql(`ltrim(${inner}, '''')`)}
    ELSE ${inner} END`;
}

/** Full-width digits, letters and signs, as Chinese input methods write them, in ASCII. */
export function halfWidthSql(text: string): string {
  return `translate(${text}, ${sqlText(fullWidth)}, ${sqlText(halfWidth)})`;
}

/** NULL where the value is one of the list. */
export function withoutSql(text: string, none: readonly string[]): string {
  if (none.length === 0) return text;
  return `CASE WHEN ${text} IN (${none.map(sqlText).join(', ')}) THEN NULL ELSE ${text} END`;
}
