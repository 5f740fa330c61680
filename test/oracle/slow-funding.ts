/**
 * A second, slow tracer of commissions that shares nothing with src/funding: plain objects, one
 * commission at a time, following the sentences of docs/reference/funding.md rather than the SQL.
 */
type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface SlowLedger {
  readonly member: readonly Row[];
  readonly fee: readonly Row[];
  readonly order: readonly Row[];
  readonly plan: readonly Row[];
  readonly commission: readonly Row[];
  readonly withdrawal: readonly Row[];
}

export interface SlowPart {
  readonly commission_id: string;
  readonly part: number;
  readonly funding: string;
  readonly counts_as: string;
  readonly reason: string;
  readonly amount_minor: number;
  readonly source_id: string | null;
}

interface Payment {
  readonly id: string;
  readonly kept: number | null;
  readonly funding: string;
  readonly reason: string;
}

const WEEK = 7 * 86_400_000;

const time = (value: Row[string] | undefined): number | null =>
  typeof value === 'string' ? Date.parse(value) : null;
const number = (value: Row[string] | undefined): number => (typeof value === 'number' ? value : 0);

export function keptOfFee(fee: Row): number {
  return Math.max(0, number(fee['amount_minor']) - number(fee['refunded_minor']));
}

export function keptOfOrder(order: Row): number {
  if (order['paid'] === false) return 0;
  return Math.max(0, number(order['paid_minor']) - number(order['refunded_minor']));
}

export function fundingOfFee(fee: Row): string {
  switch (fee['kind']) {
    case 'entry':
    case 'renewal':
    case 'deposit':
      return 'entry_fee';
    case 'purchase_to_join':
    case 'upgrade':
      return fee['order_id'] == null ? 'entry_fee' : 'qualifying_purchase';
    default:
      return 'unknown';
  }
}

export class SlowFunding {
  readonly #ledger: SlowLedger;
  readonly #fees: readonly Row[];

  constructor(ledger: SlowLedger) {
    this.#ledger = ledger;
    this.#fees = ledger.fee.filter((fee) => fee['paid_at'] != null);
  }

