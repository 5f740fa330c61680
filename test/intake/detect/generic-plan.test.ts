import { describe, expect, it } from 'vitest';
import { chooseMapping } from '../../../src/intake/detect/choose-mapping.ts';
import { stageTables } from './synthetic.ts';

describe('a commission plan nobody has described', () => {
  it('is read from named settings', async () => {
    const staged = await stageTables([
      {
        name: 'my_config',
        columns: ['id int', 'config_key varchar(60)', 'config_value text'],
        key: ['id'],
        rows: [
          [1, 'site_name', '我的小店'],
          [2, 'fenxiao_open', '1'],
          [3, 'fenxiao_first_rate', '12'],
          [4, 'fenxiao_second_rate', '0.05'],
          [5, 'fenxiao_third_rate', '0'],
          [6, 'invite_reward_money', '88'],
          [7, 'withdraw_commission_min', '1'],
        ],
      },
    ]);
    const { plan, skipped } = await chooseMapping(staged, { adapters: [] });
    staged.engine.close();
    expect(plan).toEqual({
      plan_id: 'detected',
      name: 'my_config',
      settings: { table: 'my_config', key: 'config_key', value: 'config_value' },
      fields: { enabled: { setting: 'fenxiao_open' } },
      rules: [
        {
          base: 'downline_sale',
          depth: 1,
          rate: { setting: 'fenxiao_first_rate', as: 'percent' },
        },
        {
          base: 'downline_sale',
          depth: 2,
          rate: { setting: 'fenxiao_second_rate', as: 'ratio' },
        },
        {
          base: 'headcount',
          depth: 1,
          amount_minor: { setting: 'invite_reward_money', as: 'money_major' },
        },
      ],
    });
    expect([...skipped.keys()]).toEqual([]);
  });

  it('is read from the columns of a table of ranks', async () => {
    const staged = await stageTables([
      {
        name: 'agent_level',
        columns: [
          'id int',
          'name varchar(20)',
          'first_ratio int // 一级佣金比例',
          'second_ratio int // 二级佣金比例',
          'sort int',
        ],
        key: ['id'],
        rows: [
          [1, '普通', 10, 5, 1],
          [2, '金牌', 15, 8, 2],
        ],
      },
    ]);
    const { mapping } = await chooseMapping(staged, { adapters: [] });
    staged.engine.close();
    const rules = mapping.tables.filter(({ table }) => table === 'plan_rule');
    expect(
      rules.map(({ columns }) => [columns['depth']?.value, columns['rate'], columns['tier']]),
    ).toEqual([
      ['1', { column: 'first_ratio', as: 'percent' }, { column: 'name' }],
      ['2', { column: 'second_ratio', as: 'percent' }, { column: 'name' }],
    ]);
  });

  it('is not invented out of other settings', async () => {
    const staged = await stageTables([
      {
        name: 'sys_config',
        columns: ['id int', 'name varchar(60)', 'value text'],
        key: ['id'],
        rows: [
          [1, 'upload_max_1', '10'],
          [2, 'tax_rate', '13'],
        ],
      },
    ]);
    const { plan, mapping } = await chooseMapping(staged, { adapters: [] });
    staged.engine.close();
    expect([plan, mapping.tables]).toEqual([null, []]);
  });
});
