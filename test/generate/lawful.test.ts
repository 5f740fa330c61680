import { beforeAll, describe, expect, it } from 'vitest';
import { creditCode } from '../../src/generate/lawful/credit-code.ts';
import type { LawfulPlatformOptions } from '../../src/generate/generate-lawful.ts';
import { generateLawful } from '../../src/generate/generate-lawful.ts';
import { filledColumns } from '../../src/generate/lawful/write-rows.ts';
import type { FilledTable } from '../../src/generate/lawful/row.ts';
import { memoryWriter } from '../support/memory-writer.ts';
import { parseCsv } from '../support/parse-csv.ts';

type TextRow = Readonly<Record<string, string>>;

/** Columns no row of the lawful platform fills, with the reason. */
const neverFilled: Readonly<Record<string, string>> = {
  'member.left_at': 'nobody has left',
  'fee.refunded_at': 'no fee was given back',
  'fee.refund_asked_at': 'nobody left a deposit',
  'member.placement_id': 'the platform has one tree',
  'operator.registration_reminded_at': 'nobody exempt has outgrown the exemption',
  'rule_version.withdrawn_at': 'no version was taken off',
  'fee.disclosed_at': 'no fee buys a business',
  'operator.erased_at': 'identity data are kept',
  'fee.tier': 'no rank can be bought',
  'fee.order_id': 'no fee is paid with an order',
  'plan_rule.amount_minor': 'sales are paid by rate',
  'plan_rule.tier': 'no rank earns more',
  'measure.content_id': 'measures concern operators and their goods',
  'content.corrected_at': 'nothing said live had to be corrected',
  'order.parent_order_id': 'no order is split',
  'order.content_id': 'orders come from shares, groups and sessions',
  'order.delay_consented_at': 'no parcel is late',
  'review.deleted_at': 'no review is deleted',
  'prize_draw.live_session_id': 'no draw is held in a session',
  'prize_draw.rules_changed_at': 'no rule changes once a draw runs',
  'info_request.order_id': 'requests are about sellers and sessions',
  'penalty_case.extended_to': 'no case needs longer than its term',
  'penalty_case.complaint_id': 'cases come from inspections',
  'streamer.blacklisted_at': 'no streamer is blacklisted',
  'streamer.blacklisted_until': 'no streamer is blacklisted',
  'streamer.guardian_consented_at': 'no streamer is a minor',
  'streamer.false_ad_penalised_on': 'no streamer was penalised',
  'agreement.ended_at': 'no agreement has ended',
};

