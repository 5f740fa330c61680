import type { Party, Role } from '../../model/actor.ts';
import type { Localised } from '../../model/localised.ts';

/** Offices and firms of the demonstration; nobody of these names exists. */
export const tenants = {
  regulator: { en: 'Jiangcheng Market Supervision Bureau', zh: '江城区市场监督管理局' },
  association: { en: 'Jiangcheng Social Commerce Association', zh: '江城社交电商行业协会' },
  platform: { en: 'Chengguo Mall', zh: '橙果优选商城' },
  fair: { en: 'Yuncheng Live Fair', zh: '云橙直播集市' },
  operator: { en: 'Shanye Bath & Body', zh: '山野洗护用品店' },
} as const satisfies Readonly<Record<string, Localised>>;

export type TenantKey = keyof typeof tenants;

export const partyOf = (key: TenantKey): Exclude<Party, 'consumer'> =>
  key === 'fair' ? 'platform' : key;

/** The operator's account at the fair: of the generated ones, that of which most is found. */
export const operatorAccount = 'OP0';

/** Whose tenant a consumer is, who has none. */
export const publicTenant = 'public';

interface Person {
  readonly tenant: TenantKey | typeof publicTenant;
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly name: Localised;
}

/** People of the demonstration; two in every office that takes heavy steps. */
export const people = {
  li: {
    tenant: 'regulator',
    party: 'regulator',
    roles: ['handler', 'admin'],
    name: { en: 'Li Min', zh: '李敏' },
  },
  chen: {
    tenant: 'regulator',
    party: 'regulator',
    roles: ['approver', 'handler', 'auditor'],
    name: { en: 'Chen Guodong', zh: '陈国栋' },
  },
  zhao: {
    tenant: 'association',
    party: 'association',
    roles: ['handler', 'admin'],
    name: { en: 'Zhao Ting', zh: '赵婷' },
  },
  sun: {
    tenant: 'association',
    party: 'association',
    roles: ['approver', 'handler'],
    name: { en: 'Sun Wei', zh: '孙伟' },
  },
  wu: {
    tenant: 'platform',
    party: 'platform',
    roles: ['handler', 'admin'],
    name: { en: 'Wu Jia', zh: '吴佳' },
  },
  he: {
    tenant: 'platform',
    party: 'platform',
    roles: ['approver', 'handler'],
    name: { en: 'He Chuan', zh: '何川' },
  },
  zhou: {
    tenant: 'fair',
    party: 'platform',
    roles: ['handler', 'admin'],
    name: { en: 'Zhou Qi', zh: '周琪' },
  },
  qian: {
    tenant: 'operator',
    party: 'operator',
    roles: ['handler', 'admin'],
    name: { en: 'Qian Shan', zh: '钱珊' },
  },
  lin: {
    tenant: publicTenant,
    party: 'consumer',
    roles: [],
    name: { en: 'Ms Lin', zh: '林女士' },
  },
} as const satisfies Readonly<Record<string, Person>>;

export type PersonKey = keyof typeof people;

export const userId = (who: PersonKey): string => `demo-${who}`;

export const tenantId = (key: TenantKey | typeof publicTenant): string =>
  key === publicTenant ? key : `demo-${key}`;
