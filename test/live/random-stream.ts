import type { EventRow, EventValue } from '../../src/live/data-event.ts';
import type { EventKind } from '../../src/live/event-kinds.ts';
import type { TableName } from '../../src/model/tables.ts';

/** An event as a source would send it. */
export interface SentEvent {
  readonly id: string;
  readonly at: string;
  readonly kind: EventKind;
  readonly rows: Readonly<Partial<Record<TableName, readonly EventRow[]>>>;
}

type Pick = <T>(...from: readonly T[]) => T;

/** Park and Miller's generator: the same seed gives the same stream. */
export function picker(seed: number): {
  readonly pick: Pick;
  readonly below: (n: number) => number;
} {
  let state = (seed % 2_147_483_646) + 1;
  const below = (n: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  return { below, pick: (...from) => from[below(from.length)]! };
}

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;

function instantAt(hours: number): string {
  return new Date(start + hours * hour).toISOString().replace('.000Z', 'Z');
}

/**
 * Events of a platform in no order of time, columns left out at random, the same rows stated
 * again: members whose recruiter has a smaller number, so that no circle closes.
 */
export function randomStream(seed: number, count: number): SentEvent[] {
  const { pick, below } = picker(seed);
  const time = (): string => instantAt(below(6_000));
  const maybe = (row: Record<string, EventValue | undefined>): EventRow => {
    const kept = Object.entries(row).filter(
      ([name, value]) => value !== undefined && (name.endsWith('_id') || below(5) > 0),
    );
    return Object.fromEntries(kept) as EventRow;
  };
  const joined = new Set<number>();
  const above = (no: number): string | null =>
    no === 0 ? null : `m${below(4) > 0 ? below(1 + (no >> 2)) : below(no)}`;
  const makers: readonly (() => Pick3)[] = [
    () => joinOf(below, above, joined, time),
    () => joinOf(below, above, joined, time),
    () => joinOf(below, above, joined, time),
    () => joinOf(below, above, joined, time),
    () => joinOf(below, above, joined, time),
    () => {
      const no = below(60);
      const at = time();
      const recruiter_id = pick(null, ...Array.from({ length: 7 }, () => above(no)));
      return ['member.moved', { member: [{ member_id: `m${no}`, recruiter_id }] }, at];
    },
    () => [
      pick('member.left', 'member.returned'),
      { member: [{ member_id: `m${below(60)}` }] },
      time(),
    ],
    () => {
      const fee = {
        fee_id: `f${below(30)}`,
        member_id: `m${below(60)}`,
        kind: pick('entry', 'upgrade'),
        amount_minor: below(90_000),
      };
      return ['fee.paid', { fee: [fee] }, time()];
    },
    () => {
      const row = {
        commission_id: `c${below(30)}`,
        beneficiary_id: `m${below(60)}`,
        amount_minor: below(9_000) - 1_000,
        status: pick('accrued', 'paid', 'reversed'),
      };
      return ['commission.earned', { commission: [row] }, time()];
    },
    () => {
      const row = maybe({
        kind: pick('person', 'company', null),
        exempt_kind: pick('handicraft', 'small_amount', null),
        turnover_year_minor: pick(1, 10_000_001, null),
        credit_code: pick('', 'X', null),
        status: pick('active', 'closed'),
        registration_marked: pick(true, false, null),
        displayed: pick(true, false, null),
      });
      return ['record.stated', { operator: [{ operator_id: `o${below(15)}`, ...row }] }, time()];
    },
    () => {
      const row = maybe({
        title: pick('全网第一面膜', '好茶', '国家级推荐 13912345678', null),
        claims: pick('产地直发', '销量最好', null),
        price_minor: pick(9_900, 12_900),
        sales_actual: below(90),
        sales_added: pick(0, 0, 200, null),
        no_return: pick(true, false, null),
        self_operated: pick(true, false),
        self_operated_marked: pick(true, false, null),
        status: pick('on', 'off'),
      });
      return ['listing.published', { listing: [{ listing_id: `L${below(15)}`, ...row }] }, time()];
    },
    () => {
      const row = maybe({
        planted: pick(true, false, null),
        score: below(6),
        body: pick('好', '差', null),
        created_at: pick(time(), '2019-04-22T15:59:59Z', null),
        incentive: pick('返现', null),
        incentive_for_praise: pick(true, false, null),
      });
      return ['review.written', { review: [{ review_id: `r${below(20)}`, ...row }] }, time()];
    },
    () => {
      const row = maybe({
        channel: pick('platform', 'regulator'),
        received_at: time(),
        answered_at: pick(time(), null),
        accepted_at: pick(time(), null),
        mediation_ended_at: pick(time(), null),
      });
      const named = { complaint_id: `q${below(20)}`, ...row };
      return ['complaint.received', { complaint: [named] }, time()];
    },
    () => {
      const row = maybe({
        kind: pick('post', 'video', null),
        listing_id: pick('L1', null),
        body: pick('全国销量第一', '早安', null),
        ad_label: pick(true, false, null),
        incentive: pick('佣金', '', null),
        ai_made: pick(true, false),
        ai_label: pick(true, false, null),
      });
      const named = { content_id: `t${below(20)}`, ...row };
      return ['content.published', { content: [named] }, time()];
    },
  ];
  return Array.from({ length: count }, (_, i) => {
    const [kind, rows, at] = makers[below(makers.length)]!();
    return { id: `e${String(i).padStart(4, '0')}`, at, kind, rows };
  });
}

type Pick3 = readonly [kind: EventKind, rows: SentEvent['rows'], at: string];

/** The first event of a member that has not joined; else of other data of it. */
function joinOf(
  below: (n: number) => number,
  above: (no: number) => string | null,
  joined: Set<number>,
  time: () => string,
): Pick3 {
  const no = below(60);
  const member_id = `m${no}`;
  const at = time();
  if (joined.has(no)) {
    const status = below(2) === 0 ? 'active' : 'disabled';
    return ['member.changed', { member: [{ member_id, status }] }, at];
  }
  joined.add(no);
  const known = below(8) > 0;
  const row: Record<string, EventValue> = { member_id, recruiter_id: above(no) };
  if (!known) row['joined_at'] = null;
  if (below(3) === 0) row['bound_at'] = time();
  return ['member.joined', { member: [row] }, at];
}
