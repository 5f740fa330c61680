import type { Localised } from '../../model/localised.ts';
import type { Row } from '../lawful/row.ts';
import { DAY_S } from '../lawful/time.ts';
import { chinaTime } from '../names.ts';
import { entryFees, idOf, joinedAt, memberRows, paidOrder } from './case-data.ts';
import type { Joining, PublishedCase } from './case-data.ts';
import { parentsByLevel, taperingLevels } from './shapes.ts';

/** Members who earned from `low` to `high` in minor units, spread evenly; 0 for nothing. */
interface Band {
  readonly share: number;
  readonly low_minor: number;
  readonly high_minor: number;
}

interface Earnings {
  readonly doc: Localised;
  readonly source: Localised;
  readonly published: PublishedCase['published'];
  readonly members: number;
  readonly fee_minor: number;
  /** What everybody buys a month later, and again each month: so many times so much. */
  readonly purchases?: { readonly times: number; readonly minor: number };
  /** Share of every member's pay that is for recruiting. */
  readonly recruiting_share: number;
  /** Best paid first; whoever joined first earned most. */
  readonly bands: readonly Band[];
}

/** A population of whom only shares and pay bands are published. */
function earningsCase(earnings: Earnings): PublishedCase {
  const { doc, source, published, members, fee_minor, purchases } = earnings;
  return {
    doc,
    source,
    published,
    currency: 'USD',
    members,
    make(size, random) {
      const parent = parentsByLevel(taperingLevels(size, 9), random);
      const joining: Joining = { parent, from: chinaTime('2010-01-01'), days: 1_000 };
      return {
        member: memberRows(joining),
        fee: entryFees(joining, () => fee_minor),
        ...(purchases && { order: monthlyOrders(joining, purchases) }),
        commission: pay(joining, earnings),
      };
    },
  };
}

function* monthlyOrders(
  joining: Joining,
  { times, minor }: NonNullable<Earnings['purchases']>,
): Iterable<Row<'order'>> {
  for (const member of joining.parent.keys()) {
    for (let i = 1; i <= times; i++) {
      const paid_at = joinedAt(joining, member) + i * 30 * DAY_S;
      yield paidOrder(`O${idOf(member)}-${i}`, member, minor, paid_at);
    }
  }
}

function* pay(
  joining: Joining,
  { bands, recruiting_share }: Earnings,
): Iterable<Row<'commission'>> {
  const members = joining.parent.length;
  let first = 0;
  for (const { share, low_minor, high_minor } of bands) {
    const count = Math.round(members * share);
    const paid = high_minor > 0 ? count : 0;
    for (let i = 0; i < paid; i++) {
      const member = first + i;
      const earned = high_minor - Math.floor(((high_minor - low_minor) * i) / count);
      const recruiting = Math.round(earned * recruiting_share);
      yield entry(joining, member, 'recruit', recruiting);
      if (earned > recruiting) yield entry(joining, member, 'own_sale', earned - recruiting);
    }
    first += count;
  }
}

function entry(
  joining: Joining,
  member: number,
  kind: 'recruit' | 'own_sale',
  amount_minor: number,
): Row<'commission'> {
  const accrued_at = joinedAt(joining, member) + 60 * DAY_S;
  return {
    commission_id: `C${idOf(member)}-${kind}`,
    beneficiary_id: idOf(member),
    amount_minor,
    kind,
    level: 1,
    status: 'paid',
    accrued_at,
    paid_at: accrued_at + DAY_S,
  };
}

/**
 * Published as bounds: more than 98 % lost, at least 88 % did not earn the fee back. So 1.5 % earn
 * more than the fee and three months of products, a tenth more than the fee alone.
 */
export const fhtm = earningsCase({
  doc: {
    en: 'Fortune Hi-Tech Marketing: over 98 % lost, 81 % of pay for recruiting (1 in 100)',
    zh: 'FHTM：98%以上成员亏损、81%报酬来自拉人（按百分之一生成）',
  },
  source: { en: 'US Federal Trade Commission, May 2014', zh: '美国联邦贸易委员会，2014年5月' },
  published: {
    members: 350_000,
    entry_fee_minor: 24_900,
    lost_percent_min: 98,
    fee_not_recouped_percent_min: 88,
    recruiting_pay_percent_min: 81,
  },
  members: 3_500,
  fee_minor: 24_900,
  purchases: { times: 3, minor: 13_000 },
  recruiting_share: 0.82,
  bands: [
    { share: 0.015, low_minor: 70_000, high_minor: 900_000 },
    { share: 0.1, low_minor: 25_000, high_minor: 60_000 },
    { share: 0.3, low_minor: 1_000, high_minor: 20_000 },
    { share: 0.585, low_minor: 0, high_minor: 0 },
  ],
});

export const burnlounge = earningsCase({
  doc: {
    en: 'BurnLounge: 93.84 % of participants did not earn back what they paid',
    zh: 'BurnLounge：93.84%的参与者未收回所付款项',
  },
  source: {
    en: 'FTC v. BurnLounge, 9th Cir. 2014, and the Commission’s account of it',
    zh: 'FTC诉BurnLounge案（第九巡回上诉法院，2014）',
  },
  published: { lost_percent_hundredths: 9_384 },
  members: 10_000,
  fee_minor: 42_995,
  recruiting_share: 0.7,
  bands: [
    { share: 0.0616, low_minor: 43_000, high_minor: 700_000 },
    { share: 0.3384, low_minor: 100, high_minor: 40_000 },
    { share: 0.6, low_minor: 0, high_minor: 0 },
  ],
});

export const advocare = earningsCase({
  doc: {
    en: 'AdvoCare, 2016: 72 % earned nothing, 18 % up to 250 dollars, 6 % up to 1,000',
    zh: 'AdvoCare（2016年）：72%无收入，18%不超过250美元，6%不超过1,000美元',
  },
  source: { en: 'US Federal Trade Commission, October 2019', zh: '美国联邦贸易委员会，2019年10月' },
  published: { nil_percent: 72, to_250_percent: 18, to_1000_percent: 6 },
  members: 10_000,
  fee_minor: 5_900,
  recruiting_share: 0.6,
  bands: [
    { share: 0.04, low_minor: 100_100, high_minor: 900_000 },
    { share: 0.06, low_minor: 25_100, high_minor: 100_000 },
    { share: 0.18, low_minor: 1, high_minor: 25_000 },
    { share: 0.72, low_minor: 0, high_minor: 0 },
  ],
});
