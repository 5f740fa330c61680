import { describeIssue } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import type { DrawCheck, DrawCheckName } from './verify-draw.ts';

export const draw_check_titles: Readonly<Record<DrawCheckName, Localised>> = {
  form: { en: 'A draw as it is published', zh: '格式与公布的抽取一致' },
  record: { en: 'The record has the digest beside it', zh: '公示信息与所附校验值一致' },
  lists: { en: 'Lists and counts are those committed', zh: '名单与数量和封存的一致' },
  seeds: {
    en: 'Every party showed the seed it committed to',
    zh: '各方公开的种子与封存的一致',
  },
  beacon: { en: 'A public source of chance as agreed', zh: '公共随机源与约定一致' },
  result: { en: 'Drawn again, the result is the same', zh: '重新抽取，结果相同' },
};

export const draw_untold: Localised = {
  en: 'not drawn again: what it would be drawn from does not hold',
  zh: '未重新抽取：所依据的内容不成立',
};

/** Why a check does not hold, one sentence a difference; empty where it does. */
export function drawCheckText({ state, issues }: DrawCheck, lang: keyof Localised): string {
  if (state === 'untold') return draw_untold[lang];
  return issues.map((one) => describeIssue(one)[lang]).join(lang === 'zh' ? '' : ' ');
}
