import type { ExplorerIndex } from '../../../../src/network/explorer/explorer-index.ts';
import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';

/** What the colour of a glyph tells. */
export const colourings = ['line', 'level', 'tenth', 'paid_in', 'earned'] as const;
export type Colouring = (typeof colourings)[number];

const UNKNOWN_TENTH = 255;

/** Can it be told of this network? Money is not always known. */
export function isKnown({ columns }: ExplorerIndex, colouring: Colouring): boolean {
  return (
    (colouring !== 'paid_in' && colouring !== 'earned') || columns[`sum_${colouring}`] !== undefined
  );
}

/** Colour of a glyph; `unknown` where the data say nothing of it. */
export function colourOf(
  { tile, at }: SeenGlyph,
  colouring: Colouring,
  colours: ExplorerIndex['colours'],
  unknown: string,
): string {
  switch (colouring) {
    case 'line':
      return colours.line[tile.line[at] ?? 0] ?? unknown;
    case 'level':
      return colours.level[((tile.level[at] ?? 1) - 1) % colours.level.length] ?? unknown;
    case 'tenth': {
      const tenth = tile.tenth[at] ?? UNKNOWN_TENTH;
      return colours.tenth[tenth] ?? unknown;
    }
    default: {
      const money = (colouring === 'paid_in' ? tile.paid_in_minor : tile.earned_minor)?.[at];
      if (money === undefined) return unknown;
      const reached = colours.money_breaks_minor.filter((least) => money >= least).length;
      return colours.money[reached] ?? unknown;
    }
  }
}
