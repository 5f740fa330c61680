import type { Row } from '../lawful/row.ts';
import { DAY_S } from '../lawful/time.ts';
import { chinaTime } from '../names.ts';
import { entryFees, idOf, joinedAt, memberRows } from './case-data.ts';
import type { Joining, PublishedCase } from './case-data.ts';
import { fullTreeParents } from './shapes.ts';

const ENTRY_MINOR = 1_000;
const MONTHLY_MINOR = 4_300;

/** Lottery pools with recruitment: eight levels of threes, 9,841 combinations = (3^9 - 1) / 2. */
export const lucky4all: PublishedCase = {
  doc: {
    en: 'lottery pools with recruitment: a full tree of threes, 9,841 places on nine levels',
    zh: '彩票合买加拉人：满三叉树，九层共9,841个位置',
  },
  source: {
    en: 'Court of Justice of the EU, C-667/15 Loterie Nationale, 15 December 2016',
    zh: '欧盟法院 C-667/15 案，2016年12月15日',
  },
  published: { members: 9_841, levels: 9, entry_fee_minor: ENTRY_MINOR, monthly_fee_minor: 4_300 },
  currency: 'EUR',
  members: 9_841,
  make() {
    const parent = fullTreeParents(3, 9);
    const joining: Joining = { parent, from: chinaTime('2012-01-01'), days: 300 };
    return { member: memberRows(joining), fee: fees(joining) };
  },
};

function* fees(joining: Joining): Iterable<Row<'fee'>> {
  yield* entryFees(joining, () => ENTRY_MINOR);
  for (const member of joining.parent.keys()) {
    yield {
      fee_id: `M${idOf(member)}`,
      member_id: idOf(member),
      kind: 'renewal',
      amount_minor: MONTHLY_MINOR,
      paid_at: joinedAt(joining, member) + 30 * DAY_S,
      refunded_minor: 0,
    };
  }
}
