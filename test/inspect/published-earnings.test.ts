import { describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import type { SqlRow } from '../../src/engine/sql-engine.ts';
import type { PublishedCase } from '../../src/generate/cases/case-data.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { seeded } from '../../src/generate/random.ts';
import { inspect } from '../../src/inspect/inspect.ts';
import type { Report } from '../../src/model/report.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { inFolder } from '../support/inspected.ts';

/** Who gained, who lost and what pay was for, as decisions and authorities put it. */
interface Judged {
  readonly report: Report;
  readonly funding: NonNullable<Report['funding']>;
  readonly rows: readonly SqlRow[];
  readonly found: (provision: string) => number;
  readonly verdict: (provision: string) => Report['verdicts']['by_provision'][number] | undefined;
}

async function judged(
  decided: PublishedCase,
  pack: 'cn' | 'us' | 'eu',
  { members, sql = 'SELECT 1' }: { members?: number; sql?: string } = {},
): Promise<Judged> {
  return await inFolder(async (folder) => {
    await generateCase(folderWriter(folder), decided, members === undefined ? {} : { members });
    return await inFolder(async (directory) => {
      const run = await inspect([folder], {
        directory,
        packs: await shippedPacks(pack),
        polyprism: 'test',
        currency: decided.currency,
      });
      const { report } = run;
      const rows = await run.engine.rows(sql);
      run.engine.close();
      return {
        report,
        funding: report.funding!,
        rows,
        found: (provision) => report.findings.filter((one) => one.provision === provision).length,
        verdict: (provision) =>
          report.verdicts.by_provision.find((one) => one.provision === provision),
      };
    });
  });
}

describe('pay mostly for recruiting', () => {
  it('over 98 % lost, 88 % and more did not earn the fee back, 81 % of pay is for it', async () => {
    const { funding, found } = await judged(cases.fhtm, 'us', { members: 1_000 });
    const { payers, never_back, never_back_all, paid_in, own_use } = funding.gains;
    // 249 to join and three times 130 afterwards.
    expect([payers, paid_in, own_use]).toEqual([1_000, 1_000 * 24_900, 1_000 * 39_000]);
    // All but 15 and 100 of 1,000; all but 15.
    expect([never_back, never_back_all]).toEqual([885, 985]);
    expect(never_back / payers).toBeGreaterThanOrEqual(0.88);
    expect(never_back_all / payers).toBeGreaterThan(0.98);
    const { recruitment, total, retail, settled } = funding.whole;
    expect(settled).toBe(true);
    expect(recruitment / total).toBeGreaterThan(0.81);
    expect(recruitment / total).toBeCloseTo(0.82, 4);
    expect((total - retail) / total).toBe(1);
    expect(found('us.pyramid.koscot')).toBe(1);
  });
});

describe('a music service sold by its buyers', () => {
  it('leaves 93.84 % without what they paid', async () => {
    const { funding, found } = await judged(cases.burnlounge, 'us', { members: 1_250 });
    // 9,384 of 10,000 are 1,173 of 1,250.
    expect(funding.gains).toMatchObject({ payers: 1_250, never_back: 1_173 });
    expect(funding.gains.never_back / funding.gains.payers).toBe(0.9384);
    expect(found('us.pyramid.koscot')).toBe(1);
  });
});

describe('a year of distributors', () => {
  it('72 % earned nothing, 18 % up to 250 dollars, 6 % up to 1,000', async () => {
    const { rows, funding } = await judged(cases.advocare, 'us', {
      members: 1_000,
      sql: `SELECT CASE WHEN accrued_minor = 0 THEN '0' WHEN accrued_minor <= 25000 THEN '250'
          WHEN accrued_minor <= 100000 THEN '1000' ELSE 'more' END AS band,
          count(*) AS members, min(accrued_minor) AS least, max(accrued_minor) AS most
        FROM member_gain GROUP BY band ORDER BY least`,
    });
    expect(rows.map(({ band, members }) => [band, members])).toEqual([
      ['0', 720],
      ['250', 180],
      ['1000', 60],
      ['more', 40],
    ]);
    expect(rows.map(({ least }) => Number(least) > 0)).toEqual([false, true, true, true]);
    expect(rows[1]).toMatchObject({ most: 25_000 });
    expect(funding.gains.earners).toBe(280);
    // Not one of the nil earned the 59 dollars back; of the 180, those under 59 did not either.
    expect(funding.gains.never_back).toBeGreaterThan(720);
    expect(funding.gains.never_back).toBeLessThan(900);
  });
});

describe('the case the regulator lost', () => {
  it('has 4.25 customers to a seller, and no pay for recruiting', async () => {
    const { report, funding, found, verdict, rows } = await judged(cases.neora, 'us', {
      members: 2_100,
      sql: `SELECT is_promoter AS seller, count(*) AS members,
          count(*) FILTER (WHERE recruiter_id = '1') AS beneath_root
        FROM member GROUP BY seller ORDER BY seller DESC`,
    });
    const [sellers, customers] = rows as { members: number; beneath_root: number }[];
    expect([sellers!.members, customers!.members]).toEqual([400, 1_700]);
    expect(1_700 / 400).toBe(4.25);
    expect(report.network.trees[0]?.members).toBe(2_100);
    expect(funding.gains).toMatchObject({ payers: 400, paid_in: 400 * 2_000 });
    // Three orders each, sellers' of 100 dollars and customers' of 80: 20 % to whoever is above,
    // 5 % to the next, where there is one.
    const own_use = 3 * (399 * 2_000 + (399 - sellers!.beneath_root) * 500);
    const retail = 3 * (1_700 * 1_600 + (1_700 - customers!.beneath_root) * 400);
    const total = own_use + retail;
    expect(funding.whole).toMatchObject({ recruitment: 0, own_use, retail, open: 0, total });
    // Even with no own use accepted, less than 30 of 132 million would be for recruiting.
    expect(own_use / total).toBeLessThan(30 / 132);
    expect(found('us.pyramid.koscot')).toBe(0);
    expect(verdict('us.pyramid.koscot')?.verdict).toBe('no_breach');
  });
});

describe('lottery pools with recruitment', () => {
  it('cannot be told without what was paid out: nothing is found, nothing is fine', async () => {
    const { report, found, verdict } = await judged(cases.lucky4all, 'eu');
    expect(report.money.fees).toBe(9_841 * 5_300);
    expect(report.funding).toBeNull();
    expect(found('eu.ucpd.annex1.14')).toBe(0);
    expect(verdict('eu.ucpd.annex1.14')).toMatchObject({
      verdict: 'cannot_tell',
      needs: ['commission.amount_minor'],
    });
  });
});

describe('ranks by how many are beneath', () => {
  it('are held by everybody with 36, 666 and 12,000 beneath, and by nobody else', () => {
    const rows = [...cases.yuhang.make(114_959, seeded(1)).member!];
    const above = new Map(rows.map((row) => [row.member_id, row.recruiter_id]));
    const beneath = new Map<unknown, number>();
    for (const { recruiter_id } of rows) {
      for (let up = recruiter_id; up; up = above.get(up))
        beneath.set(up, (beneath.get(up) ?? 0) + 1);
    }
    const other: unknown[] = [];
    const held = new Set<unknown>();
    for (const { member_id, tier } of rows) {
      const people = beneath.get(member_id) ?? 0;
      const rank =
        people >= 12_000 ? '区域合伙人' : people >= 666 ? '合伙人' : people >= 36 ? '导师' : '店主';
      if (tier !== rank) other.push([member_id, tier, rank]);
      held.add(tier);
    }
    expect(other).toEqual([]);
    expect(rows).toHaveLength(114_959);
    expect(held).toEqual(new Set(['店主', '导师', '合伙人', '区域合伙人']));
  });
});
