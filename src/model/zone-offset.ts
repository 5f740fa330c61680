/** Seconds a zone is ahead of UTC at a second since 1970-01-01 UTC. */
export function offsetReader(time_zone: string): (second: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: time_zone,
    timeZoneName: 'longOffset',
    year: 'numeric',
  });
  return (second) => {
    const parts = format.formatToParts(second * 1000);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes, seconds = '0'] =
      /^GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(name) ?? [];
    if (sign === undefined) return 0;
    const ahead = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return sign === '+' ? ahead : -ahead;
  };
}

/** An offset that has not changed since the first of a month, UTC, and is not known to change. */
export interface SteadyOffset {
  readonly since: string;
  readonly seconds: number;
}

const known = new Map<string, SteadyOffset | null>();

/**
 * Where a zone has had one offset since before 2015: longer than any engine's table of zones is
 * out of date. Null for zones with summer time, and those changed since.
 */
export function steadyOffset(time_zone: string): SteadyOffset | null {
  const found = known.get(time_zone);
  if (found !== undefined) return found;
  const steady = findSteady(offsetReader(time_zone));
  known.set(time_zone, steady);
  return steady;
}

const [first_year, recent_year, last_year] = [1970, 2015, 2100];

function findSteady(offsetAt: (second: number) => number): SteadyOffset | null {
  const monthStart = (month: number): number => Date.UTC(first_year, month, 1) / 1000;
  const months = (last_year - first_year) * 12;
  const seconds = offsetAt(monthStart(months));
  let month = months;
  while (month > 0 && offsetAt(monthStart(month - 1)) === seconds) month -= 1;
  if (month > (recent_year - first_year) * 12) return null;
  return { since: new Date(monthStart(month) * 1000).toISOString().slice(0, 10), seconds };
}
