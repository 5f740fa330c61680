import type { Citation, ProvisionSeverity, Stage } from '../../src/model/provision.ts';
import type { ReportClassification, ReportProvision } from '../../src/model/report.ts';

type Row = readonly [
  id: string,
  stage: Stage,
  severity: ProvisionSeverity,
  zh: string,
  en: string,
  article: string,
];

/** Enough provisions for a report that looks like one; texts are the sample's own. */
const rows: readonly Row[] = [
  ['x.entry.licence', 'pre', 'high', '直销许可', 'Direct-selling licence', 'art. 7'],
  ['x.entry.shown', 'pre', 'medium', '首页公示营业执照', 'Licence on the shop page', 'art. 12'],
  ['x.entry.verify', 'pre', 'medium', '六个月核验登记', 'Re-verified in six months', 'art. 24'],
  ['x.entry.rules', 'pre', 'low', '规则修改提前公示', 'Notice of rule changes', 'art. 28'],
  ['x.pyramid.heads', 'in', 'high', '以发展人员数量计酬', 'Pay for recruiting', 'art. 7 (1)'],
  ['x.pyramid.fee', 'in', 'high', '缴纳费用取得加入资格', 'Fee for joining', 'art. 7 (2)'],
  ['x.pyramid.team', 'in', 'high', '团队计酬', "Pay on a downline's sales", 'art. 7 (3)'],
  ['x.criminal.line', 'in', 'high', '三十人且三级', 'Thirty people and three levels', 'art. 1'],
  ['x.price.struck', 'in', 'medium', '划线价无依据', 'Struck-through price', 'art. 16'],
  ['x.review.planted', 'in', 'medium', '虚构评价', 'Reviews by the shop itself', 'art. 9'],
  ['x.ads.label', 'in', 'low', '标明“广告”', 'Advertising is marked', 'art. 14'],
  ['x.live.seller', 'in', 'low', '展示实际销售者', 'The seller behind a stream', 'art. 18'],
  ['x.after.refund15', 'after', 'high', '七日无理由退款时限', 'Refund in time', 'art. 25'],
  ['x.after.excluded', 'after', 'medium', '不当排除无理由退货', 'Return excluded', 'art. 25'],
  ['x.after.answer', 'after', 'medium', '投诉答复时限', 'Answer to complaints', 'art. 46'],
  ['x.after.recall', 'after', 'low', '召回后停止销售', 'Sales end after a recall', 'art. 19'],
];

export function sampleProvisions(): ReportProvision[] {
  return rows.flatMap((row) => {
    const current = provisionOf(row, '2021-05-01', null);
    if (row[0] !== 'x.entry.rules') return [current];
    return [provisionOf(row, '2019-01-01', '2021-04-30'), current];
  });
}

function provisionOf([id, stage, severity, zh, en, article]: Row, from: string, to: string | null) {
  return {
    id,
    title: { zh, en },
    stage,
    status: 'tested',
    severity,
    finds: 'breach',
    duty_bearer: stage === 'pre' ? ['operator', 'platform'] : ['platform', 'promoter'],
    cites: citesOf(article, id === 'x.criminal.line' ? 'judicial_opinion' : 'departmental_rule'),
    in_force: { from, to },
    law: {
      zh: `${zh}：经营者、平台应当遵守这一要求。“以上”含本数，期限按日历日计算。`,
      en: `${en}: operators and platforms keep to this. Limits are inclusive, in calendar days.`,
    },
    reading: {
      zh: '逐条读取所提供的记录，满足条件的列出。数据中没有的情形无法看到；单次数据只说明采集时的状况。',
      en:
        'Reads each record supplied and lists those that meet the condition. What is not in the ' +
        'data cannot be seen; one data set speaks for its moment only.',
    },
    exceptions: [{ zh: '当事人已另行约定更有利期限的。', en: 'A better term was agreed.' }],
    false_positives: [
      { zh: '一人多号会使人数偏大。', en: 'Several accounts of one person inflate the count.' },
    ],
    remedy: {
      zh: '责令限期改正；逾期不改正的，可处一万元以上三万元以下罚款。',
      en: 'Correction in a set time; failing that, a fine of CNY 10,000 to 30,000.',
    },
    parameters: [
      { name: 'people', value: '30 person', cite: '2013 Opinions art. 1' },
      { name: 'share', value: '0.5', cite: 'ours' },
    ],
    sha256: [...id, ...from]
      .reduce((all, c) => all + c.charCodeAt(0).toString(16), '')
      .padEnd(64, 'a')
      .slice(0, 64),
  } satisfies ReportProvision;
}

function citesOf(article: string, rank: Citation['rank']): Citation[] {
  return [
    {
      law: {
        zh: '网络交易监督管理办法',
        en: 'Measures for the Supervision of Online Transactions (SAMR Order 37)',
      },
      article,
      rank,
      url: 'https://www.gov.cn/example',
      checked: '2026-11-23',
      confidence: 'verified',
    },
    {
      law: { zh: '中华人民共和国电子商务法', en: 'E-commerce Law of the PRC' },
      article: 'art. 15',
      rank: 'law',
      url: null,
      checked: '2026-11-23',
      confidence: 'verified_secondary',
    },
  ];
}

/** Two classifications: one that could tell of most rows, one that lacked its data. */
export function sampleClassifications(): ReportClassification[] {
  const one = provisionOf(rows[0]!, '2021-05-01', null);
  const common = { cites: one.cites, law: one.law, reading: one.reading, sha256: one.sha256 };
  return [
    {
      ...common,
      provision: 'x.class.platform',
      title: { zh: '网络交易平台经营者', en: 'Is a trading platform' },
      subject: 'platform',
      holds: 1,
      does_not_hold: 0,
      undecided: 2,
      needs: [],
    },
    {
      ...common,
      provision: 'x.class.exempt',
      title: { zh: '依法免于登记', en: 'Is exempt from registration' },
      subject: 'operator',
      holds: 0,
      does_not_hold: 0,
      undecided: 0,
      needs: ['operator.kind'],
    },
  ];
}
