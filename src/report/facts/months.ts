interface Month {
  readonly month: string;
  readonly members: number;
}

/** Years a chart of months can be meant to cover; beyond them a date is a typing error. */
const months_max = 1200;

/** A series of months without holes: those in which nobody joined count zero. */
export function withoutHoles(months: readonly Month[]): readonly Month[] {
  const first = months.at(0);
  const last = months.at(-1);
  if (!first || !last) return [];
  const [from, to] = [indexOf(first.month), indexOf(last.month)];
  if (!(to - from < months_max)) return months;
  const known = new Map(months.map(({ month, members }) => [month, members]));
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const month = nameOf(from + i);
    return { month, members: known.get(month) ?? 0 };
  });
}

function indexOf(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return (year ?? NaN) * 12 + (number ?? NaN) - 1;
}

function nameOf(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}
