import { describe, expect, it } from 'vitest';
import { generateSample } from '../../src/generate/sample/generate-sample.ts';
import { memoryWriter } from '../support/memory-writer.ts';
import { readDump } from '../support/read-dump.ts';
import type { DumpRecord } from '../support/read-dump.ts';

const { writer, files } = memoryWriter();
const truth = await generateSample(writer);
const dump = files.get('sample-mall.sql')!;
const tables = readDump(dump);
const rows = (table: string): readonly DumpRecord[] => tables.get(table) ?? [];
const fen = (value: string | null | undefined): number => Math.round(Number(value) * 100);
const sum = (list: readonly DumpRecord[], column: string): number =>
  list.reduce((total, row) => total + fen(row[column]), 0);
const ids = (list: readonly DumpRecord[]): number[] => list.map((row) => Number(row['id']));
const DAY_S = 86_400;

describe('the sample as a dump', () => {
  it('is the same bytes every time, and others from another seed', async () => {
    const again = memoryWriter();
    await generateSample(again.writer);
    expect(again.files.get('sample-mall.sql') === dump).toBe(true);
    const other = memoryWriter();
    await generateSample(other.writer, 7);
    expect(other.files.get('sample-mall.sql') === dump).toBe(false);
  });

  it('stays under 10 MB and looks like mysqldump', () => {
    expect(Buffer.byteLength(dump)).toBeLessThan(10_000_000);
    expect(dump.startsWith('-- MySQL dump')).toBe(true);
    expect(dump).toContain('/*!50503 SET NAMES utf8mb4 */;');
    expect(Math.max(...dump.split('\n').map((line) => line.length))).toBeLessThan(70_000);
  });

  it('holds the rows it says it holds', () => {
    const counted = [...tables].map(([name, list]) => [name, list.length] as const);
    expect(Object.fromEntries(counted.filter(([, count]) => count > 0))).toEqual(truth.rows);
    expect(tables.size).toBeGreaterThan(70);
  });

  it('gives nobody a real phone', () => {
    const phones = rows('eb_user').map((row) => row['phone']!);
    expect(phones.filter((one) => !/^1990000\d{4}$/.test(one))).toEqual([]);
    const byPhone = Map.groupBy(phones, (one) => one);
    const shared = [...byPhone.values()].filter((list) => list.length > 1);
    expect(byPhone.size).toBe(truth.persons);
    expect(shared.flat()).toHaveLength(truth.shared_contact_accounts);
  });
});

describe('the sample network', () => {
  const members = rows('eb_user').map((row) => ({
    uid: Number(row['uid']),
    up: Number(row['spread_uid']),
    joined: Number(row['add_time']),
  }));
  const byUid = new Map(members.map((member) => [member.uid, member]));

  it('has the dirt it says it has', () => {
    const recruited = members.filter(({ up }) => up > 0);
    const { people } = truth;
    expect(recruited.filter(({ uid, up }) => uid === up)).toHaveLength(people.self_parents);
    expect(recruited.filter(({ up }) => !byUid.has(up))).toHaveLength(people.missing_parents);
    const inCircle = recruited.filter(({ uid, up }) => {
      const second = byUid.get(up)?.up ?? 0;
      return uid !== up && byUid.get(second)?.up === uid;
    });
    expect(inCircle).toHaveLength(people.cycle_members);
    const late = recruited.filter(
      (one) => !inCircle.includes(one) && (byUid.get(one.up)?.joined ?? 0) > one.joined,
    );
    expect(late).toHaveLength(people.late_parents);
    expect(members.map(({ uid }) => uid)).toEqual(members.map((_, i) => i + 1));
    expect(members.every(({ joined }, i) => joined >= (members[i - 1]?.joined ?? 0))).toBe(true);
  });

  it('has schemes of the size and depth planned, and the structures beside the line', () => {
    const { scheme_a, scheme_b } = truth.people;
    expect(truth.network.levels).toBe(scheme_a.levels);
    expect(truth.network.people_per_level.reduce((total, heads) => total + heads, 0)).toBe(
      members.length,
    );
    expect(rows('eb_other_order')).toHaveLength(scheme_a.people + scheme_b.people - 2);
  });
});

