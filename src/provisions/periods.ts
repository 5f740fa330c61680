import { addDays } from '../model/days.ts';
import type { InForce, Parameter, Provision } from '../model/provision.ts';

/** A stretch of a version's time in force over which neither a parameter nor the fine changes. */
export interface Period extends InForce {
  readonly parameters: Readonly<Record<string, number | string>>;
}

/**
 * Cuts a version's time in force, or the days among it on which it applies, wherever a parameter
 * or the fine changes. The loader has made
 * sure that each parameter has exactly one value on each of those days.
 */
export function constantPeriods(
  { in_force, parameters, fine }: Provision,
  among: readonly InForce[] = [in_force],
): Period[] {
  const starts = new Set([in_force.from]);
  for (const values of [...parameters.map((one) => one.values), fine?.values ?? []]) {
    for (const { from } of values) if (contains(in_force, from)) starts.add(from);
  }
  const days = [...starts].toSorted();
  const periods = days.map((from, i) => {
    const next = days[i + 1];
    return {
      from,
      to: next === undefined ? in_force.to : addDays(next, -1),
      parameters: Object.fromEntries(parameters.map((one) => [one.name, valueOn(one, from)])),
    };
  });
  return periods.flatMap((period) => among.flatMap((one) => cut(period, one)));
}

/** The part of a period that lies in a stretch of days; none where they do not meet. */
function cut(period: Period, { from, to }: InForce): Period[] {
  const first = period.from > from ? period.from : from;
  const last = period.to === null || (to !== null && to < period.to) ? to : period.to;
  return last === null || first <= last ? [{ ...period, from: first, to: last }] : [];
}

export function contains({ from, to }: InForce, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

function valueOn(parameter: Parameter, day: string): number | string {
  const found = parameter.values.find((value) => contains(value, day));
  if (!found) throw new TypeError(`parameter ${parameter.name} has no value on ${day}`);
  return found.value;
}
