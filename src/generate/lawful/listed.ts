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

/** The whole of what may be found on a lawful platform: indications, never a breach. */
export const listedFindings: Readonly<Record<MarketName, readonly Listed[]>> = {
  cn: listedInChina,
  eu: [],
  us: [],
};

/** Provisions a lawful platform leaves undecided, beside those that list an indication. */
export const listedUndecided: readonly Listed[] = [];
