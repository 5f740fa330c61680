import type { Localised } from '../model/localised.ts';

type Words = Readonly<Record<string, Localised>>;

/** What a flag is called in the file. */
export const yesNo: Words = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } };

/** E-commerce Law art. 10 as the self-declaration states it. */
export const exemptKinds: Words = {
  farm_produce: { zh: '个人销售自产农副产品', en: 'own farm produce' },
  handicraft: { zh: '个人销售家庭手工业产品', en: 'household handicrafts' },
  convenience_labour: { zh: '个人从事便民劳务活动', en: 'convenience labour' },
  small_amount: { zh: '零星小额交易活动', en: 'trade in small amounts' },
  other: { zh: '其他', en: 'other' },
};

export const measureKinds: Words = {
  warning: { zh: '警示', en: 'warning' },
  removal: { zh: '下架或者删除', en: 'removal' },
  suspension: { zh: '暂停服务', en: 'suspension' },
  closure: { zh: '关闭账号或者店铺', en: 'closure' },
  ban: { zh: '禁止重新注册', en: 'ban from registering again' },
  blacklist: { zh: '列入黑名单', en: 'blacklisting' },
  none: { zh: '未采取措施', en: 'no measure' },
  other: { zh: '其他', en: 'other' },
};
