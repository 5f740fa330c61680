import type { Localised } from '../../model/localised.ts';

/** What came of each of the known plans, or of the one it resembles, as its file's head says. */
export const knownOutcomes: Readonly<Record<string, Localised>> = {
  baoyue: {
    en: 'Banan, Chongqing, 2022: two levels, four sales; found to be team pay, fined CNY 5,000.',
    zh: '重庆巴南，2022年：两级经销、四笔销售，认定为团队计酬，罚款5,000元。',
  },
  'forsage-matrix': {
    en: 'SEC v. Okhotnikov et al., 2022: complaint filed; nothing is sold, places are bought.',
    zh: '美国证券交易委员会诉奥霍特尼科夫等（2022年）：已起诉；没有商品，只买位置。',
  },
  'herbalife-like': {
    en: 'In the manner of Herbalife as the order of 2016 left it: allowed to go on, changed.',
    zh: '仿康宝莱2016年和解令之后的方案：改正后准予继续经营。',
  },
  'huasheng-2017': {
    en: 'Guangzhou, 2019: 51 levels, more than 21 million members; found to be pyramid selling.',
    zh: '广州，2019年：51个层级、会员逾2,100万，认定为传销。',
  },
  'huasheng-2018': {
    en: 'The same mall as changed: no fee, one level.',
    zh: '同一平台整改后：取消费用，只保留一层。',
  },
  jicunxi: {
    en: 'Pingdingshan, 2020: five prices of entry, CNY 57,345,400 taken; penalised.',
    zh: '平顶山，2020年：五档加入价，收款57,345,400元，已处罚。',
  },
  'neora-like': {
    en: 'In the manner of Neora: FTC v. Neora, 2023, found for the defendant.',
    zh: '仿Neora方案：联邦贸易委员会诉Neora（2023年），判被告胜诉。',
  },
  'one-level-affiliate': {
    en: 'An invention: one level, on sales to outsiders. No case.',
    zh: '虚构方案：一级，只按对外销售计酬。无案例。',
  },
  'two-level-affiliate': {
    en: 'An invention: two levels as mall software has them by default. No case.',
    zh: '虚构方案：商城软件默认的两级分销。无案例。',
  },
  'yuhang-app': {
    en: 'Yuhang, 2018: 114,959 members, CNY 57,522,228.70 taken; CNY 3,912,928.73 in penalties.',
    zh: '杭州余杭，2018年：会员114,959人，收款57,522,228.70元，罚没3,912,928.73元。',
  },
  'yunzai-zhijian': {
    en: 'Xianning, 2016: 2.6 million payers; CNY 39,500,040.10 confiscated, 1.5 million fined.',
    zh: '咸宁，2016年：260万人付款；没收39,500,040.10元，罚款150万元。',
  },
};
