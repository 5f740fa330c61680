import type { CountBracket } from '../../model/counting.ts';

/** A bracket as an answer holds it: what it is made of may not be changed, what is sent may. */
export function shownBracket({ people, levels, counts, flips }: CountBracket) {
  return {
    people: { ...people },
    levels: { ...levels },
    counts: { ...counts },
    flips: flips.map(({ met_by, not_met_by, ...line }) => ({
      ...line,
      met_by: [...met_by],
      not_met_by: [...not_met_by],
    })),
  };
}
