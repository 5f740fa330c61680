import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appraise } from '../../src/appraisal/appraise.ts';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import type { CaseRows, PublishedCase } from '../../src/generate/cases/case-data.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { inspect } from '../../src/inspect/inspect.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { renderAppraisalHtml } from '../../src/report/appraisal/html.ts';
import { renderAppraisalMarkdown } from '../../src/report/appraisal/markdown.ts';
import { memberSentence, resultLines } from '../../src/report/appraisal/sentences.ts';
import { inFolder } from '../support/inspected.ts';

async function appraised(of: PublishedCase, members: readonly string[]): Promise<Appraisal> {
  return await inFolder(async (folder) => {
    const packs = await shippedPacks('cn');
    await generateCase(folderWriter(join(folder, 'in')), of);
    const directory = join(folder, 'snapshot');
    const run = await inspect([join(folder, 'in')], { directory, packs, polyprism: 'test' });
    try {
      const options = { packs, members, facts: null, report_sha256: '0', annexes: [] };
      return await appraise(run.engine, run.report, options);
    } finally {
      run.engine.close();
    }
  });
}

/** Six members: a tops b and c, b tops d and e, d tops f; a dozen orders of known sums. */
const small: PublishedCase = {
  ...cases.baoyue,
  make: (): CaseRows => ({
    member: ['a', 'b', 'c', 'd', 'e', 'f'].map((member_id, i) => ({
      member_id,
      recruiter_id: [null, 'a', 'a', 'b', 'b', 'd'][i]!,
      joined_at: 1_700_000_000 + i * 86_400,
      is_promoter: i < 4,
    })),
    fee: ['a', 'b', 'd'].map((member_id, i) => ({
      fee_id: `f${i}`,
      member_id,
      kind: 'entry',
      amount_minor: 30_000,
      paid_at: 1_700_000_000 + i * 86_400,
      refunded_minor: 0,
    })),
    after_sale: [5_000, 0, 0, 0].map((refunded_minor, i) => ({
      after_sale_id: `s${i}`,
      kind: 'return',
      requested_at: 1_701_000_000,
      refunded_minor,
      status: refunded_minor > 0 ? 'done' : 'refused',
    })),
    price_event: [2, 3, 6, 8].map((times, i) => ({
      price_event_id: `p${i}`,
      listing_id: 'l',
      price_minor: 1_000 * times,
      cost_minor: 1_000,
      set_at: 1_700_000_000,
    })),
  }),
};

/**
 * The day on which account 6794 and the 37,089 below it had paid so many yuan: each 300 on joining,
 * 60,000 in 450 days from 1 March 2016; 6794 itself 331 payments more, one a day.
 */
function dayReached(yuan: number): string {
  const at = (member: number): number =>
    Date.UTC(2016, 1, 29, 16) / 1000 + Math.floor((member * 450 * 86_400) / 60_000);
  const paid: [second: number, yuan: number][] = [];
  for (let i = 6_793; i <= 6_793 + 37_089; i++) paid.push([at(i), 300]);
  // 3,341,000 in 331 parts: 10,093 each, and one more in the first 217.
  for (let i = 0; i < 331; i++)
    paid.push([at(6_793) + (i + 1) * 86_400, i < 217 ? 10_094 : 10_093]);
  let sum = 0;
  for (const [second, amount] of paid.toSorted((a, b) => a[0] - b[0])) {
    sum += amount;
    if (sum >= yuan) return new Date((second + 8 * 3_600) * 1000).toISOString().slice(0, 10);
  }
  return 'never';
}

