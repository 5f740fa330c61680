/** The calendar date of this moment in a zone. */
export function today(time_zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: time_zone }).format(new Date());
}
