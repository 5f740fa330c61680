import { measureKinds, yesNo } from './cn-words.ts';
import { field } from './owed-report.ts';
import type { OwedReport, PartSql, ReportField, ReportPart } from './owed-report.ts';

/**
 * The words by which a category is taken for food: those of cn.fsl.art62 and its neighbours.
 * Parameter: ours.
 */
const foodWords = '食品|零食|糕点|熟食|饮料|奶粉|粮油|调味|保健品|酒水';

/** Known to the platform by the end of the reference date. */
const known = ({ on, day }: PartSql): string =>
  `coalesce(${day('m.decided_at')}, ${day('m.found_at')}) <= ${on}`;

/** Whether an authority has had its report by then. */
const told = ({ on, day }: PartSql, column: string): string =>
  `coalesce(${day(column)} <= ${on}, FALSE)`;

const subjects = 'SELECT measure_id FROM measure WHERE measure_id IS NOT NULL';

/** The act and what was done; `columns` gives them as SQL. */
const breachFields: readonly ReportField[] = [
  field('operator', ['经营者名称', 'operator'], 'table'),
  field('credit_code', ['统一社会信用代码', 'unified social credit code'], 'table', {
    compulsory: false,
  }),
  field('breach', ['违法情形', 'breach'], 'table'),
  field('found_on', ['发现日期', 'found on'], 'table', { compulsory: false }),
  field('measure', ['处置措施', 'measure'], 'table', { words: measureKinds }),
  field('decided_on', ['决定日期', 'decided on'], 'table', { compulsory: false }),
  field('rule', ['所依据的平台规则', 'platform rule'], 'table', { compulsory: false }),
  field('ends_on', ['措施终止日期', 'measure ends on'], 'table', { compulsory: false }),
];

const columns = ({ day }: PartSql): string => `m.measure_id AS subject, o.name AS operator,
    o.credit_code, m.reason AS breach, CAST(${day('m.found_at')} AS VARCHAR) AS found_on,
    m.kind AS measure, CAST(${day('m.decided_at')} AS VARCHAR) AS decided_on, r.title AS rule,
    CAST(${day('m.ends_at')} AS VARCHAR) AS ends_on`;

const joined = `FROM measure m
    LEFT JOIN operator o ON o.operator_id = m.operator_id
    LEFT JOIN rule_version r ON r.rule_version_id = m.rule_version_id`;

const undated = `SELECT m.measure_id AS subject, 'measure.decided_at' AS needs
    FROM measure m WHERE m.decided_at IS NULL AND m.found_at IS NULL`;

const breaches: ReportPart = {
  name: 'breaches',
  title: { zh: '违法信息及处置措施', en: 'breaches and measures' },
  fields: breachFields,
  // Measures of live selling have a report of their own; where nothing says, it is this one.
  sql: (context) => `SELECT ${columns(context)} ${joined}
    WHERE NOT coalesce(m.live, FALSE) AND ${known(context)}
      AND NOT ${told(context, 'm.reported_at')}`,
  subjects,
};

const liveBreaches: ReportPart = {
  name: 'live-measures',
  title: { zh: '直播主体处置措施', en: 'measures against those who sell live' },
  fields: [
    ...breachFields,
    field('samr', ['须报市场监管部门', 'owed to the market regulator'], 'table', { words: yesNo }),
    field('cac', ['须报网信部门', 'owed to the cyberspace administration'], 'table', {
      words: yesNo,
    }),
    field('provincial', ['须同时报省级部门', 'owed to the provincial ones too'], 'table', {
      words: yesNo,
    }),
  ],
  sql: (context) => {
    const [samr, cac] = ['m.reported_at', 'm.reported_cac_at'].map((one) => told(context, one));
    return `SELECT ${columns(context)},
      CASE WHEN ${samr} THEN 'no' ELSE 'yes' END AS samr,
      CASE WHEN ${cac} THEN 'no' ELSE 'yes' END AS cac,
      CASE WHEN m.kind IN ('closure', 'ban', 'blacklist') THEN 'yes'
        WHEN m.kind IS NOT NULL THEN 'no' END AS provincial
      ${joined} WHERE m.live AND ${known(context)} AND NOT (${samr} AND ${cac})`;
  },
  subjects,
};

