import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/model/network.ts';
import { bins } from '../../src/report/facts/bins.ts';
import { placeCandidates } from '../../src/report/facts/candidate-tree.ts';
import { findingGroups } from '../../src/report/facts/finding-groups.ts';
import { headlineOf } from '../../src/report/facts/headline.ts';
import { withoutHoles } from '../../src/report/facts/months.ts';
import { needGroups } from '../../src/report/facts/need-groups.ts';
import { momentOf, moments, stages } from '../../src/model/moment.ts';
import { placeOf } from '../../src/report/facts/place-of.ts';
import { countVerdicts } from '../../src/report/facts/stages.ts';
import { sampleReport } from '../support/sample-report.ts';

describe('bins', () => {
  it('keeps a short series and sums up a long one', () => {
    expect(bins([1, 2, 3], 3)).toEqual([
      { from: 0, to: 0, sum: 1 },
      { from: 1, to: 1, sum: 2 },
      { from: 2, to: 2, sum: 3 },
    ]);
    expect(bins([1, 2, 3, 4, 5], 3)).toEqual([
      { from: 0, to: 1, sum: 3 },
      { from: 2, to: 3, sum: 7 },
      { from: 4, to: 4, sum: 5 },
    ]);
    expect(bins([], 3)).toEqual([]);
  });

  it('takes a million levels', () => {
    const made = bins(
      Array.from({ length: 1_000_000 }, () => 1),
      60,
    );
    expect(made.length).toBeLessThanOrEqual(60);
    expect(made.reduce((sum, bin) => sum + bin.sum, 0)).toBe(1_000_000);
  });
});

describe('placeOf', () => {
  it('is a line of a raw file, or a key of a table in place', () => {
    const finding = { subject: { table: 'order', id: 'o1' } } as const;
    const file = { file: 'mall.sql', table: 'eb_store_order', line: 7 };
    expect(placeOf(finding, file)).toMatchObject({
      label: { en: 'In the raw file:' },
      at: 'mall.sql:7',
    });
    const lake = { file: 'lake.mall.order@42', table: 'order', line: null, key: 'order_id' };
    expect(placeOf(finding, lake)).toMatchObject({
      label: { en: 'In the table:' },
      at: 'lake.mall.order@42 · order_id = o1',
    });
  });
});

describe('withoutHoles', () => {
  it('fills months in which nobody joined', () => {
    const months = [
      { month: '2024-11', members: 3 },
      { month: '2025-02', members: 1 },
    ];
    expect(withoutHoles(months)).toEqual([
      { month: '2024-11', members: 3 },
      { month: '2024-12', members: 0 },
      { month: '2025-01', members: 0 },
      { month: '2025-02', members: 1 },
    ]);
  });

  it('leaves alone what spans centuries or is no month', () => {
    const odd = [
      { month: '0001-01', members: 1 },
      { month: '2025-01', members: 1 },
    ];
    expect(withoutHoles(odd)).toBe(odd);
    const broken = [{ month: 'x', members: 1 }];
    expect(withoutHoles(broken)).toBe(broken);
    expect(withoutHoles([])).toEqual([]);
  });
});

describe('placeCandidates', () => {
  const candidate = (path: string, people: number): Candidate => ({
    member_id: path.at(-1)!,
    people,
    levels: 3,
    direct: 1,
    level: path.length,
    crossed_30_3: null,
    path: [...path],
  });

  it('puts each under its recruiter, side by side, in order of size', () => {
    const all = [
      candidate('A', 100),
      candidate('AB', 50),
      candidate('X', 48),
      candidate('AC', 40),
      candidate('ABD', 30),
    ];
    const placed = placeCandidates(all, 'A', 9).map(
      ({ candidate: one, depth, offset }) => `${one.member_id} ${depth} ${offset}`,
    );
    expect(placed).toEqual(['A 0 0', 'B 1 0', 'C 1 50', 'D 2 0']);
    expect(placeCandidates(all, 'A', 2)).toHaveLength(2);
  });

  it('stays inside its recruiter for a whole sample', () => {
    const [tree] = sampleReport().network.trees;
    for (const { root_id, people } of tree!.schemes) {
      const placed = placeCandidates(tree!.candidates, root_id, 1000);
      for (const one of placed) {
        expect(one.offset + one.candidate.people).toBeLessThanOrEqual(people);
        const same = placed.filter((other) => other.depth === one.depth && other !== one);
        const overlap = same.filter(
          (other) =>
            other.offset < one.offset + one.candidate.people &&
            one.offset < other.offset + other.candidate.people,
        );
        expect(overlap).toEqual([]);
      }
    }
  });
});

describe('what a report is told by', () => {
  const report = sampleReport();

  it('shows every verdict at one stage', () => {
    const counted = moments.map((moment) => countVerdicts(report, moment));
    const sum = (verdict: 'breach' | 'cannot_tell' | 'no_breach'): number =>
      counted.reduce((total, counts) => total + counts[verdict], 0);
    const { breach, cannot_tell, no_breach } = report.verdicts;
    expect([sum('breach'), sum('cannot_tell'), sum('no_breach')]).toEqual([
      breach,
      cannot_tell,
      no_breach,
    ]);
  });

  it('keeps criminal lines out of the count of duties', () => {
    const lines = report.provisions.filter((one) => momentOf(one) === 'line');
    expect(lines.map(({ id }) => id)).toEqual(['x.criminal.line']);
    expect(countVerdicts(report, 'line')).toEqual({
      breach: 1,
      cannot_tell: 0,
      no_breach: 0,
      total: 1,
    });
    expect(countVerdicts(report, ...stages).breach).toBe(report.verdicts.breach - 1);
    expect(headlineOf(report).values).toMatchObject({
      breach: 7,
      provisions: 15,
      reached: 1,
      findings: 83,
      line_findings: 24,
    });
  });

  it('shows every finding in one group, versions apart', () => {
    const groups = findingGroups(report);
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(report.findings.length);
    const rules = groups.filter(({ provision }) => provision.id === 'x.entry.rules');
    expect(
      rules.map(({ provision, findings }) => [provision.in_force.from, findings.length]),
    ).toEqual([
      ['2019-01-01', 1],
      ['2021-05-01', 2],
    ]);
  });

  it('groups what is missing by what it would allow', () => {
    const needs = needGroups(report).map(
      (one) => `${one.needs.join('+')} ${one.provisions.length}`,
    );
    expect(needs).toEqual([
      'after_sale.refunded_at 2',
      'complaint 1',
      'live_session 1',
      'price_event rows 1',
      'verification 1',
      'after_sale.refunded_at+quality_event 1',
    ]);
  });
});
