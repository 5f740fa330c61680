import type { Localised } from '../model/localised.ts';

/** People and levels under several ways of counting; part of `texts`. */
export const countTexts = {
  counts: { en: 'Ways of counting', zh: '计数口径' },
  counts_note: {
    en:
      'What counts as one person and as one level is argued about in court. Each way of counting ' +
      'has a name here; all include the member itself and its own level (2013 opinions, art. 7).',
    zh:
      '何为一人、何为一级，是庭审中的争议点。以下各口径分别命名，均包括本人及其本层' +
      '（2013年意见第七条）。',
  },
  counts_profile: { en: 'Way of counting', zh: '口径' },
  counts_not_counted: { en: 'not counted: {need}', zh: '未计：缺少{need}' },
  counts_lines: { en: 'Members who reach a line', zh: '达到标准的会员数' },
  counts_line: { en: 'Line', zh: '标准' },
  counts_line_name: { en: '{people} people, {levels} levels', zh: '{people}人且{levels}级' },
  counts_every: { en: 'whatever the count', zh: '全部口径均达到' },
  counts_some: { en: 'under some counts only', zh: '仅部分口径达到' },
  counts_flips: {
    en: 'Candidates whose line depends on the way of counting',
    zh: '结论随口径翻转的候选',
  },
  counts_flips_none: {
    en: 'No candidate is one under some ways of counting and none under others.',
    zh: '没有候选因口径不同而结论翻转。',
  },
  counts_flips_more: {
    en: '{shown} of {all} listed members are shown; counts.csv has every member with recruits.',
    zh: '列出的 {all} 名中显示 {shown} 名；全部有下线的会员见 counts.csv。',
  },
  counts_flip: { en: 'What flips', zh: '翻转情况' },
  counts_flip_sentence: {
    en: '{people} people, {levels} levels: met by {met}; not met by {not_met}; flips',
    zh: '{people}人{levels}级：{met}达到；{not_met}未达到，翻转',
  },
  counts_flip_one: { en: '{profile} ({n} in {m})', zh: '{profile}{n}人{m}级' },
  counts_of_finding: {
    en: 'The line is reached under some ways of counting only: {flips}.',
    zh: '是否达到标准取决于计数口径：{flips}。',
  },
  counts_range: { en: 'People, least to most', zh: '人数区间' },
  counts_range_levels: { en: 'Levels, least to most', zh: '层级数区间' },
  cuts: { en: 'Ties cut by decision', zh: '经决定不采用的关联' },
  cuts_note: {
    en:
      'Somebody decided that these ties between accounts say nothing of persons; the decisions ' +
      'come from a file of their own (SHA-256 {sha256}). Every count of persons in this report ' +
      'is made without these ties.',
    zh:
      '以下账号之间的关联经人决定不用于认定同一人，决定由单独的文件提供（SHA-256 {sha256}）。' +
      '本报告中按自然人的计数均不采用这些关联。',
  },
  cuts_kinds: { en: 'Shared', zh: '共用信息' },
  cuts_of: { en: 'What was cut', zh: '不采用的内容' },
  cuts_of_accounts: {
    en: '{account} leaves what it shares with {other}',
    zh: '{account} 不再计入其与 {other} 共用的信息',
  },
  cuts_of_value: { en: 'the value {key} ties nobody', zh: '信息 {key} 不用于关联任何账号' },
  cuts_of_one: {
    en: 'the value {key} does not tie {account}',
    zh: '信息 {key} 不用于关联 {account}',
  },
  cuts_decided: { en: 'Decided on', zh: '决定日期' },
  cuts_values: { en: 'Values concerned', zh: '涉及信息条数' },
} as const satisfies Record<string, Localised>;