const foodBreaches: ReportPart = {
  name: 'food-breaches',
  title: { zh: '入网食品经营者违法行为', en: 'breaches of food sellers' },
  fields: [
    ...breachFields,
    field('licence_no', ['食品经营许可证号', 'food licence'], 'table', { compulsory: false }),
    field('product', ['商品', 'product'], 'table'),
    field('category', ['类目', 'category'], 'table'),
  ],
  sql: (context) => `SELECT ${columns(context)},
      coalesce(l.licence_no, o.licence_no) AS licence_no, l.title AS product, l.category
    ${joined} JOIN listing l ON l.listing_id = m.listing_id
    WHERE regexp_matches(l.category, '${foodWords}') AND ${known(context)}
      AND NOT ${told(context, 'm.reported_at')}`,
  subjects,
};

const county = {
  zh: '住所地县级以上市场监督管理部门',
  en: "market regulator (county or above) of the platform's seat",
};

const inTime = { window: null, kept: 'cn.deadline.submission.kept' } as const;

/** Order 37 art. 29: breaches found, with what was done, in time. */
export const breachReport: OwedReport = {
  ...inTime,
  id: 'report.cn.order37.art29@v1',
  title: { zh: '平台内违法行为处置情况报告', en: 'breaches found and measures taken' },
  cites: [
    {
      law: {
        zh: '网络交易监督管理办法',
        en: 'Measures for the Supervision of Online Transactions (SAMR Order 37)',
      },
      article: 'art. 29',
    },
  ],
  recipient: county,
  in_force_from: '2021-05-01',
  parts: [breaches],
  unplaced: () => undated,
};

/** Order 117 art. 12: measures against those who sell live, to two authorities. */
export const liveBreachReport: OwedReport = {
  ...inTime,
  id: 'report.cn.order117.art12@v1',
  title: { zh: '直播主体处置情况报告', en: 'measures against those who sell live' },
  cites: [
    {
      law: {
        zh: '直播电商监督管理办法',
        en: 'Measures for the Supervision of Livestream E-commerce (SAMR and CAC Order 117)',
      },
      article: 'art. 12',
    },
  ],
  recipient: {
    zh: '住所地县级以上市场监督管理部门和网信部门；关闭账号、禁止重新注册、列入黑名单的，同时报省级部门',
    en:
      'market regulator and cyberspace administration (county or above) of the seat; of ' +
      'closures, bans and blacklistings the provincial ones at the same time',
  },
  in_force_from: '2026-02-01',
  parts: [liveBreaches],
  unplaced: () => `${undated}
    UNION SELECT m.measure_id, 'measure.live' FROM measure m WHERE m.live IS NULL`,
};

/** Food Safety Law art. 62: what a food seller did wrong, at once. */
export const foodBreachReport: OwedReport = {
  ...inTime,
  id: 'report.cn.fsl.art62@v1',
  title: { zh: '入网食品经营者违法行为报告', en: 'breaches of food sellers' },
  cites: [
    {
      law: { zh: '中华人民共和国食品安全法', en: 'Food Safety Law of the PRC' },
      article: 'art. 62',
    },
  ],
  recipient: {
    zh: '所在地县级食品安全监督管理部门',
    en: 'county food safety regulator of the place',
  },
  in_force_from: '2015-10-01',
  parts: [foodBreaches],
  unplaced: () => `${undated} AND m.listing_id IS NOT NULL
    UNION SELECT m.measure_id, 'listing.category'
    FROM measure m LEFT JOIN listing l ON l.listing_id = m.listing_id
    WHERE m.listing_id IS NOT NULL AND l.category IS NULL`,
};
