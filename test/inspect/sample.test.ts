import { describe, expect, it } from 'vitest';
import { generateSample } from '../../src/generate/sample/generate-sample.ts';
import { inspectPlatform } from '../support/inspected.ts';

const { truth, report } = await inspectPlatform((writer) => generateSample(writer));
const tree = report.network.trees[0]!;

describe('the sample, from dump to report', () => {
  it('is recognised, and every row is accounted for', () => {
    expect(report.software.name).toContain('CRMEB');
    const read = Object.fromEntries(
      report.raw_tables.filter((table) => table.read > 0).map((table) => [table.name, table.read]),
    );
    expect(read).toEqual(truth.rows);
    expect(report.raw_tables.filter((table) => table.refused > 0)).toEqual([]);
  });

  it('has the planted network', () => {
    expect(report.network.trees.map(({ name }) => name)).toEqual(['sponsor']);
    const { members, roots, levels, people_per_level } = tree;
    expect({ members, roots, levels, people_per_level }).toEqual({
      members: truth.network.members,
      roots: truth.network.roots,
      levels: truth.network.levels,
      people_per_level: truth.network.people_per_level,
    });
    const found = tree.candidates.map(({ member_id }) => Number(member_id));
    expect(found.toSorted((a, b) => a - b)).toEqual(truth.network.candidates);
  });

  it('has the planted dirt', () => {
    const { self_parents, missing_parents, cycles, cycle_members, late_parents } = tree;
    expect({ self_parents, missing_parents, cycles, cycle_members, late_parents }).toEqual({
      self_parents: truth.people.self_parents,
      missing_parents: truth.people.missing_parents,
      cycles: truth.people.cycles,
      cycle_members: truth.people.cycle_members,
      late_parents: truth.people.late_parents,
    });
    expect(report.network.persons).toBe(truth.persons);
    expect(report.network.shared_contact_accounts).toBe(truth.shared_contact_accounts);
  });

  it('adds up the planted money to the fen', () => {
    const commissions = Object.values(truth.commissions).reduce((sum, { minor }) => sum + minor, 0);
    expect(report.money).toMatchObject({
      currency: 'CNY',
      fees: truth.memberships_paid.minor,
      orders_paid: truth.orders_paid.minor,
      refunds: truth.orders_refunded.minor,
      commissions,
    });
    expect(report.money.counts.orders_paid).toBe(truth.orders_paid.count);
  });

  it('finds what was planted before, during and after the sale, and no more of it', () => {
    const subjects = (provision: string): number[] =>
      report.findings
        .filter((finding) => finding.provision === provision)
        .map((finding) => Number(finding.subject.id))
        .toSorted((a, b) => a - b);
    expect(subjects('cn.criminal.art224-1')).toEqual(truth.network.candidates);
    expect(subjects('cn.aucl.added-sales')).toEqual(truth.goods.added_sales);
    expect(subjects('cn.price2022.art16.never-sold')).toEqual(truth.goods.false_reference);
    expect(subjects('cn.adlaw.art9-3')).toEqual(truth.goods.superlatives);
    expect(subjects('cn.adlaw.art17')).toEqual(truth.goods.medical);
    expect(subjects('cn.aucl.planted-reviews')).toHaveLength(truth.after.reviews_planted);
    expect(subjects('cn.ecl.art39')).toHaveLength(truth.after.reviews_low_deleted);
    expect(subjects('cn.adlaw.art25')).toHaveLength(truth.posts_promising_income);
    const verdict = (id: string) =>
      report.verdicts.by_provision.find((one) => one.provision === id);
    expect(verdict('cn.pyramid.art7p1')?.verdict).toBe('breach');
    expect(verdict('cn.pyramid.art7p2')?.verdict).toBe('breach');
    expect(verdict('cn.pyramid.art7p3.two-levels')).toMatchObject({
      verdict: 'cannot_tell',
      needs: ['review'],
    });
    expect(subjects('cn.pyramid.art7p3.two-levels')).not.toEqual([]);
  });

  it('gives every verdict once, and names what it lacked', () => {
    const { provisions, breach, no_breach, cannot_tell, by_provision } = report.verdicts;
    expect(breach + no_breach + cannot_tell).toBe(provisions);
    expect(new Set(by_provision.map((one) => one.provision)).size).toBe(provisions);
    const silent = by_provision.filter(
      ({ verdict, needs }) => verdict === 'cannot_tell' && !needs.length,
    );
    expect(silent).toEqual([]);
  });
});
