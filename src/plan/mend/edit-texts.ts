import type { Localised } from '../../model/localised.ts';
import type { EditName } from './edits.ts';

/** What each change does, for people. */
export const editTexts: Readonly<Record<EditName, Localised>> = {
  retail_only: {
    en: 'Pay sales commission on purchases by outsiders only.',
    zh: '销售佣金只按外部顾客的购买计算。',
  },
  limit_30: {
    en: 'Pay nobody more in a month than 30 % of its own sales to customers.',
    zh: '每月报酬不超过本人对顾客销售收入的30%。',
  },
  refund_fee: {
    en: 'Give fees back whole to whoever leaves, whenever.',
    zh: '费用可随时全额退还。',
  },
  pay_from_sales: {
    en: 'Pay from sales to outsiders what is paid for heads and fees.',
    zh: '把按人头、按费用计酬改为按对外销售计酬。',
  },
  depth_2: { en: 'Pay two levels at most.', zh: '最多计酬两层。' },
  depth_1: { en: 'Pay one level only.', zh: '只计酬一层。' },
  drop_fee: {
    en: 'Ask neither fee nor purchase for a rank: who applies has it.',
    zh: '取得等级不收费、不要求购货，申请即可。',
  },
};
