const day_ms = 86_400_000;

/** Dates read and written before: few are asked for, and often. */
const read = new Map<string, number>();
const written = new Map<number, string>();
/** As many as three lifetimes have. */
const remembered_max = 100_000;

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(day: string): number {
  const known = read.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(`${day}T00:00:00Z`) / day_ms;
  if (read.size < remembered_max && day.length === 10) read.set(day, number);
  return number;
}

/** The ISO date that many days after 1970-01-01. */
export function dayText(number: number): string {
  const known = written.get(number);
  if (known !== undefined) return known;
  const text = new Date(number * day_ms).toISOString().slice(0, 10);
  if (written.size < remembered_max) written.set(number, text);
  return text;
}

/** The year of the day that many days after 1970-01-01. */
export function yearOf(number: number): number {
  return new Date(number * day_ms).getUTCFullYear();
}

/** The ISO date that many days after another; before it where negative. */
export function addDays(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

/** The same day that many months later, or the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const first = Date.UTC(year, month - 1 + months, 1);
  return dayText(first / day_ms + Math.min(date, last) - 1);
}