  parts(): SlowPart[] {
    const standing = this.#ledger.commission.filter((one) => one['status'] !== 'reversed');
    const traced = standing.map((one) => ({ one, payment: this.#paymentOf(one) }));
    const out: SlowPart[] = [];
    for (const { one, payment } of traced) {
      const amount = number(one['amount_minor']);
      const subsidy =
        payment.id === '' || payment.kept === null
          ? 0
          : amount - this.#covered(one, payment, traced);
      const byHead = one['kind'] === 'recruit' || one['kind'] === 'entry_fee';
      const joining = ['entry_fee', 'qualifying_purchase'].includes(payment.funding) || byHead;
      const push = (part: number, funding: string, reason: string, amount_minor: number): void => {
        const plain = { own_use: 'own_use', outside_retail: 'retail' }[funding] ?? 'open';
        out.push({
          commission_id: String(one['commission_id']),
          part,
          funding,
          counts_as: joining ? 'recruitment' : plain,
          reason,
          amount_minor,
          source_id: payment.id === '' ? null : payment.id,
        });
      };
      const rest = amount - subsidy;
      if (rest !== 0 || amount === 0) push(1, payment.funding, payment.reason, rest);
      if (subsidy !== 0) push(rest === 0 ? 1 : 2, 'subsidy', 'exceeds_source', subsidy);
    }
    return out.toSorted((a, b) =>
      a.commission_id === b.commission_id
        ? a.part - b.part
        : a.commission_id < b.commission_id
          ? -1
          : 1,
    );
  }

  /** Entries of one payment, largest first: each gets what the rounded running sum grows by. */
  #covered(
    one: Row,
    { id, kept }: Payment,
    traced: readonly { readonly one: Row; readonly payment: Payment }[],
  ): number {
    const mine = traced
      .filter(({ payment }) => payment.id === id)
      .map((each) => each.one)
      .toSorted(
        (a, b) =>
          number(b['amount_minor']) - number(a['amount_minor']) ||
          (String(a['commission_id']) < String(b['commission_id']) ? -1 : 1),
      );
    const all = mine.reduce((sum, each) => sum + number(each['amount_minor']), 0);
    if (all <= kept!) return number(one['amount_minor']);
    let before = 0;
    for (const each of mine) {
      const upto = before + number(each['amount_minor']);
      if (each === one) {
        return Math.floor((upto * kept!) / all) - Math.floor((before * kept!) / all);
      }
      before = upto;
    }
    throw new Error('not among its own');
  }

  #paymentOf(one: Row): Payment {
    const nothing = (funding: string, reason: string): Payment => ({
      id: '',
      kept: null,
      funding,
      reason,
    });
    if (one['order_id'] != null) {
      const id = String(one['order_id']);
      const order = this.#ledger.order.find((each) => each['order_id'] === id);
      const fee = this.#feeOfOrder(id);
      if (order) {
        const { funding, reason } = this.judgeOrder(order);
        return {
          id: fee ? String(fee['fee_id']) : id,
          kept: fee ? keptOfFee(fee) : keptOfOrder(order),
          funding,
          reason,
        };
      }
      if (!fee) return nothing('unknown', 'order_not_supplied');
      return { id: String(fee['fee_id']), kept: keptOfFee(fee), ...judgedFee(fee) };
    }
    const byHead = one['kind'] === 'recruit' || one['kind'] === 'entry_fee';
    if (!byHead || one['source_member_id'] == null) return nothing('unknown', 'source_not_named');
    const fee = this.#feeOfRecruit(String(one['source_member_id']), time(one['accrued_at']));
    if (!fee) return nothing('subsidy', 'paid_by_head_without_fee');
    return {
      id: String(fee['fee_id']),
      kept: keptOfFee(fee),
      funding: fundingOfFee(fee),
      reason: 'fee_for_joining',
    };
  }

  #feeOfOrder(order_id: string): Row | undefined {
    return this.#fees
      .filter((fee) => fee['order_id'] === order_id)
      .toSorted((a, b) => (String(a['fee_id']) < String(b['fee_id']) ? -1 : 1))[0];
  }

