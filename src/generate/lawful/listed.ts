import type { MarketName } from './markets/market.ts';

/** What a provision lists as an indication, or cannot decide, though the law is kept; and why. */
export interface Listed {
  readonly provision: string;
  /** The row it is about, or 'data_set'; for what cannot be told, the need. */
  readonly what: string;
  readonly reason: string;
}

/** Indications that pack cn gives of the lawful platform of China. */
const listedInChina: readonly Listed[] = [
  {
    provision: 'cn.pyramid.art7p3.two-levels',
    what: 'data_set',
    reason:
      'the plan pays two levels out of real sales; the provision lists any such plan, lowest, as ' +
      'an indication and says itself that two levels alone establish nothing',
  },
  {
    provision: 'cn.directselling.licence',
    what: 'PF1',
    reason:
      'the platform states that it has no direct-selling licence and pays recruiters; whether ' +
      'referral online is direct selling is contested, and the provision is a hint',
  },
];

/** Indications that pack us gives of the lawful platform of the United States. */
const listedInAmerica: readonly Listed[] = [
  {
    provision: 'us.order.vemma',
    what: 'data_set',
    reason:
      'promoters buy for themselves, in some months more than they sell to others; the order ' +
      'binds its party alone, and the provision is a yardstick of low weight',
  },
  {
    provision: 'us.order.herbalife.rewards',
    what: 'data_set',
    reason:
      'some leaders earn in some months on what their promoters buy for themselves; the order ' +
      'binds its party alone, and the provision is a yardstick of low weight',
  },
  {
    provision: 'us.amway.customers',
    what: 'data_set',
    reason:
      'leaders earn on the sales of their promoters without ten customers of their own; a ' +
      'safeguard of one company, no duty, and the provision says so',
  },
];

/** The whole of what may be found on a lawful platform: indications, never a breach. */
export const listedFindings: Readonly<Record<MarketName, readonly Listed[]>> = {
  cn: listedInChina,
  eu: [],
  in: [],
  us: listedInAmerica,
};

/** Provisions a lawful platform leaves undecided, beside those that list an indication. */
export const listedUndecided: readonly Listed[] = [];
