import type { Explorer } from './read-explorer.ts';

/** A member of a neighbourhood and where it is drawn: `x` in widths of a member, `y` in levels. */
export interface Neighbour {
  readonly number: number;
  /** Of the neighbour above; null for the topmost. */
  readonly parent: number | null;
  readonly x: number;
  /** 0 for the member asked for, negative above. */
  readonly y: number;
  /** Recruits that are not in the neighbourhood. */
  readonly more: number;
}

/** Most of the upline that is shown, the nearest. */
const UPLINE_MAX = 20;

/**
 * A member with its upline and two levels of recruits, the largest of each, as a tidy tree: no two
 * of a level nearer than 1, everybody over the middle of its recruits, recruits in their order.
 */
export async function neighbourhood(
  explorer: Explorer,
  number: number,
  recruits_max: number,
): Promise<Neighbour[]> {
  const below: Neighbour[] = [];
  let next = 0;
  /** Places a member and what is shown below it; tells where it is. */
  const place = async (one: number, parent: number | null, y: number): Promise<number> => {
    const { direct } = await explorer.summary(one);
    const shown = y === 2 ? [] : ((await explorer.recruits(one, 'size', 0, recruits_max)) ?? []);
    const xs: number[] = [];
    for (const recruit of shown) xs.push(await place(recruit, one, y + 1));
    const x = xs.length === 0 ? next++ : (xs[0]! + xs.at(-1)!) / 2;
    below.push({ number: one, parent, x, y, more: direct - shown.length });
    return x;
  };
  const path = await explorer.pathTo(number, UPLINE_MAX + 1);
  const x = await place(number, path.at(-2) ?? null, 0);
  const above: Neighbour[] = [];
  for (const [i, one] of path.slice(0, -1).entries()) {
    const { direct } = await explorer.summary(one);
    const y = i - path.length + 1;
    above.push({ number: one, parent: path[i - 1] ?? null, x, y, more: direct - 1 });
  }
  return [...above, ...below.toSorted((a, b) => a.y - b.y || a.x - b.x)];
}
