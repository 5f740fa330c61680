import type { Condition } from '../mapping.ts';
import { enumerationOf } from './enumeration.ts';
import { matchColumn } from './match-column.ts';
import type { SurveyedTable } from './survey.ts';
import { called } from './synonym-types.ts';

const directionTerms = called(
  `
    pm, direction, in out, inout, income or expense, flow type, change type, io, dc, side, 收支,
    收支类型, 收支方向, 方向, 增减, 变动方向`,
  'link type, bill type, log type, type, 类型',
);
const kindTerms = called(
  `
    type, category, kind, title, bill type, source type, reason, biz type, scene, description,
    desc, narration, particular, detail, action, 类型, 名目, 摘要, 业务类型, 标题, 奖项, 事由, 项目`,
  'mark, remark, memo, note, 备注, 说明',
  'time, account, pay, 账户',
);

const income = /收入|获得|增加|入账|^入$|income|^in$|add|credit|increase|进/i;
const expense = /支出|扣除|减少|出账|^出$|expense|^out$|deduct|debit|decrease|sub/i;

/** Kinds that belong to a commission ledger; a plain order or recharge does not. */
const earned = new RegExp(
  [
    '佣|返|奖|提成|分润|分销|分红|推广|推荐|brokerage|commission|bonus|rebate|reward|referral',
    'fenxiao|distribution|pairing|sponsor|yongjin|jiang|fanli|ticheng',
  ].join('|'),
  'i',
);
const notEarned =
  /提现|支付|充值|退款|extract|withdraw|pay_|recharge|refund|register|sign|system|admin/i;

/** Income rows only, where a column says which way money went. */
export async function directionOf(source: SurveyedTable): Promise<Condition | null> {
  for (const column of source.table.columns) {
    if (matchColumn(column, directionTerms, source.strip).score < 0.6) continue;
    const labels = [...enumerationOf(column.comment)];
    const coming = labels.filter(([, label]) => income.test(label) && !expense.test(label));
    const going = labels.filter(([, label]) => expense.test(label) && !income.test(label));
    if (coming.length > 0 && going.length > 0) {
      return { column: column.name, in: coming.map(([value]) => value) };
    }
    const values = (await source.profiles()).get(column.name)?.values ?? [];
    const words = values.filter((value) => income.test(value) && !expense.test(value));
    if (words.length > 0 && values.some((value) => expense.test(value))) {
      return { column: column.name, in: words };
    }
  }
  return null;
}

/**
 * A general ledger (bill, account log) holds commission among other things: the column and the
 * values that mark it. Null where none does, and then the table is no source of commission.
 */
export async function commissionRows(source: SurveyedTable): Promise<Condition | null> {
  const profiles = await source.profiles();
  let best: Condition | null = null;
  for (const column of source.table.columns) {
    if (matchColumn(column, kindTerms, source.strip).score < 0.5) continue;
    const labels = enumerationOf(column.comment);
    const values = (profiles.get(column.name)?.values ?? []).filter((value) => {
      const label = labels.get(value) ?? value;
      return earned.test(label) && !notEarned.test(label);
    });
    if (values.length > (best?.in?.length ?? 0)) best = { column: column.name, in: values };
  }
  return best;
}
