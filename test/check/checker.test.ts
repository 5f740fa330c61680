import { beforeAll, describe, expect, it } from 'vitest';
import { makeChecker } from '../../src/check/checker.ts';
import type { Checker } from '../../src/check/checker.ts';
import { limits } from '../../src/model/limits.ts';
import type { Pack } from '../../src/model/provision.ts';
import type { RecordVerdict } from '../../src/model/record-check.ts';
import { shippedPacks } from '../support/shipped-packs.ts';

let packs: readonly Pack[];
let checker: Checker;
beforeAll(async () => {
  packs = await shippedPacks('cn');
  checker = makeChecker(packs, context);
});

const context = { as_of: '2026-11-28', currency: 'CNY' };

type Table = Parameters<Checker['check']>[0];

function verdict(
  provision: string,
  table: Table,
  record: Record<string, unknown>,
  by = checker,
): RecordVerdict | undefined {
  return by.check(table, record).verdicts.find((one) => one.provision === provision);
}

describe('a checker', () => {
  it('tells a breach with its evidence and its explanation in both languages', () => {
    const found = verdict('cn.aucl.added-sales', 'listing', {
      listing_id: 'L1',
      title: '好茶',
      sales_actual: 100,
      sales_added: 300,
    });
    expect(found).toMatchObject({ verdict: 'breach', needs: [] });
    expect(found?.finding).toMatchObject({
      version_in_force: '2025-10-15',
      subject: { table: 'listing', id: 'L1' },
      act_on: '2026-11-28',
      evidence: [
        {
          act_on: '2026-11-28',
          title: '好茶',
          sales_actual: 100,
          sales_added: 300,
          added_ratio: 0.75,
        },
      ],
    });
    expect(found?.finding?.explanation.zh).toContain('人工添加 300 件，实际销量 100 件');
    expect(found?.finding?.explanation.zh).toContain('占 75%');
    expect(found?.finding?.explanation.en).toContain('the added part is 75%');
  });

  it.each([
    ['2019-04-22T15:59:59Z', 'no_breach', undefined], // the last second before 23 April in Shanghai
    ['2019-04-22T16:00:00Z', 'breach', '2019-04-23'],
    ['2025-10-14T15:59:59Z', 'breach', '2019-04-23'],
    ['2025-10-14T16:00:00Z', 'breach', '2025-10-15'],
  ])('applies the version of the day of the act: %s, %s', (created_at, expected, version) => {
    const found = verdict('cn.aucl.planted-reviews', 'review', { planted: true, created_at });
    expect(found?.verdict).toBe(expected);
    expect(found?.finding?.version_in_force).toBe(version);
  });

  it.each([
    [{ sales_added: 0 }, 'no_breach', []],
    [{ sales_added: null }, 'cannot_tell', ['listing.sales_added']],
    [{ title: 'x' }, 'cannot_tell', ['listing.sales_added']],
    [{ sales_added: 'many' }, 'cannot_tell', ['listing.sales_added']],
    [{ sales_added: 5, status: 'off' }, 'no_breach', []],
  ])('%j: %s', (record, expected, needs) => {
    const found = verdict('cn.aucl.added-sales', 'listing', record);
    expect(found).toMatchObject({ verdict: expected, needs, finding: null });
  });

  it('asks only for what the version of that day needs', () => {
    // `major` decides from 2026-02-01 on.
    const rule = (day: string) => ({
      published_at: `${day}T00:00:00Z`,
      effective_at: '2026-01-20T00:00:00Z',
    });
    const early = verdict('cn.platform.rule-notice', 'rule_version', rule('2026-01-10'));
    expect(early?.verdict).toBe('no_breach');
    const late = verdict('cn.platform.rule-notice', 'rule_version', {
      published_at: '2026-03-01T00:00:00Z',
      effective_at: '2026-03-10T00:00:00Z',
    });
    expect(late).toMatchObject({ verdict: 'cannot_tell', needs: ['rule_version.major'] });
  });

  it('says that a version over the whole data set takes the data set', () => {
    const session = (day: string) => ({
      ended_at: `${day}T10:00:00Z`,
      replay_kept_until: '2030-12-31',
    });
    const today = { ...context, as_of: '2026-01-31' };
    const early = verdict('cn.live.replay-kept', 'live_session', session('2025-01-01'), checker);
    expect(early).toMatchObject({ verdict: 'cannot_tell', needs: ['data_set'] });
    const then = makeChecker(packs, today);
    const judged = verdict('cn.live.replay-kept', 'live_session', session('2025-01-01'), then);
    expect(judged?.verdict).toBe('no_breach');
  });

  it('says what is beyond the terms told of one text, and what hangs on it cannot be told', () => {
    const title = `${'第一次使用请先试敏。'.repeat(limits.text_hits_max)}全网第一面膜`;
    const { issues, verdicts } = checker.check('listing', { listing_id: 'L1', title, claims: '' });
    expect(issues).toMatchObject([
      { code: 'text.hits_untold', params: { table: 'listing', column: 'title', rows: 'L1' } },
    ]);
    expect(verdicts.find((one) => one.provision === 'cn.adlaw.art9-3')).toMatchObject({
      verdict: 'cannot_tell',
      needs: ['screening_hit.excepted'],
    });
    expect(verdicts.find((one) => one.provision === 'cn.netaucl.art9.offer')).toMatchObject({
      verdict: 'no_breach',
    });
  });

  it('finds terms in the texts of a listing, but for those an exception excuses', () => {
    const claims = '我们始终坚持顾客第一。本店面膜为全网销量第一，效果最好。';
    const record = { listing_id: 'L1', title: '面膜', claims };
    const { hits } = checker.check('listing', record);
    const told = hits.map(({ found, excepted }) => [found, excepted]);
    expect(told).toContainEqual(['最好', false]);
    expect(told.some(([, excepted]) => excepted === true)).toBe(true);
    const found = verdict('cn.adlaw.art9-3', 'listing', record);
    expect(found?.verdict).toBe('indication');
    expect(found?.finding?.evidence.map((row) => row['found'])).toContain('最好');
    const clean = verdict('cn.adlaw.art9-3', 'listing', { ...record, claims: '产地直发' });
    expect(clean?.verdict).toBe('no_breach');
    const mute = verdict('cn.adlaw.art9-3', 'listing', { listing_id: 'L1', title: null });
    expect(mute?.verdict).toBe('cannot_tell');
  });

  it('cannot compare money in another currency', () => {
    const dollars = makeChecker(packs, { ...context, currency: 'USD' });
    const draw = {
      by_chance: true,
      top_prize_minor: 6_000_000,
      starts_at: '2026-05-01T00:00:00Z',
    };
    const id = 'cn.aucl.prize-draw.limit';
    expect(verdict(id, 'prize_draw', draw)?.verdict).toBe('breach');
    expect(verdict(id, 'prize_draw', draw, dollars)).toMatchObject({
      verdict: 'cannot_tell',
      needs: ['currency CNY'],
    });
  });

  it('tells columns and values it cannot read, and judges the rest', () => {
    const { issues, verdicts, id } = checker.check(
      'listing',
      { sales_added: 5, no_return: 'yes', deletd: 1, title: '\ud800' },
      'row 7',
    );
    expect(id).toBe('row 7');
    expect(issues.map(({ code, params }) => [code, params['column']])).toEqual([
      ['check.bad_value', 'no_return'],
      ['check.bad_value', 'title'],
      ['check.unknown_column', 'deletd'],
    ]);
    const by = new Map(verdicts.map((one) => [one.provision, one.verdict]));
    expect(by.get('cn.aucl.added-sales')).toBe('breach');
    expect(by.get('cn.crplreg.art19')).toBe('cannot_tell');
  });

  it.each([
    ['2025-10-14T16:00:00Z', 'breach'],
    ['2025-10-15T00:00:00+08:00', 'breach'],
    ['2025-10-15T00:00:00.5+08:00', 'breach'],
    ['2025-10-14T10:30:00-05:30', 'breach'],
    ['2025-10-15 00:00:00', 'cannot_tell'], // whose midnight?
    ['2025-10-15T00:00:00', 'cannot_tell'],
    ['2025-10-15T00:00:00+15:00', 'cannot_tell'],
    ['2025-13-15T00:00:00Z', 'cannot_tell'],
    ['yesterday', 'cannot_tell'],
  ])('takes no time without its zone: %s', (received_at, expected) => {
    const read = checker.check('complaint', { complaint_id: 'c1', received_at, answered_at: null });
    const found = read.verdicts.find(({ provision }) => provision === 'cn.ecl.art59');
    expect([found?.verdict, read.issues.length]).toEqual([expected, expected === 'breach' ? 0 : 1]);
  });

  it('keeps what one record cannot decide apart', () => {
    expect(checker.beyond('listing')).toContain('cn.aucl.praise-signals');
    expect(checker.beyond('listing')).not.toContain('cn.aucl.added-sales');
  });
});
