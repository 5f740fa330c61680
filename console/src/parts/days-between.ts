const day_ms = 86_400_000;

/** Calendar days from one legal day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day_ms);
}
