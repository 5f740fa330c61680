import { words } from './words.ts';

/** Whether everybody sees a firm's integrity class, and what that means. */
export const shownIntegrityWords = words({
  zh: {
    title: '向公众显示等级',
    lead: '任何人凭信用代码或者企业全称查询，都能看到本企业的名称、证照、公示期内的处罚决定、正在执行的措施和召回。诚信等级只在您同意后才显示。',
    what: '显示的只有一个等级，即各平台已确认的账号中最低的一个；不显示分数、评价项目、账号和平台。任一账号的等级无法判断时，不显示等级。同意可以随时撤回，撤回后不再显示。',
    hidden: '不显示',
    shown: '显示：{class} 级',
    agreed: '已同意，等级无法判断，暂不显示',
    not_found: '本企业没有登记信用代码，公众查不到本企业。请由运行本系统的机构补充。',
    agree: '同意显示',
    take_back: '撤回同意',
    agree_told: '同意后，查询本企业的任何人都能看到等级：{class}。',
    agree_told_none: '等级目前无法判断；同意后，一旦能够判断即向公众显示。',
    take_back_told: '撤回后，公众查询时不再显示等级。以前看到的人可能仍记得它。',
    by_admin: '由本企业的管理员决定。',
  },
  en: {
    title: 'Shown to everybody',
    lead:
      'Whoever looks your firm up by its credit code or whole name sees its name, licence, ' +
      'decisions on display, measures in force and recalls. The integrity class is shown only ' +
      'once you agree.',
    what:
      'What is shown is one class, the lowest of the accounts that platforms confirmed to be ' +
      'yours; no points, no parts, no accounts, no platforms. Where the class of any cannot be ' +
      'told, none is shown. You can take it back at any time, and then it is shown no longer.',
    hidden: 'Not shown',
    shown: 'Shown: class {class}',
    agreed: 'Agreed; the class cannot be told, so none is shown',
    not_found:
      'Your firm is registered without a credit code, so nobody finds it. Whoever runs this ' +
      'installation can add it.',
    agree: 'Agree',
    take_back: 'Take it back',
    agree_told: 'Once you agree, whoever looks your firm up sees its class: {class}.',
    agree_told_none: 'The class cannot be told now; once it can be, everybody sees it.',
    take_back_told:
      'Whoever looks your firm up no longer sees its class. Who saw it before may remember it.',
    by_admin: 'An administrator of your firm decides.',
  },
});
