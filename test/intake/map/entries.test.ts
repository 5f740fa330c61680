import { describe, expect, it } from 'vitest';
import type { TableMapping } from '../../../src/intake/mapping.ts';
import { mappingOf, mapTables } from './stage-tables.ts';

const ids = (rows: readonly Readonly<Record<string, unknown>>[], column: string): unknown[] =>
  rows.map((row) => row[column]);

describe('entries of a mapping', () => {
  it('looks up the first matching row, through another lookup, with cleaned ids', async () => {
    const entry: TableMapping = {
      table: 'member',
      from: 'u',
      join: [
        { table: 'd', alias: 'own', on: { user: 'id' }, where: [{ column: 'off', in: ['0'] }] },
        { table: 'd', alias: 'above', on: { no: 'own.parent' } },
      ],
      columns: { member_id: { column: 'id' }, recruiter_id: { column: 'above.user' } },
    };
    const raw = {
      u: [{ id: '1' }, { id: '="2"' }, { id: '3' }],
      d: [
        { no: '500', user: '1', parent: '0', off: '0' },
        { no: '501', user: '2', parent: '999', off: '1' },
        { no: '502', user: '2', parent: '500', off: '0' },
        { no: '503', user: '2', parent: '777', off: '0' },
      ],
    };
    const mapped = await mapTables(raw, mappingOf(entry));
    expect(
      mapped.rows('member', 'member_id recruiter_id').map((row) => Object.values(row)),
    ).toEqual([
      ['1', null],
      ['2', '1'],
      ['3', null],
    ]);
  });

  it('filters by equality, inequality and pattern; an absent value is the empty text', async () => {
    const raw = {
      o: [
        { id: '1', kind: 'sale', del: '0' },
        { id: '2', kind: 'sale', del: '1' },
        { id: '3', kind: 'gift', del: '0' },
        { id: '4', kind: 'sale_two', del: null },
      ],
    };
    const entry = (where: TableMapping['where']): TableMapping => ({
      table: 'order',
      from: 'o',
      ...(where !== undefined && { where }),
      columns: { order_id: { column: 'id' } },
    });
    const kept = async (where: TableMapping['where']): Promise<unknown[]> =>
      ids((await mapTables(raw, mappingOf(entry(where)))).rows('order'), 'order_id');
    expect(await kept([{ column: 'del', in: ['0'] }])).toEqual(['1', '3']);
    expect(await kept([{ column: 'del', not_in: ['1'] }])).toEqual(['1', '3', '4']);
    expect(await kept([{ column: 'kind', like: 'sale%' }])).toEqual(['1', '2', '4']);
    const both = [
      { column: 'kind', like: 'sale%' },
      { column: 'del', in: ['', '0'] },
    ];
    expect(await kept(both)).toEqual(['1', '4']);
  });

  it('puts texts together, adds columns, and keeps a value to its condition', async () => {
    const raw = {
      o: [
        { id: '1', paid: '1', state: '2', price: '10.00', post: '2.50', title: 'a', note: 'b' },
        { id: '2', paid: '0', state: '2', price: '10.00', post: '', title: '', note: 'b' },
        { id: '3', paid: '0', state: '', price: '', post: '', title: '', note: '' },
      ],
    };
    const mapped = await mapTables(
      raw,
      mappingOf({
        table: 'order',
        from: 'o',
        columns: {
          order_id: { column: 'id' },
          amount_minor: { column: 'price', plus: ['post', 'duty'] },
          paid_minor: { column: 'price', when: [{ column: 'paid', in: ['1'] }] },
          status: {
            column: ['paid', 'state'],
            combine: '/',
            codes: { '1/2': 'delivered', '0/2': 'unpaid', '*': 'cancelled' },
          },
          order_no: { column: ['title', 'note', 'gone'], combine: ' ' },
        },
      }),
    );
    const columns = 'order_id amount_minor paid_minor status order_no';
    expect(mapped.rows('order', columns).map((row) => Object.values(row))).toEqual([
      ['1', 1250, 1000, 'delivered', 'a b'],
      ['2', 1000, null, 'unpaid', 'b'],
      ['3', null, null, 'cancelled', null],
    ]);
  });

  it('leaves out rows without what they require, names rows without a name', async () => {
    const raw = {
      wide: [
        { a: '10', b: '5', up: '1', upup: '2' },
        { a: '7', b: '0', up: '3', upup: '0' },
      ],
    };
    const level = (n: number, who: string, money: string): TableMapping => ({
      table: 'commission',
      from: 'wide',
      requires: ['beneficiary_id'],
      columns: {
        beneficiary_id: { column: who },
        amount_minor: { column: money },
        level: { value: String(n) },
      },
    });
    const one = await mapTables(raw, mappingOf(level(1, 'up', 'a')));
    expect(one.rows('commission', 'commission_id beneficiary_id amount_minor level')).toEqual([
      { commission_id: 'wide:0:0', beneficiary_id: '1', amount_minor: 1000, level: 1 },
      { commission_id: 'wide:0:1', beneficiary_id: '3', amount_minor: 700, level: 1 },
    ]);
    const two = await mapTables(raw, mappingOf(level(2, 'upup', 'b')));
    expect(two.rows('commission', 'beneficiary_id amount_minor level')).toEqual([
      { beneficiary_id: '2', amount_minor: 500, level: 2 },
    ]);
    expect(two.tables.commission?.columns_present).toEqual([
      'commission_id',
      'beneficiary_id',
      'amount_minor',
      'level',
      'src_file',
      'src_table',
      'src_line',
    ]);
  });

  it('folds an order repeated on every line of an export', async () => {
    const raw = {
      lines: [
        { order: 'A', sku: 'x', total: '30', at: '2023-11-01 08:30:00' },
        { order: 'A', sku: 'y', total: '', at: '' },
        { order: 'A', sku: 'z', total: '30', at: '2023-11-01 08:30:00' },
        { order: 'B', sku: 'x', total: '5', at: '' },
        { order: 'B', sku: 'y', total: '6', at: '' },
        { order: 'C', sku: 'x', total: '', at: '' },
        { order: 'C', sku: 'y', total: '9', at: '' },
      ],
    };
    const mapped = await mapTables(
      raw,
      mappingOf({
        table: 'order',
        from: 'lines',
        columns: {
          order_id: { column: 'order' },
          amount_minor: { column: 'total' },
          paid_at: { column: 'at' },
        },
      }),
    );
    expect(mapped.rows('order', 'order_id amount_minor').map((row) => Object.values(row))).toEqual([
      ['A', 3000],
      ['B', 500],
      ['C', null],
    ]);
    // B contradicts itself; C says later what it left out at first.
    expect(mapped.tables.order).toMatchObject({ read: 3, refused: 2, folded: 2 });
  });

  it('keeps a tie between accounts once, however often it is written', async () => {
    const paid = (uid: string, card: string) => ({ uid, card });
    const raw = { w: [paid('1', 'A-77'), paid('2', 'A77'), paid('1', 'A77'), paid('1', '')] };
    const mapped = await mapTables(
      raw,
      mappingOf({
        table: 'account_link',
        from: 'w',
        requires: ['link_key'],
        columns: {
          member_id: { column: 'uid' },
          kind: { value: 'payment' },
          link_key: { column: 'card', as: 'pseudonym' },
        },
      }),
    );
    expect(ids(mapped.rows('account_link'), 'member_id')).toEqual(['1', '2']);
    expect(ids(mapped.rows('account_link'), 'src_line')).toEqual([2, 3]);
    expect(mapped.tables.account_link).toMatchObject({ read: 2, refused: 0, folded: 1 });
    expect(mapped.issues).toEqual([]);
  });

  it('records what a mapping asks for and the data do not have', async () => {
    const mapped = await mapTables(
      { o: [{ id: '1' }] },
      mappingOf(
        {
          table: 'order',
          from: 'o',
          join: [{ table: 'gone', alias: 'g', on: { id: 'id' } }],
          columns: {
            order_id: { column: 'id' },
            paid_at: { column: 'pay_time' },
            shop_id: { column: 'g.shop' },
          },
        },
        { table: 'shop', from: 'nowhere', columns: { shop_id: { column: 'id' } } },
        { table: 'listing', from: 'o', columns: { listing_id: { column: 'goods_id' } } },
      ),
    );
    expect(mapped.tables.order?.columns_present).toEqual([
      'order_id',
      'src_file',
      'src_table',
      'src_line',
    ]);
    expect(mapped.tables.listing?.columns_present).toEqual([]);
    expect(
      mapped.issues.map(({ code, params }) => [
        code,
        params['table'],
        params['column'] ?? '',
        params['to'],
      ]),
    ).toEqual([
      ['mapping.column_missing', 'o', 'g.shop', 'order.shop_id'],
      ['mapping.column_missing', 'o', 'goods_id', 'listing.listing_id'],
      ['mapping.column_missing', 'o', 'pay_time', 'order.paid_at'],
      ['mapping.table_missing', 'gone', '', 'order'],
      ['mapping.table_missing', 'nowhere', '', 'shop'],
    ]);
  });

  it('does not take an expiry or a sentinel for the end of the data', async () => {
    const raw = {
      o: [{ id: '1', at: '2023-11-01 08:00:00', paid: '2099-12-31 00:00:00', until: '2037-01-01' }],
    };
    const mapped = await mapTables(
      raw,
      mappingOf(
        {
          table: 'order',
          from: 'o',
          columns: {
            order_id: { column: 'id' },
            ordered_at: { column: 'at' },
            paid_at: { column: 'paid' },
          },
        },
        {
          table: 'price_event',
          from: 'o',
          columns: { price_event_id: { column: 'id' }, ends_at: { column: 'until' } },
        },
      ),
    );
    expect(mapped.data_until).toBe('2023-11-01T00:00:00Z');
  });
});
