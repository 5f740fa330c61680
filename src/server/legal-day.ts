const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a zone: `2026-04-15`. */
export function legalDay(time_zone: string, now: Date): string {
  let format = formats.get(time_zone);
  if (format === undefined) {
    // Years, months and days in this order and with hyphens.
    format = new Intl.DateTimeFormat('en-CA', { timeZone: time_zone });
    formats.set(time_zone, format);
  }
  return format.format(now);
}
