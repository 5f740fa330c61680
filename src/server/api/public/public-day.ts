/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, at: Date): string {
  // The Swedish form of a date is ISO's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

/** Pages for everybody go by the day of the law of most that is published. */
export const public_zone = 'Asia/Shanghai';
