import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../../src/intake/adapters/adapter.ts';
import { chooseMapping } from '../../../src/intake/detect/choose-mapping.ts';
import { recogniseSoftware } from '../../../src/intake/detect/recognise-software.ts';
import type { DetectTable } from '../../../src/intake/detect/staged.ts';
import { people, stageTables } from './synthetic.ts';
import type { TestTable } from './synthetic.ts';

const others = Array.from(
  { length: 36 },
  (_, i) => `extra_${String.fromCharCode(97 + (i % 26))}${i}`,
);

function adapter(edition: string, present: boolean): Adapter {
  return {
    schema: 'polyprism.adapter/1',
    software: { name: `Mallet ${edition}`, family: 'mallet', edition },
    fingerprint: {
      tables: ['user', 'orders', 'bill', 'goods', ...others],
      columns: [{ table: 'user', column: 'wallet', present }],
    },
    mapping: {
      schema: 'polyprism.mapping/1',
      currency: 'CNY',
      time_zone: 'Asia/Shanghai',
      tables: [
        {
          table: 'member',
          from: 'user',
          columns: {
            member_id: { column: 'uid' },
            recruiter_id: { column: 'up' },
            joined_at: { column: 'made', as: 'unix_s' },
          },
        },
        {
          table: 'order',
          from: 'orders',
          columns: {
            order_id: { column: 'id' },
            buyer_id: { column: 'uid' },
            amount_minor: { column: 'sum' },
          },
        },
      ],
    },
  };
}

const adapters = [adapter('1', false), adapter('2', true)];

function named(
  names: readonly string[],
  columns: Record<string, readonly string[]>,
): DetectTable[] {
  return names.map((name) => {
    const bare = Object.keys(columns).find((key) => name.endsWith(key)) ?? '';
    const list = (columns[bare] ?? ['id']).map((column) => ({
      name: column,
      type: null,
      comment: null,
    }));
    return {
      name,
      relation: name,
      columns: list,
      primary_key: [],
      unique_keys: [],
      comment: null,
      rows_read: 0,
    };
  });
}

const shape = { user: ['uid', 'up', 'made', 'wallet'], orders: ['id', 'uid', 'sum'] };

describe('which software', () => {
  it('knows an installation under another prefix, and its edition by a column', () => {
    const tables = named(
      ['user', 'orders', 'bill', 'goods', ...others].map((name) => `qq_${name}`),
      shape,
    );
    const found = recogniseSoftware(tables, adapters);
    expect([found?.adapter.software.edition, found?.prefix, found?.score]).toEqual(['2', 'qq_', 1]);
    const older = named(
      tables.map(({ name }) => name),
      { ...shape, user: ['uid', 'up', 'made'] },
    );
    expect(recogniseSoftware(older, adapters)?.adapter.software.edition).toBe('1');
  });

  it('knows four of forty tables by their columns, and scores them as that', () => {
    const tables = named(['x_user', 'x_orders', 'x_bill', 'x_goods'], shape);
    // All four known, all columns there, four of the ten tables that would make it sure.
    expect(recogniseSoftware(tables, adapters)?.score).toBe(0.4);
  });

  it('does not know two tables, nor names without the columns', () => {
    expect(recogniseSoftware(named(['x_user', 'x_orders'], shape), adapters)).toBeNull();
    const names = ['user', 'orders', 'bill', 'goods', ...others];
    expect(recogniseSoftware(named(names, { user: ['id'], orders: ['no'] }), adapters)).toBeNull();
  });

  it('does not know other software', () => {
    const names = ['member', 'dingdan', 'log', 'orders', ...others.map((name) => `z${name}`)];
    expect(recogniseSoftware(named(names, shape), adapters)).toBeNull();
  });

  it('knows a rebuilt installation with sixty tables of its own', () => {
    const own = Array.from({ length: 160 }, (_, i) => `own_${i}`);
    const names = ['user', 'orders', 'bill', 'goods', ...others.slice(0, 8), ...own];
    // Keys all there, columns all there: 1 × 1 × 0.8.
    expect(recogniseSoftware(named(names, shape), adapters)?.score).toBe(0.8);
  });
});

describe('a known adapter on an installation that differs', () => {
  const all = people(200, 9);
  const extra = others
    .slice(0, 12)
    .map((name): TestTable => ({ name: `m_${name}`, columns: ['id int'], rows: [] }));
  const orders: TestTable = {
    name: 'm_orders',
    columns: ['id int', 'uid int', 'sum decimal(9,2)'],
    key: ['id'],
    rows: [[1, 2, '3.00']],
  };
  const users = (up: string): TestTable => ({
    name: 'm_user',
    columns: ['uid int', `${up} int`, 'made int', 'wallet int', 'is_del int', 'phone varchar(11)'],
    key: ['uid'],
    rows: all.map((p) => [p.n + 1, p.parent === null ? 0 : p.parent + 1, p.joined, 0, 0, p.phone]),
  });

  it('is used as it is where its columns are there, with columns it did not know', async () => {
    const staged = await stageTables([users('up'), orders, ...extra]);
    const { mapping, software, skipped } = await chooseMapping(staged, { adapters });
    staged.engine.close();
    expect(software.name).toBe('Mallet 2');
    expect(mapping.tables[0]?.columns).toEqual({
      member_id: { column: 'uid' },
      recruiter_id: { column: 'up' },
      joined_at: { column: 'made', as: 'unix_s' },
      deleted: { column: 'is_del', as: 'bool' },
    });
    expect(skipped.size).toBe(12);
  });

  it('gives way to generic detection where the recruiter column is another', async () => {
    const staged = await stageTables([users('tuijianren_id'), orders, ...extra]);
    const { mapping, issues } = await chooseMapping(staged, { adapters });
    staged.engine.close();
    const member = mapping.tables.find(({ table }) => table === 'member');
    expect(member?.columns['recruiter_id']).toEqual({ column: 'tuijianren_id', none: ['0'] });
    expect(mapping.tables.find(({ table }) => table === 'order')?.from).toBe('m_orders');
    expect(issues.map(({ code, params }) => [code, params['column']])).toEqual([
      ['detect.column_missing', 'up'],
    ]);
  });
});
