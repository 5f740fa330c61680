import type { Localised } from './localised.ts';

export interface LinkKindShape {
  /** Points out of 100 that the shared value alone gives for "one person". */
  readonly weight: number;
  /** A value on more accounts than this is a shop, an office or a placeholder, not a person. */
  readonly accounts_max: number;
  readonly doc: Localised;
  readonly reason: Localised;
}

/**
 * What ties accounts to one person, strongest first, and how far each tie goes. The points and
 * limits are ours: no law states any. They are chosen so that an identity number decides alone, a
 * phone decides unless identity numbers contradict it, and weaker things decide in pairs only.
 */
export const linkKinds = {
  id_number: {
    weight: 100,
    accounts_max: 500,
    doc: { en: 'identity number', zh: '证件号' },
    reason: {
      en: 'issued to one person for life',
      zh: '一人一号，终身不变',
    },
  },
  phone: {
    weight: 90,
    accounts_max: 20,
    doc: { en: 'phone number', zh: '手机号' },
    reason: {
      en: 'registered under a real name to one subscriber, but numbers are lent and reissued',
      zh: '实名登记在一名机主名下，但可能出借或二次放号',
    },
  },
  person_key: {
    weight: 90,
    accounts_max: 20,
    doc: { en: 'pseudonym of phone or identity number', zh: '身份假名（手机号或证件号）' },
    reason: {
      en: 'a phone or an identity number; the data do not say which, so it counts as a phone',
      zh: '来自手机号或证件号，数据未说明是哪一种，按手机号计',
    },
  },
  payout: {
    weight: 50,
    accounts_max: 100,
    doc: { en: 'account paid out to', zh: '收款账户' },
    reason: {
      en: 'whoever owns it gets the money, but a family or an agent may collect for others',
      zh: '钱归账户所有人，但家人、代理人可能代收',
    },
  },
  device: {
    weight: 45,
    accounts_max: 10,
    doc: { en: 'device', zh: '设备' },
    reason: {
      en: 'used by one person at a time, but shared in families and resold',
      zh: '通常一人使用，但家庭共用、二手转卖常见',
    },
  },
  payment: {
    weight: 40,
    accounts_max: 20,
    doc: { en: 'account paid from', zh: '付款账户' },
    reason: {
      en: 'shows who put the money up, which others may do for a newcomer',
      zh: '说明由谁出资，但可能由他人代付',
    },
  },
  address: {
    weight: 35,
    accounts_max: 8,
    doc: { en: 'address', zh: '地址' },
    reason: {
      en: 'a household, a dormitory or a collection point holds several persons',
      zh: '一户、一间宿舍或一个代收点可有多人',
    },
  },
} as const satisfies Record<string, LinkKindShape>;

export type LinkKind = keyof typeof linkKinds;

/** Points from which accounts are one person. */
export const personWeightMin = 80;

/** Points from which an account tied to one above it in its own line is that one's shell. */
export const shellWeightMin = 40;

/** What became of a tie. */
export const linkStates = [
  'joins',
  'too_weak',
  'too_many_accounts',
  'identities_differ',
  'switched_off',
] as const;

export type LinkState = (typeof linkStates)[number];

/** Somebody's decision that a tie says nothing, with the reason; the count is made without it. */
export interface LinkCut {
  /** Kind or kinds of the tie, as person_link.kinds has them. */
  readonly kinds: string;
  readonly link_key: string;
  /** Only this account leaves the tie; null where the whole tie goes. */
  readonly member_id: string | null;
  readonly reason: string;
}
