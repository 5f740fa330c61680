import type { TableName } from '../../model/tables.ts';
import { matchColumn } from './match-column.ts';
import { called } from './synonym-types.ts';
import type { Synonyms } from './synonym-types.ts';
import type { SurveyedTable } from './survey.ts';

const totals = 'total, team, balance, sum, 团队, 累计, 业绩, 余额, 下级, 合计, 总';

/** Amounts whose name says what was paid for: what a member paid to enter. */
export const feeAmount = called(
  `entry fee, join fee, joining fee, membership fee, registration fee, package price,
  package amount, enrollment amount, enrolment amount, enrolment fee, entry amount, join amount,
  pack price, kit price, investment, invest amount, paid fee, enrollment fee,
  缴费金额, 入会金额, 入会费, 报单金额, 投资额, 投资金额, 加盟费, 会费, 入门费, 缴纳金额, 报名费, 交费金额,
  入金金额, 缴款金额`,
  '',
  totals,
);

const commissionAmount = called(
  `commission amount, bonus amount, brokerage amount, brokerage price, reward amount, rebate amount,
  commission money, bonus money, 佣金金额, 奖金金额, 返佣金额, 返利金额, 奖励金额, 提成金额, 分润金额, 奖金, 佣金`,
  '',
  `${totals}, order, goods, 订单, 商品`,
);

const withdrawalAmount = called(
  'withdraw amount, withdrawal amount, withdraw money, extract price, 提现金额',
  '',
  totals,
);

const amounts: Readonly<Partial<Record<TableName, Synonyms>>> = {
  fee: feeAmount,
  commission: commissionAmount,
  withdrawal: withdrawalAmount,
};

const moment = called(
  `
    time, date, created at, create time, add time, paid at, pay time, created, at, on, earned at,
    时间, 日期, 缴费时间, 缴费日期, 支付时间, 创建时间, 发放时间, 申请时间`,
);

/** Under a name that says nothing, a dated amount may still say what it was paid for. */
export function amountSays(table: TableName, source: SurveyedTable): boolean {
  const said = amounts[table];
  if (said === undefined) return false;
  const { columns } = source.table;
  const says = (terms: Synonyms, least: number): boolean =>
    columns.some((column) => matchColumn(column, terms, source.strip).score >= least);
  return says(said, 0.9) && says(moment, 0.6);
}