describe('the account of a decided case', () => {
  it('is stated in the words of the judgment', async () => {
    const appraisal = await appraised(cases.liu, ['6794']);
    const [sheet] = appraisal.members;
    const reached = dayReached(2_500_000);
    expect(memberSentence(sheet!, appraisal.money)).toEqual({
      zh:
        '账户 6794 在整个会员推荐网络中处于第 8 层，其下级网络有 18 层、37,089 个会员账号。' +
        '含本人及本层为 37,090 个账号、19 个层级。缴费 332 笔，合计 3,341,300.00 元。' +
        '取得佣金 11 笔，合计 562,037.00 元。提现 41 笔，合计 3,128,900.00 元。' +
        // 37,089 below it entered for 300 yuan each.
        '其本人及下级网络缴费合计 14,468,000.00 元，佣金合计 562,037.00 元。' +
        `其本人及下级网络缴费累计于 ${reached} 首次达到 2,500,000.00 元，扣除已退款后为 ${reached}。`,
      en:
        'Account 6794 stands at level 8 of the whole recruitment network; beneath it are ' +
        '18 level(s) and 37,089 account(s). With the account itself and its own level: ' +
        '37,090 account(s) in 19 level(s). It paid 332 time(s), CNY 3,341,300.00. ' +
        'It earned 11 commission(s), CNY 562,037.00. It took out 41 time(s), CNY 3,128,900.00. ' +
        'Paid in by it and beneath it: CNY 14,468,000.00; earned: CNY 562,037.00. ' +
        `The payments below it first came to CNY 2,500,000.00 on ${reached}; without what had ` +
        `been given back, on ${reached}.`,
    });
    expect(37_089 * 30_000 + 334_130_000).toBe(1_446_800_000);
    expect(sheet!.path).toHaveLength(8);
    expect(sheet!.accounts_beneath).toHaveLength(18);
    expect(sheet!.accounts_beneath.reduce((sum, n) => sum + n, 0)).toBe(37_089);
  });
});

describe('a small network', async () => {
  const appraisal = await appraised(small, ['b', 'f']);
  const argument = (id: string): Appraisal['arguments'][number] | undefined =>
    appraisal.arguments.find((one) => one.id === id);

  it('gives each account asked for, and no other', () => {
    expect(
      appraisal.members.map(({ member_id, level, inclusive, beneath, direct }) => [
        member_id,
        level,
        inclusive,
        beneath,
        direct,
      ]),
    ).toEqual([
      ['b', 2, { people: 4, levels: 3 }, { people: 3, levels: 2 }, 2],
      ['f', 4, { people: 1, levels: 1 }, { people: 0, levels: 0 }, 0],
    ]);
    expect(appraisal.members.map((one) => one.accounts_beneath)).toEqual([[2, 1], []]);
    expect(appraisal.members[1]!.path).toEqual(['a', 'b', 'd', 'f']);
    expect(appraisal.members[0]!.money.fees).toEqual({ count: 1, minor: 30_000 });
    expect(appraisal.members[0]!.money.withdrawals).toBeNull();
    expect(appraisal.members[0]!.money.subtree_paid_in_minor).toBe(60_000);
  });

  it('measures for both sides, and says where data do not allow it', () => {
    expect(argument('money_back')).toEqual({
      id: 'money_back',
      bears: 'heads',
      figures: { asked: 4, granted_ratio: 0.25 },
      needs: [],
    });
    // Medians of 2, 3, 6 and 8.
    expect(argument('price_to_cost')?.figures).toEqual({ priced: 4, times: 4.5 });
    expect(argument('price_to_cost')?.bears).toBe('neither');
    expect(argument('purchases_for_right')?.figures).toEqual({
      for_right_minor: 90_000,
      for_right_ratio: 1,
    });
    expect(argument('outside_retail')?.bears).toBe('unknown');
    expect(argument('bought_again')?.needs).toEqual(['order.buyer_id']);
    expect(argument('pay_follows')?.bears).toBe('unknown');
  });

  it('keeps the administrative sheet apart from the criminal one', () => {
    expect(appraisal.sheets.map(({ id }) => id)).toEqual([
      'cn.sheet.administrative',
      'cn.sheet.criminal',
      'cn.sheet.direct-selling',
    ]);
    const fee = appraisal.sheets[0]!.questions[1]!.answers[0]!;
    expect([fee.provision, fee.verdict]).toEqual(['cn.pyramid.art7p2', 'breach']);
    const line = appraisal.sheets[1]!.questions[0]!.answers[0]!;
    expect([line.provision, line.verdict]).toEqual(['cn.criminal.art224-1', 'no_breach']);
  });

  it('shows every result line in both languages, in the page and in Markdown', () => {
    const page = renderAppraisalHtml(appraisal, 'digest');
    for (const { zh, en } of resultLines(appraisal)) {
      expect(page).toContain(`<span lang="zh-CN">${zh}</span>`);
      expect(page).toContain(`<span lang="en">${en}</span>`);
    }
    expect(renderAppraisalMarkdown(appraisal, 'digest', 'zh')).toContain('## 鉴定意见');
    expect(page.slice(page.indexOf('<main'), page.indexOf('</main>'))).not.toContain('undefined');
  });

  it('does not state an account the network has not', async () => {
    await expect(appraised(small, ['zz'])).rejects.toMatchObject({
      issue: { code: 'network.unknown_member' },
    });
  });
});
