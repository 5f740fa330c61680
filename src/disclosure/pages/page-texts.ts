import type { Localised } from '../../model/localised.ts';
import type { PublicRecord } from '../publication/public-record.ts';

const say = (zh: string, en: string): Localised => ({ zh, en });

/** The public pages by address, in the order of the menu. */
export const pageTitles = {
  index: say('信息公示', 'Public records'),
  decisions: say('行政处罚决定', 'Decisions'),
  measures: say('平台处置措施', 'Platform measures'),
  recalls: say('产品召回', 'Recalls'),
  operators: say('查询经营者', 'Look up a firm'),
  draws: say('双随机抽查', 'Inspection draws'),
  files: say('数据与存证', 'Data and evidence'),
  complaints: say('怎样投诉举报', 'How to complain'),
} as const;
export type PageName = keyof typeof pageTitles;

export const pageLeads: Readonly<Record<PageName, Localised>> = {
  index: say(
    '任何人无需登录即可查阅本页及各栏目。自然人姓名已隐去，期满或者撤回的信息不再显示。',
    'Open to anybody, without an account. Names of natural persons are masked; what was ' +
      'withdrawn or has been on display for its term is no longer shown.',
  ),
  decisions: say(
    '处罚信息自公示之日起显示三年，轻微处罚显示三个月。',
    'A penalty is shown for three years from its publication, a minor one for three months.',
  ),
  measures: say(
    '平台对经营者采取的措施及其理由，显示至措施结束。',
    'What platforms did to operators under their rules, and why; shown until it ends.',
  ),
  recalls: say(
    '正在召回的产品。如已购买，请停止使用并按说明退回。',
    'Goods being called back. If you have one, stop using it and send it back as described.',
  ),
  operators: say(
    '请输入统一社会信用代码或者完整名称。不支持部分名称，也不能查询自然人。',
    'By unified social credit code or by the whole name. A part of a name finds nobody, and ' +
      'natural persons cannot be looked up.',
  ),
  draws: say(
    '检查谁、由谁检查，均由随机抽取产生。名单与种子先封存后公开，任何人都可以重算核对。',
    'Whom to inspect and who inspects is drawn by chance. Lists and seeds were committed before ' +
      'they were shown: anybody can draw again and compare.',
  ),
  files: say(
    '公示信息可以下载使用；存证日志可以独立核验。',
    'What is published, to download and use; and the evidence log, to verify by yourself.',
  ),
  complaints: say(
    '遇到消费纠纷可以投诉，发现违法行为可以举报，两者均不收费。',
    'A dispute about something you bought is a complaint; a breach of the law you saw is a ' +
      'report. Neither costs anything.',
  ),
};

export const pageWords = {
  site: say('社交电商监管信息公示', 'Supervision of social e-commerce: public records'),
  skip: say('跳到正文', 'Skip to content'),
  menu: say('栏目', 'Sections'),
  other: say('English', '中文'),
  none: say('目前没有可显示的信息。', 'There is nothing to show at present.'),
  month: say('上月新公示', 'Published last month'),
  shown: say('正在公示', 'On display now'),
  latest: say('最新公示', 'The newest'),
  publisher: say('公示机构', 'Published by'),
  number: say('文号', 'Number'),
  subject: say('当事人', 'Party'),
  code: say('统一社会信用代码', 'Credit code'),
  region: say('地区', 'Region'),
  category: say('事由', 'Concerns'),
  facts: say('事实', 'Facts'),
  outcome: say('处理结果', 'Outcome'),
  basis: say('依据', 'Basis'),
  decided: say('决定日期', 'Decided on'),
  published: say('公示日期', 'Published on'),
  until: say('公示至', 'Shown until'),
  open: say('结束时为止', 'until it ends'),
  correction: say('更正', 'Corrected'),
  machine: say('自动化', 'Automation'),
  redress: say('救济途径', 'Redress'),
  digest: say('SHA-256', 'SHA-256'),
  asked: say('信用代码或者完整名称', 'Credit code or whole name'),
  find: say('查询', 'Look up'),
  nobody: say(
    '没有找到。请核对代码，或者输入营业执照上的完整名称。',
    'Nothing found. Check the code, or give the whole name as on the licence.',
  ),
  licence: say('营业执照', 'Licence'),
  unknown: say('未登记', 'not on record'),
  integrity: say('诚信等级', 'Integrity class'),
  verify: say('在浏览器中重新抽取核对', 'Draw it again in the browser'),
  asJson: say('原始数据（JSON）', 'Raw data (JSON)'),
  foot: say(
    '本页不使用脚本，不收集访客信息。',
    'This page runs no script and collects nothing about visitors.',
  ),
} satisfies Record<string, Localised>;

export const machineWords = (
  reasons: NonNullable<PublicRecord['reasons']>,
): readonly Localised[] => [
  reasons.found_by_machine === true
    ? say('由程序发现', 'found by a machine')
    : say('由人发现', 'found by a person'),
  reasons.decided_by_machine === true
    ? say('由程序决定，可以要求人工判定', 'decided by a machine; a person can be asked for')
    : say('由人决定', 'decided by a person'),
];
