import { words } from './words.ts';

/** What everybody may look a firm up by. */
export const licenceWords = words({
  zh: {
    code: '统一社会信用代码（选填）',
    code_hint: '填写后，公众可以凭代码或者全称查到该企业。',
    number: '证照编号（选填）',
    page: '证照公示页面（选填）',
    page_hint: '可不填；须为以加密方式访问的网页地址。',
  },
  en: {
    code: 'Credit code',
    code_hint: 'May be left out. By it, or by the whole name, everybody may look the firm up.',
    number: 'Number of the licence',
    page: 'Page that shows the licence',
    page_hint: 'Beginning with https://; both may be left out.',
  },
});
