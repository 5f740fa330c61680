import type { Localised } from '../../../model/localised.ts';
import type { nextKinds } from '../../contract/overview.ts';

export type NextKind = (typeof nextKinds)[number];

/** What is to be done, without its number. */
export const nextTexts: Readonly<Record<NextKind, Localised>> = {
  overdue: { zh: '办理已超期的事项', en: 'Deal with what is overdue' },
  due_soon: { zh: '办理三日内到期的事项', en: 'Deal with what is due within three days' },
  unassigned: { zh: '分派尚无承办人的事项', en: 'Assign matters that nobody handles' },
  affiliations: { zh: '确认或拒绝机构关系', en: 'Confirm or refuse affiliations' },
  alerts: { zh: '查看未解除的预警', en: 'Look at alerts that stand' },
  new_breaches: { zh: '核查新出现的不符合项', en: 'Look into breaches that are new' },
  breaches: { zh: '处理不符合条款的发现', en: 'Act on breaches found' },
  lines: { zh: '研判达到的刑事立案标准线', en: 'Weigh criminal lines that are reached' },
  indications: { zh: '由人工判断迹象', en: 'Judge indications' },
  cannot_tell: {
    zh: '补充数据，以便判断尚无法判断的条款',
    en: 'Supply data for provisions that cannot be told',
  },
  first_inspection: { zh: '进行第一次检查', en: 'Make the first inspection' },
};

/** The same for whoever complained: it is the office that has to act. */
export const consumerTexts = {
  overdue: { zh: '查看办理机关已超期的事项', en: 'See what the office is late with' },
  due_soon: {
    zh: '查看办理机关三日内应办结的步骤',
    en: 'See what the office owes within three days',
  },
} as const satisfies Partial<Record<NextKind, Localised>>;
