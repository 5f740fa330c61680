import type { FundingSums } from '../../model/report-funding.ts';

/** The two ends of the share of recruitment, each a fraction of whole minor units. */
export interface RecruitmentShare {
  readonly low: number;
  readonly high: number;
}

/** From all own use accepted and nothing open counted, to none accepted and all counted. */
export function recruitmentShare(sums: FundingSums): RecruitmentShare | null {
  const { recruitment, retail, total, settled } = sums;
  return settled ? { low: recruitment / total, high: (total - retail) / total } : null;
}

/** A line as a fraction: 1/2 is past where more than half counts as recruitment. */
export interface ShareLine {
  readonly key: 'fifth' | 'third' | 'half';
  readonly p: number;
  readonly q: number;
}

export const shareLines: readonly ShareLine[] = [
  { key: 'fifth', p: 1, q: 5 },
  { key: 'third', p: 1, q: 3 },
  { key: 'half', p: 1, q: 2 },
];

/**
 * The share of own use accepted (α) below which an end of the band is past a line: 'always' where
 * it is past it however much is accepted, 'never' however little. Worked out in whole numbers.
 */
export function crossingPoint(
  { recruitment, own_use, open, total }: FundingSums,
  { p, q }: Pick<ShareLine, 'p' | 'q'>,
  end: 'low' | 'high',
): number | 'always' | 'never' {
  const counted = BigInt(recruitment) + (end === 'high' ? BigInt(open) : 0n);
  const line = BigInt(p) * BigInt(total);
  if (BigInt(q) * counted > line) return 'always';
  const over = BigInt(q) * (counted + BigInt(own_use)) - line;
  if (over <= 0n) return 'never';
  return Number((over * 10_000n) / (BigInt(q) * BigInt(own_use))) / 10_000;
}
