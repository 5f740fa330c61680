import { grouped } from '../../model/money-text.ts';
import { chinaTime } from '../names.ts';
import { memberRows } from './case-data.ts';
import type { Joining, PublishedCase } from './case-data.ts';
import { parentsByLevel, taperingLevels } from './shapes.ts';

const source = {
  en: 'Supreme People’s Procuratorate, 28 October 2024, as reported by the press',
  zh: '最高人民检察院2024年10月28日发布（据媒体报道）',
};

interface Scheme {
  readonly name: { readonly zh: string; readonly en: string };
  readonly members: number;
  readonly levels: number;
  readonly months: number;
  /** One in so many is generated unless told otherwise. */
  readonly share?: number;
}

/** Very deep structures, of which only size, levels and duration are published. */
function deepScheme({ name, members, levels, months, share = 1 }: Scheme): PublishedCase {
  const size = share === 1 ? '' : ` (1 in ${share})`;
  const accounts = grouped(members);
  const sizeZh = share === 1 ? '' : `（按1/${share}生成）`;
  return {
    doc: {
      en: `${name.en}: ${accounts} accounts in ${levels} levels within ${months} months${size}`,
      zh: `${name.zh}：${months}个月内${accounts}个账号、${levels}级${sizeZh}`,
    },
    source,
    published: { members, levels, months },
    currency: 'CNY',
    members: members / share,
    make(size, random) {
      const parent = parentsByLevel(taperingLevels(size, levels), random);
      const joining: Joining = { parent, from: chinaTime('2023-01-01'), days: months * 30 };
      return { member: memberRows(joining) };
    },
  };
}

export const pinpin = deepScheme({
  name: { zh: '拼拼有礼', en: 'a group-buying scheme' },
  members: 3_790_000,
  levels: 178,
  months: 4,
  share: 10,
});

export const xingzhongtian = deepScheme({
  name: { zh: '兴中天', en: 'an investment scheme' },
  members: 420_000,
  levels: 59,
  months: 5,
});

export const xiaoxiaole = deepScheme({
  name: { zh: '销销乐', en: 'a shopping-game scheme' },
  members: 90_000,
  levels: 245,
  months: 12,
});