describe('the lawful platform', () => {
  const tables = new Map<string, readonly TextRow[]>();
  const rows = (table: FilledTable): readonly TextRow[] => tables.get(table)!;
  const seconds = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`) / 1000;

  beforeAll(async () => {
    for (const [table, list] of await tablesOf({ members: 900, seed: 7 })) tables.set(table, list);
  });

  it('fills every column of every table but those listed with a reason', () => {
    expect(emptyColumns(tables)).toEqual(Object.keys(neverFilled).toSorted());
  });

  it.each(['eu', 'in', 'us'] as const)('fills them in market %s, in its words', async (market) => {
    const there = await tablesOf({ members: 900, market });
    expect(emptyColumns(there)).toEqual(Object.keys(neverFilled).toSorted());
    const cells = [...there.values()].flat().flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /\p{Script=Han}/u.test(cell))).toEqual([]);
  });

  it.each([
    ['order.buyer_id', 'member'],
    ['order.operator_id', 'operator'],
    ['order.shop_id', 'shop'],
    ['order.promoter_id', 'member'],
    ['order.live_session_id', 'live_session'],
    ['order.group_buy_id', 'group_buy'],
    ['order.share_id', 'share'],
    ['order_line.order_id', 'order'],
    ['order_line.listing_id', 'listing'],
    ['shipment.order_id', 'order'],
    ['after_sale.order_id', 'order'],
    ['review.order_id', 'order'],
    ['complaint.order_id', 'order'],
    ['commission.order_id', 'order'],
    ['commission.beneficiary_id', 'member'],
    ['withdrawal.member_id', 'member'],
    ['fee.member_id', 'member'],
    ['renewal.member_id', 'member'],
    ['renewal.operator_id', 'operator'],
    ['marketing_message.operator_id', 'operator'],
    ['share.parent_share_id', 'share'],
    ['share.listing_id', 'listing'],
    ['group_buy.opened_by', 'member'],
    ['search_result.listing_id', 'listing'],
    ['content.listing_id', 'listing'],
    ['content.live_session_id', 'live_session'],
    ['content.parent_content_id', 'content'],
    ['live_session.streamer_id', 'streamer'],
    ['live_session.operator_id', 'operator'],
    ['selection_check.live_session_id', 'live_session'],
    ['measure.operator_id', 'operator'],
    ['measure.rule_version_id', 'rule_version'],
    ['price_event.listing_id', 'listing'],
    ['quality_event.listing_id', 'listing'],
    ['member.recruiter_id', 'member'],
    ['plan_rule.plan_id', 'plan'],
  ] as const)('%s names a row of %s', (reference, target) => {
    const [table, column] = reference.split('.') as [FilledTable, string];
    const [key] = filledColumns(target)[0]!;
    const known = new Set(rows(target).map((row) => row[key]));
    const named = rows(table)
      .map((row) => row[column]!)
      .filter((id) => id !== '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('gives each row of a table its own key', () => {
    for (const [table, list] of tables) {
      if (table === 'account_link') continue;
      const [key] = filledColumns(table as FilledTable)[0]!;
      expect(new Set(list.map((row) => row[key])).size, table).toBe(list.length);
    }
  });

  it('adds up: lines to orders, refunds, units sold, turnover and what is taken out', () => {
    const sums = new Map<string, number>();
    const sold = new Map<string, number>();
    const paid = new Set(
      rows('order')
        .filter((row) => row['paid'] === '1')
        .map((row) => row['order_id']),
    );
    for (const line of rows('order_line')) {
      const order = line['order_id']!;
      const units = Number(line['quantity']);
      sums.set(order, (sums.get(order) ?? 0) + units * Number(line['price_minor']));
      if (paid.has(order))
        sold.set(line['listing_id']!, (sold.get(line['listing_id']!) ?? 0) + units);
    }
    const turnover = new Map<string, number>();
    const back = new Map(rows('after_sale').map((row) => [row['order_id'], row['refunded_minor']]));
    for (const row of rows('order')) {
      expect(Number(row['amount_minor'])).toBe(sums.get(row['order_id']!));
      expect(row['paid_minor']).toBe(row['paid'] === '1' ? row['amount_minor'] : '0');
      expect(row['refunded_minor']).toBe(back.get(row['order_id']!) ?? '0');
      const operator = row['operator_id']!;
      if (row['paid_at']! >= '2025-10-31') {
        turnover.set(operator, (turnover.get(operator) ?? 0) + Number(row['paid_minor']));
      }
    }
    for (const row of rows('listing')) {
      expect(Number(row['sales_actual'])).toBe(sold.get(row['listing_id']!) ?? 0);
    }
    for (const row of rows('operator')) {
      expect(Number(row['turnover_year_minor'])).toBe(turnover.get(row['operator_id']!) ?? 0);
    }
    const earned = rows('commission').filter(({ paid_at }) => paid_at! !== '' && paid_at! < '2026');
    const total = (list: readonly TextRow[]): number =>
      list.reduce((sum, row) => sum + Number(row['amount_minor']), 0);
    expect(total(rows('withdrawal'))).toBe(total(earned));
  });

  it('keeps the order of things: join, order, pay, ship, receive', () => {
    const joined = new Map(rows('member').map((row) => [row['member_id'], row['joined_at']!]));
    const listed = new Map(rows('listing').map((row) => [row['listing_id'], row['listed_at']!]));
    const ordered = new Map(rows('order').map((row) => [row['order_id'], row['ordered_at']!]));
    for (const row of rows('order')) {
      const times = [joined.get(row['buyer_id']!)!, row['ordered_at']!, row['paid_at']!];
      times.push(row['shipped_at']!, row['delivered_at']!);
      const there = times.filter((time) => time !== '');
      expect(there).toEqual(there.toSorted());
    }
    for (const line of rows('order_line')) {
      expect(listed.get(line['listing_id']!)! < ordered.get(line['order_id']!)!).toBe(true);
    }
    const future = new RegExp(
      'kept_until|valid_to|expires_on|due_on|_by$|published_until|archived_until|closes_at|ends_at',
    );
    for (const [table, list] of tables) {
      for (const [column, { type }] of filledColumns(table as FilledTable)) {
        if (type !== 'instant' || future.test(column)) continue;
        const late = list.filter((row) => row[column]! > '2026-10-31 23:59:59');
        expect(late, `${table}.${column}`).toEqual([]);
      }
    }
  });

  it('answers, refunds and ships within the terms, by plain subtraction of seconds', () => {
    const day = 86_400;
    const most = (table: FilledTable, from: string, to: string): number =>
      Math.max(
        ...rows(table)
          .filter((row) => row[from]! !== '' && row[to]! !== '')
          .map((row) => (seconds(row[to]!) - seconds(row[from]!)) / day),
      );
    expect(most('order', 'paid_at', 'shipped_at')).toBeLessThan(2);
    expect(most('after_sale', 'received_back_at', 'refunded_at')).toBeLessThan(6);
    expect(most('after_sale', 'requested_at', 'refunded_at')).toBeLessThan(14);
    expect(most('complaint', 'received_at', 'answered_at')).toBeLessThan(5);
    expect(most('renewal', 'charged_at', 'reminded_at')).toBe(-6);
    expect(most('measure', 'decided_at', 'published_at')).toBeLessThan(1);
  });

  it('writes credit codes whose check digit is right', () => {
    // A code published as the example of GB 32100-2015 by its commentators: 91350100M000100Y43.
    expect(checks('91350100M000100Y43')).toBe(true);
    expect(checks('91350100M000100Y42')).toBe(false);
    for (let i = 0; i < 200; i++) expect(checks(creditCode(i * 37))).toBe(true);
  });
});

async function tablesOf(options: LawfulPlatformOptions): Promise<Map<string, readonly TextRow[]>> {
  const { writer, files } = memoryWriter();
  await generateLawful(writer, options);
  const named = [...files].map(([name, text]): [string, TextRow[]] => {
    const [header = [], ...lines] = parseCsv(text);
    const rows = lines.map((line) => line.map((cell, i) => [header[i] ?? '', cell]));
    return [name.replace('.csv', ''), rows.map((row) => Object.fromEntries(row) as TextRow)];
  });
  return new Map(named);
}

function emptyColumns(tables: ReadonlyMap<string, readonly TextRow[]>): string[] {
  const empty = [...tables].flatMap(([table, list]) =>
    filledColumns(table as FilledTable)
      .filter(([column]) => list.every((row) => row[column] === ''))
      .map(([column]) => `${table}.${column}`),
  );
  return empty.toSorted();
}

/** The weights as the standard prints them, not computed. */
function checks(code: string): boolean {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const values = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = weights.reduce((total, weight, i) => total + weight * values.indexOf(code[i]!), 0);
  return values.indexOf(code[17]!) === (31 - (sum % 31)) % 31;
}
