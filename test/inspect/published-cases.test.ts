import { describe, expect, it } from 'vitest';
import type { PublishedCase } from '../../src/generate/cases/case-data.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import type { Report } from '../../src/model/report.ts';
import { inspectPlatform } from '../support/inspected.ts';

/**
 * Figures as decisions and press reports give them, written out here once more; the data are
 * generated in the same shape. POLYPRISM_FULL_CASES=1 makes the largest in its full size.
 */
const full = process.env['POLYPRISM_FULL_CASES'] === '1';

async function inspectCase(decided: PublishedCase, members?: number): Promise<Report> {
  const options = members === undefined ? {} : { members };
  const { report } = await inspectPlatform((writer) => generateCase(writer, decided, options), {
    currency: decided.currency,
  });
  return report;
}

const tree = (report: Report): Report['network']['trees'][number] => report.network.trees[0]!;

function verdictOf(report: Report, provision: string): string | undefined {
  return report.verdicts.by_provision.find((one) => one.provision === provision)?.verdict;
}

const found = (report: Report, provision: string): number =>
  report.findings.filter((one) => one.provision === provision).length;

describe('the largest published case', () => {
  it('has its roots, its levels and its members in structures of three levels', async () => {
    const scale = full ? 1 : 1 / 500;
    const report = await inspectCase(cases.huasheng, 21_535_000 * scale);
    expect(tree(report)).toMatchObject({
      members: 21_535_000 * scale,
      roots: Math.round(31_530 * scale),
      levels: 51,
    });
    // 456 million yuan; 21,496,085 are all but the members of shallow structures.
    expect(report.money.commissions).toBe(45_600_000_000 * scale);
    const shallow = Math.round((21_535_000 - 21_496_085) * scale);
    expect(shallow).toBeLessThan(21_535_000 * scale * 0.002);
    // Every pair of a member and an upline was paid the same but for a remainder of one; the pay
    // directly above who paid 99 yuan is traced to that fee, the rest names no payment.
    const { whole, open, gains } = report.funding!;
    const part = Math.floor(report.money.commissions! / report.money.counts.commissions!);
    expect(gains.payers).toBe(report.money.fees! / 9_900);
    expect(whole.recruitment).toBeLessThanOrEqual(gains.payers * (part + 1));
    expect(whole.recruitment).toBeGreaterThanOrEqual((gains.payers - tree(report).roots) * part);
    expect(whole).toMatchObject({ own_use: 0, retail: 0, total: whole.recruitment + whole.open });
    expect(open).toEqual([{ reason: 'source_not_named', amount: whole.open }]);
    expect(verdictOf(report, 'cn.pyramid.art7p3')).toBe('breach');
  });
});

describe('one account of a decided case', () => {
  it('stands on level 8 with 18 levels and 37,089 accounts beneath, and its money', async () => {
    const report = await inspectCase(cases.liu);
    const account = tree(report).candidates.find(({ member_id }) => member_id === '6794');
    expect(account).toMatchObject({ level: 8, levels: 18 + 1, people: 37_089 + 1 });
    // 60,000 entered for 300 yuan; 332 payments of 3,341,300, its own entry among them.
    expect(report.money.fees).toBe(60_000 * 30_000 + 334_130_000 - 30_000);
    expect(report.money.counts.fees).toBe(60_000 + 331);
    expect(report.money.withdrawals).toBe(312_890_000);
    expect(report.money.counts.withdrawals).toBe(41);
    expect(report.money.commissions).toBe(39_690_000 + 16_513_700);
  });
});

describe('very deep schemes', () => {
  it.each([
    ['xiaoxiaole', cases.xiaoxiaole, 90_000, 245],
    ['xingzhongtian', cases.xingzhongtian, full ? 420_000 : 8_400, 59],
    ['pinpin', cases.pinpin, full ? 3_790_000 : 7_580, 178],
  ] as const)('%s has its accounts and its levels', async (_, decided, members, levels) => {
    const report = await inspectCase(decided, members);
    expect(tree(report)).toMatchObject({ members, levels, roots: 1 });
    expect(tree(report).candidates[0]).toMatchObject({ people: members, levels });
  });
});

describe('the mobile shopping platform', () => {
  it('took 57,522,228.70 from 114,959 people; gain and fine are 3,912,928.73', async () => {
    const report = await inspectCase(cases.yuhang);
    expect(tree(report).members).toBe(114_959);
    expect(report.money.fees).toBe(114_959 * 39_900);
    expect(report.money.fees! + report.money.orders_paid!).toBe(5_752_222_870);
    const { illegal_income_minor, fine_minor } = cases.yuhang.published;
    expect(illegal_income_minor! + fine_minor!).toBe(391_292_873);
    for (const provision of ['cn.pyramid.art7p1', 'cn.pyramid.art7p2', 'cn.criminal.art224-1']) {
      expect([provision, verdictOf(report, provision)]).toEqual([provision, 'breach']);
    }
  });
});

describe('pay out of sales over four levels', () => {
  it('is team pay before the market regulator, and not at the criminal line', async () => {
    const report = await inspectCase(cases.luqiao);
    expect(tree(report).members).toBe(4_570);
    expect(report.money.orders_paid).toBe(1_223_000_000);
    expect(report.money.commissions).toBe(13_554_700);
    expect(verdictOf(report, 'cn.pyramid.art7p3')).toBe('breach');
    expect(found(report, 'cn.criminal.art224-1')).toBe(0);
  });
});

describe('five distributors on two levels', () => {
  it('are an indication of team pay: no number of people or levels is needed', async () => {
    const report = await inspectCase(cases.baoyue);
    expect(report.plans[0]?.rules.map(({ rate }) => rate)).toEqual([0.03, 0.12, 0.13]);
    expect(report.money.counts.orders_paid).toBe(4);
    expect(found(report, 'cn.pyramid.art7p3.two-levels')).toBe(1);
    expect(found(report, 'cn.criminal.art224-1')).toBe(0);
  });
});

describe('a full tree of threes', () => {
  it('has (3^9 - 1) / 2 places on nine levels, each of which paid 10 and 43 euros', async () => {
    const report = await inspectCase(cases.lucky4all);
    expect(tree(report).people_per_level).toEqual([1, 3, 9, 27, 81, 243, 729, 2_187, 6_561]);
    expect(tree(report).members).toBe(9_841);
    expect(report.money.fees).toBe(9_841 * 5_300);
  });
});
