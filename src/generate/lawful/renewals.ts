import { memberAt } from './members.ts';
import type { Row } from './row.ts';
import { DAY_S, HOUR_S } from './time.ts';
import type { World } from './world.ts';

const MONTH_S = 30 * DAY_S;
const CHARGE_MINOR = 1_500;
const CHARGES = 12;

interface Charge {
  readonly id: string;
  readonly member: string;
  readonly agreed: number;
  readonly charged: number;
  readonly last: boolean;
}

/** One customer in fifty has a card renewed by the month, which ends when asked. */
function* chargesOf(world: World): Iterable<Charge> {
  for (let i = 40; i < world.members; i += 50) {
    const { id, joined } = memberAt(world, i);
    const agreed = Math.max(joined, world.from) + 3 * DAY_S;
    for (let n = 1; n <= CHARGES; n++) {
      const charged = agreed + n * MONTH_S;
      if (charged > world.until) break;
      yield { id: `RN${i}-${n}`, member: id, agreed, charged, last: n === CHARGES };
    }
  }
}

/** Reminded six days ahead: the old text asked for five, the new one for a reminder before. */
export function* renewalRows(world: World): Iterable<Row<'renewal'>> {
  for (const { id, member, agreed, charged, last } of chargesOf(world)) {
    const asked = last && charged + DAY_S <= world.until ? charged + HOUR_S : null;
    yield {
      renewal_id: id,
      member_id: member,
      operator_id: 'OP0',
      agreed_at: agreed,
      preselected: false,
      terms_shown: true,
      reminded: true,
      reminded_at: charged - 6 * DAY_S,
      charged_at: charged,
      amount_minor: CHARGE_MINOR,
      cancel_asked_at: asked,
      cancelled_at: asked === null ? null : asked + HOUR_S / 2,
      cancel_easy: true,
    };
  }
}

/** What customers pay beside goods: the card, and money they keep on account to shop with. */
export function* feeRows(world: World): Iterable<Row<'fee'>> {
  for (const { id, member, charged } of chargesOf(world)) {
    yield {
      fee_id: `F-${id}`,
      member_id: member,
      kind: 'renewal',
      amount_minor: CHARGE_MINOR,
      paid_at: charged,
      refunded_minor: 0,
      tier: null,
      order_id: null,
    };
  }
  for (let i = 60; i < world.members; i += 200) {
    const { id, joined } = memberAt(world, i);
    const paid_at = Math.max(joined, world.from) + DAY_S;
    if (paid_at > world.until) continue;
    yield {
      fee_id: `F-RC${i}`,
      member_id: id,
      kind: 'recharge',
      amount_minor: 10_000,
      paid_at,
      refunded_minor: 0,
      tier: null,
      order_id: null,
    };
  }
}
