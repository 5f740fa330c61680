const day_ms = 86_400_000;
/** Serial 0 of the two date systems (ECMA-376 part 1, 18.17.4.1), as days before 1970-01-01. */
const epoch_days = { 1900: 25_569, 1904: 24_107 } as const;

/**
 * An Excel serial date → 'YYYY-MM-DD hh:mm:ss' (or the date alone at midnight). Serials below
 * 60 lie before the day 1900-02-29 that Excel invented, and are a day off; null outside 1900 to
 * 9999.
 */
export function serialToText(serial: number, system: 1900 | 1904): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const corrected = system === 1900 && serial < 60 ? serial + 1 : serial;
  const time_ms = Math.round((corrected - epoch_days[system]) * 86_400) * 1000;
  const text = new Date(time_ms).toISOString();
  const date = text.slice(0, 10);
  return time_ms % day_ms === 0 ? date : `${date} ${text.slice(11, 19)}`;
}

/** Built-in number formats that show a date or a time (ECMA-376 part 1, 18.8.30; CJK ones too). */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51,
  52, 53, 54, 55, 56, 57, 58,
]);

/** Excel takes no longer format. */
const code_chars_max = 255;

/** Whether a number format shows a date: y, m, d, h or s outside quotes, brackets and escapes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id);
  const bare = code.slice(0, code_chars_max).replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  return /[ymdhs]/i.test(bare) && !/^general/i.test(bare);
}
