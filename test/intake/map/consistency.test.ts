import { describe, expect, it } from 'vitest';
import type { TableMapping } from '../../../src/intake/mapping.ts';
import { mappingOf, mapTables } from './stage-tables.ts';
import type { Mapped } from './stage-tables.ts';

const members: TableMapping = {
  table: 'member',
  from: 'm',
  columns: {
    member_id: { column: 'id' },
    recruiter_id: { column: 'up' },
    joined_at: { column: 'at' },
    direct_cached: { column: 'n' },
  },
};
const orders: TableMapping = {
  table: 'order',
  from: 'o',
  columns: {
    order_id: { column: 'id' },
    buyer_id: { column: 'buyer' },
    promoter_id: { column: 'promoter' },
    amount_minor: { column: 'due' },
    paid_minor: { column: 'paid' },
  },
};
const lines: TableMapping = {
  table: 'order_line',
  from: 'l',
  columns: {
    order_line_id: { column: 'id' },
    order_id: { column: 'o' },
    quantity: { column: 'n' },
    price_minor: { column: 'price' },
  },
};

const member = (id: string, up: string, at: string, n: string) => ({ id, up, at, n });
const order = (id: string, buyer: string, promoter: string, due: string, paid: string) => ({
  id,
  buyer,
  promoter,
  due,
  paid,
});
const line = (id: string, o: string, n: string, price: string | null) => ({ id, o, n, price });

function checkOf(mapped: Mapped, name: string): unknown {
  const found = mapped.checks.find(({ check }) => check === name);
  return found === undefined ? null : [found.compared, found.differing, found.first];
}

describe('consistency', () => {
  it('counts self-parents, missing and late parents, and wrong downline counts', async () => {
    const m = [
      member('1', '1', '2023-01-01', '3'),
      member('2', '1', '2023-01-02', '0'),
      member('3', '1', '2022-12-31', '1'),
      member('4', '9', '2023-01-03', ''),
      member('5', '3', '', '0'),
    ];
    const mapped = await mapTables({ m }, mappingOf(members));
    expect(checkOf(mapped, 'self_parent')).toEqual([5, 1, '1']);
    expect(checkOf(mapped, 'missing_parent')).toEqual([5, 1, '4']);
    // 5 has no date; 1 under itself, 2 under 1 and 3 under 1 can be compared.
    expect(checkOf(mapped, 'late_parent')).toEqual([3, 1, '3']);
    // 1 has two recruits besides itself but says three; 2, 3 and 5 are right; 4 says nothing.
    expect(checkOf(mapped, 'direct_count')).toEqual([4, 1, '1']);
    const found = mapped.issues.find(({ code }) => code === 'consistency.direct_count_differs');
    expect(found).toMatchObject({ count: 1, file: null, params: { compared: 4, first: '1' } });
  });

  it('compares orders with their lines, either before or after discounts', async () => {
    const o = [
      order('1', '1', '0', '30.00', '25.00'),
      order('2', '1', '0', '30.00', '25.00'),
      order('3', '1', '0', '30.00', '25.00'),
      order('4', '1', '0', '30.00', '25.00'),
      order('5', '1', '0', '30.00', '25.00'),
    ];
    const l = [
      line('a', '1', '2', '10.00'),
      line('b', '1', '1', '10.00'),
      line('c', '2', '1', '25.00'),
      line('d', '3', '1', '29.99'),
      line('e', '4', '1', '30.00'),
      line('f', '4', '1', null),
      line('g', '77', '1', '1.00'),
    ];
    const mapped = await mapTables({ o, l }, mappingOf(orders, lines));
    expect(checkOf(mapped, 'item_sum')).toEqual([3, 1, '3']);
    expect(checkOf(mapped, 'order_line.order_id')).toEqual([7, 1, '77']);
    const codes = mapped.issues.map(({ code, count }) => [code, count]);
    expect(codes).toContainEqual(['consistency.item_sum_differs', 1]);
    expect(codes).toContainEqual(['consistency.reference_missing', 1]);
  });

  it.each([
    ['lines in yuan, orders read as fen', '3000', '30.00', 'money_minor', 'money_major', 0],
    ['both in yuan', '30.00', '30.00', 'money_major', 'money_major', 0],
    ['lines in fen read as yuan', '30.00', '3000', 'money_major', 'money_major', 2],
    ['orders in fen read as yuan', '3000', '30.00', 'money_major', 'money_major', 2],
  ] as const)(
    'notices a wrong money unit: %s',
    async (_name, due, price, orderAs, lineAs, wrong) => {
      const o = [
        order('1', '1', '0', due, due),
        order('2', '1', '0', due, due),
        order('3', '1', '0', due, ''),
      ];
      const l = [
        line('a', '1', '1', price),
        line('b', '2', '1', price),
        line('c', '3', '2', price),
      ];
      const dueMapping = { column: 'due', as: orderAs };
      const priceMapping = { column: 'price', as: lineAs };
      const mapped = await mapTables(
        { o, l },
        mappingOf(
          { ...orders, columns: { ...orders.columns, amount_minor: dueMapping } },
          { ...lines, columns: { ...lines.columns, price_minor: priceMapping } },
        ),
      );
      const found = mapped.issues.filter(({ code }) => code === 'consistency.money_unit_differs');
      expect(found.map(({ count }) => count)).toEqual(wrong === 0 ? [] : [wrong]);
    },
  );

  it('holds the promoter frozen on the order against the tree', async () => {
    const m = [
      member('1', '0', '2023-01-01', ''),
      member('2', '1', '2023-01-02', ''),
      member('3', '0', '2023-01-03', ''),
    ];
    const o = [
      order('a', '2', '1', '1', '1'),
      order('b', '2', '3', '1', '1'),
      order('c', '3', '1', '1', '1'),
      order('d', '3', '3', '1', '1'),
      order('e', '2', '0', '1', '1'),
    ];
    const mapped = await mapTables({ m, o }, mappingOf(members, orders));
    // b names another than the tree, c names one where the tree has none; d bought by itself.
    expect(checkOf(mapped, 'promoter')).toEqual([4, 2, 'b']);
  });

  it('compares nothing whose columns are not there', async () => {
    const mapped = await mapTables({}, mappingOf(members, orders, lines));
    expect(mapped.checks).toEqual([]);
  });
});
