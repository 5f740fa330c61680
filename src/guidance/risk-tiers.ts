import { compareText } from '../model/issue.ts';
import type { IntegritySheet } from './integrity-sheet.ts';

export type RiskTier = 'high' | 'raised' | 'usual' | 'low' | 'untold';

/**
 * How likely each tier is drawn beside the others. Who cannot be judged counts as usual: unknown
 * is neither fine nor suspect. Parameter: ours.
 */
export const tierWeights: Readonly<Record<RiskTier, number>> = {
  high: 8,
  raised: 4,
  usual: 2,
  low: 1,
  untold: 2,
};

/** A subject of a draw, and why it weighs what it weighs. */
export interface TieredSubject {
  readonly id: string;
  readonly weight: number;
  readonly tier: RiskTier;
  /** Parts that cost points, the costliest first. */
  readonly reasons: readonly { readonly part: string; readonly points: number }[];
}

export function tierOf({ class: found }: Pick<IntegritySheet, 'class'>): RiskTier {
  if (found === null) return 'untold';
  return ({ A: 'low', B: 'usual', C: 'raised', D: 'high' } as const)[found];
}

/** The list an inspection is drawn from: by weight, then by id. Nobody is left out. */
export function inspectionList(sheets: readonly IntegritySheet[]): TieredSubject[] {
  return sheets
    .map((sheet): TieredSubject => {
      const tier = tierOf(sheet);
      const reasons = sheet.parts
        .map(({ part, points }) => ({ part: part.name, points: points ?? 0 }))
        .filter(({ points }) => points > 0)
        .toSorted((a, b) => b.points - a.points || compareText(a.part, b.part));
      return { id: sheet.operator_id, weight: tierWeights[tier], tier, reasons };
    })
    .toSorted((a, b) => b.weight - a.weight || compareText(a.id, b.id));
}
