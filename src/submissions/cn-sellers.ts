import {
  isRegistered,
  isThere,
  isUnregistered,
  isUntold,
  overLine,
  shopNames,
  soldInYear,
} from './cn-operators.ts';
import { exemptKinds, yesNo } from './cn-words.ts';
import { field } from './owed-report.ts';
import type { OwedReport, PartSql, ReportPart } from './owed-report.ts';

const subjects = 'SELECT operator_id FROM operator WHERE operator_id IS NOT NULL';

const shops = (context: PartSql): string =>
  shopNames(context, "coalesce(s.kind, 'shop') <> 'live_account'");

const shopFields = [
  field('shop_name', ['网店名称', 'shop name'], 'table'),
  field('shop_url', ['网址链接', 'shop URL'], 'supplied'),
] as const;

const registeredSellers: ReportPart = {
  name: 'sellers-registered',
  title: { zh: '已办理登记的平台内经营者', en: 'registered sellers' },
  fields: [
    field('name', ['名称（姓名）', 'name'], 'table'),
    field('credit_code', ['统一社会信用代码', 'unified social credit code'], 'table'),
    field('address', ['实际经营地址', 'actual address of business'], 'table'),
    field('contact', ['联系方式', 'contact'], 'sealed'),
    ...shopFields,
  ],
  sql: (context) => `WITH shops AS (${shops(context)})
    SELECT o.operator_id AS subject, o.name, o.credit_code, o.address, s.names AS shop_name
    FROM operator o LEFT JOIN shops s ON s.operator_id = o.operator_id
    WHERE ${isThere(context)} AND ${isRegistered}`,
  subjects,
};

const unregisteredSellers: ReportPart = {
  name: 'sellers-unregistered',
  title: { zh: '未办理登记的平台内经营者', en: 'unregistered sellers' },
  fields: [
    field('person_name', ['姓名', 'name'], 'sealed'),
    field('id_number', ['身份证件号码', 'identity number'], 'sealed'),
    field('address', ['实际经营地址', 'actual address of business'], 'table'),
    field('contact', ['联系方式', 'contact'], 'sealed'),
    ...shopFields,
    field('exempt_kind', ['免于登记情形的自我声明', 'declared ground of exemption'], 'table', {
      words: exemptKinds,
    }),
    field('over_line', ['年交易额超过十万元（特别标示）', 'over CNY 100,000 a year'], 'table', {
      words: yesNo,
    }),
  ],
  sql: (context) => `WITH shops AS (${shops(context)}), turnover AS (${soldInYear(context)})
    SELECT o.operator_id AS subject, o.address, s.names AS shop_name, o.exempt_kind,
      ${overLine} AS over_line
    FROM operator o
    LEFT JOIN shops s ON s.operator_id = o.operator_id
    LEFT JOIN turnover t ON t.operator_id = o.operator_id
    WHERE ${isThere(context)} AND ${isUnregistered}`,
  subjects,
};

/** Order 37 art. 25: who sells on the platform, twice a year. */
export const sellerReport: OwedReport = {
  id: 'report.cn.order37.art25@v1',
  title: { zh: '平台内经营者身份信息报送', en: "sellers' identity data" },
  cites: [
    {
      law: {
        zh: '网络交易监督管理办法',
        en: 'Measures for the Supervision of Online Transactions (SAMR Order 37)',
      },
      article: 'art. 25',
    },
  ],
  recipient: {
    zh: '住所地省级市场监督管理部门',
    en: "provincial market regulator of the platform's seat",
  },
  in_force_from: '2021-05-01',
  window: { months: [1, 7], deadline: 'cn.deadline.report.sellers' },
  kept: 'cn.deadline.submission.kept',
  parts: [registeredSellers, unregisteredSellers],
  unplaced: (context) => `SELECT o.operator_id AS subject, 'operator.kind' AS needs
    FROM operator o WHERE ${isThere(context)} AND ${isUntold}`,
};
