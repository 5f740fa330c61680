import { describe, expect, it } from 'vitest';
import { chooseMapping } from '../../../src/intake/detect/choose-mapping.ts';
import { stageTables } from './synthetic.ts';

async function unitOf(column: string, amounts: readonly (string | number)[]): Promise<string[]> {
  const staged = await stageTables([
    {
      name: 'shop_order',
      columns: ['id int', 'user_id int', column, 'create_time datetime'],
      key: ['id'],
      rows: amounts.map((amount, i) => [i + 1, i + 1, amount, '2024-05-06 07:08:09']),
    },
  ]);
  const { assumptions, mapping } = await chooseMapping(staged, { adapters: [] });
  staged.engine.close();
  const said = assumptions.filter(({ what }) => what === 'money_unit');
  return [mapping.tables[0]?.columns['amount_minor']?.as ?? '', ...said.map(({ value }) => value)];
}

const yuan = Array.from({ length: 40 }, (_, i) => 9 + i * 13);
const fen = Array.from({ length: 40 }, (_, i) => 1990 + i * 790);
const packages = Array.from({ length: 40 }, (_, i) => [600, 3000, 8000, 28_000][i % 4] ?? 0);

describe('unit of money', () => {
  it.each([
    ['decimals', 'total_amount decimal(10,2)', ['9.90', '19.00'], 'major'],
    [
      'declared decimals without a fraction',
      'total_amount decimal(10,2)',
      ['9.00', '19.00'],
      'major',
    ],
    ['a name that says fen', 'total_amount_fen int', yuan, 'minor'],
    ['a COMMENT that says fen', 'total_amount int // 订单金额,单位:分', yuan, 'minor'],
    ['a COMMENT that says yuan', 'total_amount int // 订单金额(元)', fen, 'major'],
    ['a header that says yuan', '订单金额(元)', fen, 'major'],
    ['everyday whole numbers', 'total_amount int', yuan, 'major'],
    ['large whole numbers, not round', 'total_amount int', fen, 'minor'],
    ['the few prices of packages', 'total_amount int', packages.map((one) => one + 80), 'major'],
    ['a sheet, where people write yuan', 'total_amount', fen, 'major'],
    ['round prices of packages', 'total_amount int', packages, 'major'],
  ] as const)('%s', async (_, column, amounts, unit) => {
    expect(await unitOf(column, amounts)).toEqual([`money_${unit}`, unit]);
  });
});