describe('the sample books', () => {
  it('balance with the truth', () => {
    const paid = rows('eb_other_order').filter((row) => row['paid'] === '1');
    expect({ count: paid.length, minor: sum(paid, 'pay_price') }).toEqual(truth.memberships_paid);
    expect(truth.memberships_paid.minor).toBe(truth.memberships_paid.count * 39_900);
    const orders = rows('eb_store_order').filter((row) => row['paid'] === '1');
    expect({ count: orders.length, minor: sum(orders, 'pay_price') }).toEqual(truth.orders_paid);
    const ledger = Map.groupBy(
      rows('eb_user_brokerage').filter((row) => row['status'] === '1'),
      (row) => row['type']!,
    );
    for (const [type, tally] of Object.entries(truth.commissions)) {
      const list = ledger.get(type)!;
      expect({ count: list.length, minor: sum(list, 'number') }).toEqual(tally);
    }
    expect([...ledger.keys()].toSorted()).toEqual(Object.keys(truth.commissions));
  });

  it('pay 12 % and 5 % of 399 yuan, and 50 yuan a head', () => {
    const amounts = (type: string): Set<string | null> =>
      new Set(
        rows('eb_user_brokerage')
          .filter((row) => row['type'] === type)
          .map((row) => row['number']!),
      );
    expect([...amounts('one_member_brokerage')]).toEqual(['47.88']);
    expect([...amounts('two_member_brokerage')]).toEqual(['19.95']);
    expect([...amounts('brokerage_user')]).toEqual(['50.00']);
  });

  it('state each order as the sum of its lines', () => {
    const lines = new Map(rows('eb_store_order_cart_info').map((row) => [row['oid'], row]));
    const wrong = rows('eb_store_order').filter((order) => {
      const line = lines.get(order['id']!)!;
      const info = JSON.parse(line['cart_info']!) as { truePrice: string };
      return fen(info.truePrice) * Number(line['cart_num']) !== fen(order['pay_price']);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the sample wrongs', () => {
  const dealt = Map.groupBy(
    rows('eb_store_order_cart_info').filter((line) =>
      rows('eb_store_order').some((one) => one['id'] === line['oid'] && one['paid'] === '1'),
    ),
    (line) => line['product_id']!,
  );
  const highest = (id: string | null | undefined): number =>
    Math.max(
      ...dealt.get(id!)!.map((line) => {
        const info = JSON.parse(line['cart_info']!) as { truePrice: string };
        return fen(info.truePrice);
      }),
    );

  it('in the goods are where the truth says', () => {
    const goods = rows('eb_store_product');
    expect(ids(goods.filter((row) => Number(row['ficti']) > 0))).toEqual(truth.goods.added_sales);
    const struck = goods.filter((row) => fen(row['ot_price']) > 0);
    expect(ids(struck.filter((row) => fen(row['ot_price']) > highest(row['id'])))).toEqual(
      truth.goods.false_reference,
    );
    expect(ids(struck.filter((row) => fen(row['ot_price']) === highest(row['id'])))).toEqual(
      truth.goods.true_reference,
    );
  });

  it('in the flash sales are the struck-through prices nobody paid before', () => {
    const paidAt = new Map(
      rows('eb_store_order').map((row) => [row['id'], Number(row['pay_time'])] as const),
    );
    const invented = rows('eb_store_seckill').filter((sale) => {
      const start = Number(sale['start_time']);
      const before = dealt
        .get(sale['product_id']!)!
        .map((line) => ({
          at: paidAt.get(line['oid']!)!,
          price: fen((JSON.parse(line['cart_info']!) as { truePrice: string }).truePrice),
        }))
        .filter(({ at }) => at < start);
      const week = before.filter(({ at }) => at >= start - 7 * DAY_S).map(({ price }) => price);
      const last = before.toSorted((a, b) => a.at - b.at).at(-1)!.price;
      return fen(sale['ot_price']) > (week.length > 0 ? Math.min(...week) : last);
    });
    expect(ids(invented)).toEqual(truth.false_flash_sales);
  });

  it('after the sale are as many as the truth says', () => {
    const refunds = rows('eb_store_order_refund').map((row) => ({
      refused: row['refund_type'] === '3',
      days: (Number(row['refunded_time']) - Number(row['add_time'])) / DAY_S,
      never: row['refunded_time'] === '0',
    }));
    const granted = refunds.filter(({ refused, never }) => !refused && !never);
    const { after } = truth;
    expect(granted.filter(({ days }) => days > 15)).toHaveLength(after.refunds_late);
    expect(granted.filter(({ days }) => days === 15)).toHaveLength(after.refunds_on_day_15);
    expect(granted.filter(({ days }) => days < 15)).toHaveLength(after.refunds_in_time);
    expect(refunds.filter(({ never }) => never)).toHaveLength(after.refunds_never);
    expect(refunds.filter(({ refused }) => refused)).toHaveLength(
      after.refunds_refused_in_seven_days,
    );
    const reviews = rows('eb_store_product_reply');
    expect(reviews.filter((row) => row['uid'] === '0')).toHaveLength(after.reviews_planted);
    expect(
      reviews.filter((row) => row['is_del'] === '1' && Number(row['product_score']) <= 2),
    ).toHaveLength(after.reviews_low_deleted);
    expect(rows('eb_store_order').filter((row) => row['is_system_del'] === '1')).toHaveLength(
      after.orders_hidden,
    );
  });
});