  /** The last paid up to the day it was earned, else the first after; undated, the first. */
  #feeOfRecruit(member: string, accrued: number | null): Row | undefined {
    const own = this.#fees
      .filter((fee) => fee['member_id'] === member && fundingOfFee(fee) !== 'unknown')
      .toSorted(
        (a, b) =>
          time(a['paid_at'])! - time(b['paid_at'])! ||
          (String(a['fee_id']) < String(b['fee_id']) ? -1 : 1),
      );
    if (accrued === null) return own[0];
    const before = own.filter((fee) => time(fee['paid_at'])! <= accrued);
    const last = before.at(-1);
    if (!last) return own[0];
    return before.find((fee) => fee['paid_at'] === last['paid_at']);
  }

  judgeOrder(order: Row): { readonly funding: string; readonly reason: string } {
    const fee = this.#feeOfOrder(String(order['order_id']));
    if (fee) return judgedFee(fee);
    if (order['buyer_id'] == null) return { funding: 'unknown', reason: 'buyer_not_named' };
    const buyer = this.#ledger.member.find((one) => one['member_id'] === order['buyer_id']);
    if (!buyer) return { funding: 'outside_retail', reason: 'buyer_without_account' };
    const part = this.#participation(buyer);
    if (part.takes === null) return { funding: 'unknown', reason: 'participant_not_known' };
    if (!part.takes) return { funding: 'outside_retail', reason: 'order_of_outsider' };
    if (this.#crossing(String(buyer['member_id']))?.['order_id'] === order['order_id']) {
      return { funding: 'qualifying_purchase', reason: 'order_at_rank_threshold' };
    }
    return this.#byDate(time(order['paid_at'])!, part);
  }

  #byDate(
    at: number,
    { opened, exact }: { readonly opened: number | null; readonly exact: boolean },
  ): { readonly funding: string; readonly reason: string } {
    const asks = this.#asksPurchase();
    const own = { funding: 'own_use', reason: 'order_of_participant' };
    const outside = { funding: 'outside_retail', reason: 'order_before_joining' };
    if (opened !== null && at > opened) return own;
    if (opened !== null && exact) {
      if (at < opened - WEEK) return outside;
      if (asks === true) return { funding: 'qualifying_purchase', reason: 'order_before_right' };
      if (asks === false) return outside;
      return { funding: 'unknown', reason: 'right_not_dated' };
    }
    return asks === false ? own : { funding: 'unknown', reason: 'right_not_dated' };
  }

  #asksPurchase(): boolean | null {
    const on = this.#ledger.plan.filter((plan) => plan['enabled'] === true);
    if (on.some((plan) => ['purchase', 'spend_threshold'].includes(String(plan['join_condition']))))
      return true;
    if (this.#ledger.fee.some((fee) => fee['kind'] === 'purchase_to_join')) return true;
    return on.length > 0 ? false : null;
  }

  #open(): boolean {
    const on = this.#ledger.plan.filter((plan) => plan['enabled'] === true);
    return on.length > 0 && on.every((plan) => plan['join_condition'] === 'open');
  }

  #crossing(member: string): Row | undefined {
    const prices = this.#ledger.plan
      .filter((plan) => plan['enabled'] === true && plan['join_condition'] === 'spend_threshold')
      .map((plan) => number(plan['join_price_minor']));
    if (prices.length === 0) return undefined;
    const price = Math.min(...prices);
    let spent = 0;
    const own = this.#ledger.order
      .filter((order) => order['buyer_id'] === member)
      .toSorted(
        (a, b) =>
          time(a['paid_at'])! - time(b['paid_at'])! ||
          (String(a['order_id']) < String(b['order_id']) ? -1 : 1),
      );
    for (const order of own) {
      spent += keptOfOrder(order);
      if (spent >= price) return order;
    }
    return undefined;
  }

  #participation(member: Row): {
    readonly takes: boolean | null;
    readonly opened: number | null;
    readonly exact: boolean;
  } {
    const id = member['member_id'];
    const fees = this.#fees
      .filter((fee) => fee['member_id'] === id && keptOfFee(fee) > 0)
      .filter((fee) => fee['kind'] === 'entry' || fee['kind'] === 'purchase_to_join')
      .map((fee) => time(fee['paid_at'])!);
    const crossed = member['is_promoter'] === false ? undefined : this.#crossing(String(id));
    const bought = [...fees, ...(crossed ? [time(crossed['paid_at'])!] : [])];
    const recruits = this.#ledger.member
      .filter((one) => one['recruiter_id'] === id)
      .map((one) => time(one['joined_at'])!);
    const earned = this.#ledger.commission.filter(
      (one) =>
        one['beneficiary_id'] === id &&
        number(one['amount_minor']) > 0 &&
        one['status'] !== 'reversed',
    );
    const seen = [...recruits, ...earned.flatMap((one) => time(one['accrued_at']) ?? [])];
    const takes =
      bought.length > 0 || recruits.length > 0 || earned.length > 0
        ? true
        : ((member['is_promoter'] as boolean | null | undefined) ?? (this.#open() ? true : null));
    const byPlan = bought.length === 0 && this.#open() ? [time(member['joined_at'])!] : [];
    const all = [...bought, ...byPlan, ...seen];
    const first = all.length === 0 ? null : Math.min(...all);
    const exact =
      bought.length > 0 ? Math.min(...bought) <= Math.min(...seen, Infinity) : byPlan.length > 0;
    return { takes, opened: first, exact };
  }
}

function judgedFee(fee: Row): { readonly funding: string; readonly reason: string } {
  const funding = fundingOfFee(fee);
  const reason = {
    qualifying_purchase: 'order_that_joined',
    entry_fee: 'fee_for_joining',
    unknown: 'fee_kind_not_known',
  }[funding]!;
  return { funding, reason };
}
