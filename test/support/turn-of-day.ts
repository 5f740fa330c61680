/**
 * What CI has no time for every day takes turns by days. Whose it is today, or on the day that
 * `POLYPRISM_TURN` counts, from 0.
 */
export function turnOfDay(turns: number): number {
  return Number(process.env['POLYPRISM_TURN'] ?? Math.floor(Date.now() / 86_400_000)) % turns;
}
