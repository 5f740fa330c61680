const formats = new Map<string, Intl.DateTimeFormat>();
/** Of the second asked about last, by zone: whoever asks often asks about now. */
const latest = new Map<string, { readonly second: number; readonly day: string }>();

/** The calendar day of a moment in a zone: `2026-04-15`. */
export function legalDay(time_zone: string, at: Date): string {
  // Days begin at full seconds, whatever the zone.
  const second = Math.floor(at.getTime() / 1_000);
  const known = latest.get(time_zone);
  if (known?.second === second) return known.day;
  const day = dayOf(time_zone, at);
  latest.set(time_zone, { second, day });
  return day;
}

function dayOf(time_zone: string, at: Date): string {
  const parts = formatOf(time_zone).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
}

/** Making one takes longer than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const shape = { year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory' } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, ...shape });
  formats.set(timeZone, made);
  return made;
}
