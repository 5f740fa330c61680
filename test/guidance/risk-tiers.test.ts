import { describe, expect, it } from 'vitest';
import type { DrawSubject } from '../../src/evidence/draw/draw-shape.ts';
import { integritySheet } from '../../src/guidance/integrity-sheet.ts';
import { inspectionList } from '../../src/guidance/risk-tiers.ts';
import { clean } from './facts.ts';

describe('a list for inspections', () => {
  const breach = (count: number) => ({ breach: Array.from({ length: count }, (_, i) => `p${i}`) });
  const sheets = [
    { ...clean, operator_id: 'low' },
    { ...clean, operator_id: 'usual', open: breach(3) },
    { ...clean, operator_id: 'raised', open: breach(8) },
    {
      ...clean,
      operator_id: 'high',
      open: breach(8),
      events: { penalty: [{ on: '2026-01-01', ref: 'x' }], measure: [] },
    },
    { ...clean, operator_id: 'untold', events: { penalty: null, measure: [] } },
  ].map((facts) => integritySheet(facts));

  it('weighs by tier, with reasons, and leaves nobody out', () => {
    const list = inspectionList(sheets);
    // 100, 88, 68, 52 points; unknown penalties leave 52 to 100.
    expect(list.map(({ id, weight, tier }) => [id, weight, tier])).toEqual([
      ['high', 8, 'high'],
      ['raised', 4, 'raised'],
      ['untold', 2, 'untold'],
      ['usual', 2, 'usual'],
      ['low', 1, 'low'],
    ]);
    expect(list[0]?.reasons).toEqual([
      { part: 'breach', points: 32 },
      { part: 'penalty', points: 16 },
    ]);
  });

  it('is what a double-random draw draws from', () => {
    const subjects: readonly DrawSubject[] = inspectionList(sheets);
    expect(subjects.every(({ weight }) => Number.isInteger(weight) && weight >= 1)).toBe(true);
  });
});
