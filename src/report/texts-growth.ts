import type { Localised } from '../model/localised.ts';

/** How the network came to be what it is; none of it is a finding. */
export const growthTexts = {
  no_moves: {
    en:
      'The data record no change of upline, so dates assume that everybody always had the ' +
      'present one.',
    zh: '数据中没有上级变更记录，各达标日期按现有推荐关系推算，视为推荐关系自始未变。',
  },
  moves: {
    en:
      '{movers} members changed their upline at least once. In the structures they moved in ' +
      '({members} members) dates follow the tree as it stood on each day: who moves takes along ' +
      'everybody below, who leaves takes them away.',
    zh:
      '{movers} 名会员至少变更过一次上级。其所涉网络（共 {members} 名会员）的达标日期按每日当时的推荐关系' +
      '计算：改绑时整条下线随之转入，转出时随之扣除。',
  },
  title: { en: 'Growth beside chance', zh: '增长形态与随机情形对照' },
  note: {
    en:
      'Beside the figures stands chance: what a network of the same size would look like if each ' +
      'newcomer had been recruited by any earlier member with the same chance, with three ' +
      'standard deviations either side. This describes how the network grew; it decides ' +
      'nothing, and lawful networks too differ from chance.',
    zh:
      '以下数值均与随机情形对照：假定规模相同、每名新会员由任一在先会员以同等机会发展，' +
      '并给出均值上下各三个标准差的范围。此处仅描述增长形态，不作任何认定；合法网络同样会偏离随机情形。',
  },
  dots: {
    en: 'Dots: the data, in another colour where outside the band. Bands: chance.',
    zh: '圆点为数据所示，落在色带之外的以异色标出；色带为随机情形的范围。',
  },
  leaf_share: { en: 'Members who recruited nobody', zh: '未发展下线的会员占比' },
  mean_level: { en: 'Mean level', zh: '平均所处层级' },
  deepest: { en: 'Deepest level (new ones marked)', zh: '最深层级（标出当月新增）' },
  deepest_short: { en: 'Deepest level', zh: '最深层级' },
  panel_description: {
    en: 'Months {first} to {last}; at the end {seen}, by chance {expected}.',
    zh: '{first} 至 {last} 各月；期末为 {seen}，随机情形为 {expected}。',
  },
  deepest_description: {
    en: 'At the end of {last} the deepest level was {levels}.',
    zh: '{last} 月末最深为第 {levels} 层。',
  },
  state: {
    en: 'At the end of {month}: {members} members on {levels} levels.',
    zh: '{month} 月末：会员 {members} 名，共 {levels} 层。',
  },
  quickest: {
    en: 'The network deepened most in {month}: {levels} new levels.',
    zh: '{month} 层级加深最快，当月新增 {levels} 层。',
  },
  changed: {
    en: 'Some were tied or moved after joining: every month shows the network as it then stood.',
    zh: '部分会员在加入后才绑定或变更上级，各月均按当月月末的推荐关系计算。',
  },
  undated: {
    en: '{members} members without a date of joining are left out.',
    zh: '{members} 名会员加入日期不明，未计入。',
  },
  small: {
    en: 'With fewer than 30 recruited members this says nothing.',
    zh: '被发展的会员不足 30 名，无从比较。',
  },
  month: { en: 'Month', zh: '月份' },
  joined: { en: 'Joined', zh: '新加入' },
  members: { en: 'Members', zh: '累计会员' },
  by_chance: { en: 'By chance', zh: '随机情形' },
  leaves: {
    sentence: {
      en: '{seen} have recruited nobody; by chance {expected} ({low}–{high}).',
      zh: '未发展下线者占 {seen}，随机情形为 {expected}（{low}–{high}）。',
    },
    above: {
      en: 'More than chance gives: fewer members do the recruiting.',
      zh: '高于随机情形：发展行为集中于较少会员。',
    },
    within: { en: 'As chance gives.', zh: '与随机情形相符。' },
    below: {
      en: 'Less than chance gives: more members have recruited somebody.',
      zh: '低于随机情形：有较多会员发展了下线。',
    },
  },
  depth: {
    sentence: {
      en: 'The mean level is {seen}; by chance {expected} ({low}–{high}).',
      zh: '平均处于第 {seen} 层，随机情形为 {expected}（{low}–{high}）。',
    },
    above: { en: 'Deeper than chance gives.', zh: '深于随机情形。' },
    within: { en: 'As chance gives.', zh: '与随机情形相符。' },
    below: { en: 'Flatter than chance gives.', zh: '浅于随机情形。' },
  },
} as const satisfies Record<string, Localised | Record<string, Localised>>;
