import type { DumpRow } from '../mysql-dump.ts';
import { yuan } from '../names.ts';
import type { Member } from './member.ts';
import type { Order } from './order.ts';

/** One entry of the commission ledger before it has a number and a balance. */
export interface Entry {
  readonly to: Member;
  readonly type: string;
  readonly title: string;
  readonly link: string;
  readonly minor: number;
  readonly at: number;
  /** 1 valid, -1 taken back with its order. */
  readonly status: 1 | -1;
}

/** What orders pay to the recruiter and the recruiter's recruiter. */
export function orderEntries(orders: readonly Order[]): Entry[] {
  return orders.flatMap((order) => {
    const at = (order.delivered ?? order.ordered) + 60;
    const status = order.refund === 'refunded' ? -1 : 1;
    const link = String(order.id);
    return [
      ...(order.one ? [{ ...order.one, type: 'one_brokerage', title: '一级佣金' }] : []),
      ...(order.two ? [{ ...order.two, type: 'two_brokerage', title: '二级佣金' }] : []),
    ].map(({ to, minor, type, title }): Entry => ({ to, minor, type, title, link, at, status }));
  });
}

/** The ledger in order of time, with running balances. */
export function brokerageRows(entries: readonly Entry[]): DumpRow[] {
  const balance = new Map<number, number>();
  return entries
    .map((entry, i) => ({ entry, i }))
    .toSorted((a, b) => a.entry.at - b.entry.at || a.i - b.i)
    .map(({ entry }, i) => {
      const { to, type, title, link, minor, at, status } = entry;
      const after = (balance.get(to.uid) ?? 0) + (status === 1 ? minor : 0);
      balance.set(to.uid, after);
      return {
        id: i + 1,
        uid: to.uid,
        link_id: link,
        type,
        title,
        number: yuan(minor),
        balance: yuan(after),
        pm: 1,
        mark: `${title}${yuan(minor)}元`,
        status,
        take: 1,
        add_time: at,
      };
    });
}
