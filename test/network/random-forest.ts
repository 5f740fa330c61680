import * as fc from 'fast-check';
import { UNKNOWN_DAY } from '../../src/network/forest.ts';
import type { SlowMember } from '../oracle/slow-forest.ts';

/** What somebody claims of one member, defects and all. */
export interface Raw {
  readonly recruiter: number;
  readonly joined: number | null;
  readonly bound: number | null;
  readonly paid: number;
}

const day = fc.integer({ min: 18_000, max: 18_020 });

const raw = (span: number): fc.Arbitrary<Raw> =>
  fc.record({
    recruiter: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: span }) },
      { weight: 1, arbitrary: fc.constantFrom(-1, -2, 999) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 2 }) },
    ),
    joined: fc.option(day, { freq: 9 }),
    bound: fc.option(day, { freq: 2 }),
    paid: fc.integer({ min: 0, max: 1_000_000 }),
  });

/** Up to 45 members: chains, circles, strangers, themselves. */
export const smallForest = fc
  .integer({ min: 1, max: 45 })
  .chain((n) => fc.array(raw(n), { maxLength: n, size: 'max' }));

/** Big enough to cross 120 people. */
export const bigForest = fc.array(raw(12), { minLength: 120, maxLength: 150, size: 'max' });

/** `order` 'joined' numbers members as an import does; 'any' leaves the numbers as they fall. */
export function membersOf(rows: readonly Raw[], order: 'joined' | 'any'): SlowMember[] {
  const late = Number.POSITIVE_INFINITY;
  const sorted =
    order === 'any' ? rows : rows.toSorted((a, b) => (a.joined ?? late) - (b.joined ?? late) || 0);
  return sorted.map(({ recruiter, joined, bound, paid }, no) => {
    const named = recruiter === -2 ? 998 : recruiter;
    return { no, joined, bound, paid, recruiter: named === -1 ? null : named };
  });
}

/** The day on which a member's tie to its recruiter took effect. */
export function tiedDay({ joined, bound }: SlowMember): number {
  return joined === null ? UNKNOWN_DAY : Math.max(joined, bound ?? joined);
}
