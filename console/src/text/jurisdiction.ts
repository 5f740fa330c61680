import { words } from './words.ts';

/** Whose law an organisation's matters go by. */
export const jurisdictionWords = words({
  zh: {
    jurisdiction: '法域',
    hint: '事项时限和工作日以其开始之日的法域标准包为准。',
    change_lead: '自指定日期起适用；此前开始的事项不变。法域变更最早自次日起。',
    change_from: '自何日起适用',
    change_licence: '证照编号（公众可见，可不填）',
    change_page: '证照公示页面（可不填）',
    change_reason: '事由',
    change_do: '登记更正',
    changes: '更正记录',
    changes_none: '没有更正记录。',
    change_line: '自 {day} 起：{law}，证照编号：{licence}',
    change_no_licence: '无',
  },
  en: {
    jurisdiction: 'Jurisdiction',
    hint: 'Deadlines and working days of a matter come from the law of the day it began.',
    change_lead: 'Holds from that day; matters begun before stay. Another law: from tomorrow on.',
    change_from: 'From which day',
    change_licence: 'Number of the licence (everybody sees it; may be left out)',
    change_page: 'Page that shows the licence (may be left out)',
    change_reason: 'Why',
    change_do: 'Put down the change',
    changes: 'Changes so far',
    changes_none: 'Nothing was changed.',
    change_line: 'From {day} on: {law}; licence: {licence}',
    change_no_licence: 'none',
  },
});
