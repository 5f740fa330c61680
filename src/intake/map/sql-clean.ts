import { sqlText } from '../../engine/duckdb.ts';

/** Space, tab, line ends, no-break space, ideographic space, byte order mark, zero-width space. */
export const outerBlanks = ' \t\r\n\u00a0\u3000\ufeff\u200b';

/** U+FF01 to U+FF5E mirror '!' to '~'. */
const signs = Array.from({ length: 94 }, (_, i) => i);
const fullWidth = signs.map((i) => String.fromCodePoint(0xff01 + i)).join('');
const halfWidth = signs.map((i) => String.fromCodePoint(0x21 + i)).join('');

/** Outer blanks removed; NULL where nothing remains. Plain ASCII ends are passed by. */
export function trimmedSql(text: string): string {
  return `CASE WHEN unicode(${text}) > 32 AND unicode(right(${text}, 1)) BETWEEN 33 AND 126
    THEN ${text} ELSE nullif(trim(${text}, ${sqlText(outerBlanks)}), '') END`;
}

/**
 * Undoes what spreadsheet exports do to keep the digits of trimmed text: `="0012"` and a leading
 * apostrophe.
 */
export function unwrappedSql(trimmed: string): string {
  return `CASE WHEN starts_with(${trimmed}, '=')
    THEN nullif(regexp_extract(${trimmed}, '^="?([^"]*)"?$', 1), '')
    WHEN starts_with(${trimmed}, '''') THEN nullif(trim(ltrim(${trimmed}, '''')), '')
    ELSE ${trimmed} END`;
}

/**
 * Both steps in one, for the few places that compare rather than read: joins and conditions, over
 * every row of the largest tables. What begins and ends with visible ASCII other than the two
 * wrappers has nothing to clean and is passed by.
 */
export function cleanedSql(text: string): string {
  return `CASE WHEN unicode(${text}) BETWEEN 40 AND 126 AND unicode(${text}) <> 61
      AND unicode(right(${text}, 1)) BETWEEN 33 AND 126 THEN ${text}
    ELSE ${unwrappedSql(`trim(${text}, ${sqlText(outerBlanks)})`)} END`;
}

/** Full-width digits, letters and signs of Chinese input methods in ASCII, which is passed by. */
export function halfWidthSql(text: string): string {
  return `CASE WHEN strlen(${text}) = length(${text}) THEN ${text}
    ELSE translate(${text}, ${sqlText(fullWidth)}, ${sqlText(halfWidth)}) END`;
}

/** NULL where the value is one of the list. */
export function withoutSql(text: string, none: readonly string[]): string {
  if (none.length === 0) return text;
  return `CASE WHEN ${text} IN (${none.map(sqlText).join(', ')}) THEN NULL ELSE ${text} END`;
}
