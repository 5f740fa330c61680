import type { IntegrityPart } from '../../src/guidance/integrity-parts.ts';
import type { OperatorFacts } from '../../src/guidance/operator-facts.ts';

/** Points left at worst and at best, counted line by line from the reference page. */
export function slowIntegrity(
  facts: OperatorFacts,
  parts: readonly IntegrityPart[],
): readonly [number, number] {
  let [worst, best] = [100, 100];
  for (const part of parts) {
    let off = 0;
    let told = true;
    if (part.kind === 'open') {
      const found = facts.open[part.name];
      if (found === null || found === undefined) told = false;
      else for (const _ of found) off += part.weight_points;
    }
    if (part.kind === 'events') {
      const found = facts.events[part.name];
      if (found === null || found === undefined) told = false;
      for (const { on } of found ?? []) {
        if (on > facts.as_of) continue;
        const whole = part.window_months;
        if (before(facts.as_of, later(on, whole / 2))) off += part.weight_points;
        else if (before(facts.as_of, later(on, whole))) off += part.weight_points / 2;
      }
    }
    if (part.kind === 'share') {
      const found = facts.shares[part.name];
      if (!found || found.out_of < 30) told = false;
      else {
        const low = root(found.cases, found.out_of, -1);
        const high = root(found.others_cases, found.others_out_of, 1);
        for (const times of [1, 2, 4, 8]) if (low > times * high) off += part.weight_points;
      }
    }
    off = told ? Math.min(off, part.cap_points) : 0;
    best -= off;
    worst -= told ? off : part.cap_points;
  }
  return [Math.max(0, worst), Math.max(0, best)];
}

type Day = readonly [number, number, number];

function later(day: string, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  let [y, m] = [year, month];
  for (let i = 0; i < months; i += 1) [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]!;
  return [y, m, Math.min(date, last)];
}

function before(day: string, [y, m, d]: Day): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return year * 10_000 + month * 100 + date < y * 10_000 + m * 100 + d;
}

/** Wilson's bound as what it is: where (share - p)^2 = z^2 p (1 - p) / n, found by halving. */
function root(cases: number, out_of: number, side: -1 | 1): number {
  if (out_of === 0) return side === 1 ? 1 : 0;
  const share = cases / out_of;
  const far = (p: number): boolean =>
    (share - p) ** 2 > (1.959963984540054 ** 2 * p * (1 - p)) / out_of;
  let [inside, outside] = [share, side === 1 ? 1 : 0];
  if (!far(outside)) return outside;
  for (let i = 0; i < 200; i += 1) {
    const middle = (inside + outside) / 2;
    if (far(middle)) outside = middle;
    else inside = middle;
  }
  return outside;
}
