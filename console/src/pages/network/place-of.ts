import { schemeAt } from '../../../../src/network/explorer/read-schemes.ts';
import type { Schemes } from '../../../../src/network/explorer/read-schemes.ts';

/** What is needed of a member to know where it is drawn. */
export interface Standing {
  readonly number: number;
  readonly level: number;
  readonly people: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Length of its arc, and way to the next ring inwards; of a root the radius of its disc. */
  readonly room: number;
}

/** Where a member is drawn (docs/reference/explorer.md, Layout); null for one who stands alone. */
export function placeOf(schemes: Schemes, { number, level, people }: Standing): Place | null {
  const scheme = schemeAt(schemes, number);
  const top = schemes.root[scheme];
  if (top === undefined) return null;
  const all = (schemes.root[scheme + 1] ?? schemes.end) - top;
  const first = schemes.ringAt[scheme] ?? 0;
  const radius = schemes.radius[first + level - 1] ?? 0;
  const inner = schemes.radius[first + level - 2] ?? 0;
  const half = (schemes.side[scheme] ?? 0) / 2;
  const angle = ((number - top + people / 2) / all) * 2 * Math.PI;
  const arc = (2 * Math.PI * radius * people) / all;
  return {
    x: (schemes.x[scheme] ?? 0) + half + radius * Math.cos(angle),
    y: (schemes.y[scheme] ?? 0) + half + radius * Math.sin(angle),
    room: level === 1 ? half : Math.min(arc, radius - inner),
  };
}
