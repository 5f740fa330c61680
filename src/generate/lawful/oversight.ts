import { listingId, NOTICED } from './listings.ts';
import { liveOperators, sessionsOf } from './live-sessions.ts';
import { operatorsOf } from './operators.ts';
import type { Operator } from './operators.ts';
import { ruleAt } from './platform-rows.ts';
import type { Row } from './row.ts';
import { DAY_S, HOUR_S } from './time.ts';
import { LISTINGS_PER_OPERATOR } from './world.ts';
import type { World } from './world.ts';

/** Nine in the morning some days after the operator came. */
function morning(world: World, { entered }: Operator, days: number): number {
  return world.clock.midnight(entered) + days * DAY_S + 9 * HOUR_S;
}

/** What the platform did about breaches: within a day, with a reason, told and shown. */
export function* measureRows(world: World): Iterable<Row<'measure'>> {
  for (const operator of operatorsOf(world)) {
    const { index, closed, notice } = operator;
    const found = morning(world, operator, 120);
    if (index % 6 === 0 && closed === null && found + 20 * DAY_S < world.until) {
      yield measureRow(world, operator, index % 12 === 0 ? 'warning' : 'suspension', found);
    }
    if (notice === null) continue;
    const when = world.clock.midnight(notice) - DAY_S + 9 * HOUR_S;
    for (const kind of ['removal', 'closure', 'ban', 'blacklist']) {
      yield measureRow(world, operator, kind, when);
    }
  }
}

const ending: ReadonlySet<string> = new Set(['closure', 'ban']);
const terms: Readonly<Record<string, number>> = { suspension: 7, blacklist: 365 };

function measureRow(world: World, operator: Operator, kind: string, found: number): Row<'measure'> {
  const decided = found + 3 * HOUR_S;
  const days = terms[kind];
  const ends = days === undefined ? null : decided + days * DAY_S;
  const appealed = operator.index % 4 === 0 ? decided + DAY_S : null;
  const listing = operator.index * LISTINGS_PER_OPERATOR + NOTICED;
  return {
    measure_id: `MS${operator.index}-${kind}`,
    operator_id: operator.id,
    listing_id: kind === 'removal' ? listingId(listing) : null,
    content_id: null,
    rule_version_id: ruleAt(world, decided),
    kind,
    live: operator.live,
    found_at: found,
    reason: world.market.words.measure_reason,
    decided_at: decided,
    effective_at: decided + (ending.has(kind) ? world.market.closing_notice_days : 1) * DAY_S,
    notified_at: decided + HOUR_S,
    published_at: decided + 2 * HOUR_S,
    published_until: world.clock.dayMonthsAfter(decided, 12, 30),
    ends_at: ends,
    reported_at: decided + 3 * HOUR_S,
    reported_cac_at: decided + 3 * HOUR_S,
    record_kept_until: world.clock.dayMonthsAfter(ends ?? decided, 36, 30),
    automated: false,
    appealed_at: appealed,
    appeal_answered_at: appealed === null ? null : appealed + 2 * DAY_S,
    appeal_by_person: appealed === null ? null : true,
  };
}

/** Requests of consumers and authorities, answered in full and in time. */
export function* infoRequestRows(world: World): Iterable<Row<'info_request'>> {
  const row = (id: string, requested_at: number, more: Row<'info_request'>) => ({
    info_request_id: id,
    requested_at,
    due_on: world.clock.day(requested_at + 5 * DAY_S),
    answered_at: requested_at + 20 * HOUR_S,
    complete: true,
    ...more,
  });
  for (const operator of operatorsOf(world)) {
    const { index, id: operator_id } = operator;
    const at = morning(world, operator, 80);
    if (index % 8 !== 3 || at + 2 * DAY_S > world.until) continue;
    const asked = { operator_id, asked_by: 'consumer', kind: 'seller_identity', order_id: null };
    yield row(`IR${index}-c`, at, { ...asked, live_session_id: null });
    const kind = index % 16 === 3 ? 'price_and_volume' : 'case_data';
    yield row(`IR${index}-a`, at + DAY_S, { ...asked, asked_by: 'authority', kind });
  }
  for (const operator of liveOperators(world)) {
    for (const { id, ends, nth } of sessionsOf(world, operator)) {
      const at = world.clock.midnight(ends) + 34 * HOUR_S;
      if (nth % 5 !== 0 || at + DAY_S > world.until) continue;
      const asked = { operator_id: operator.id, live_session_id: id, order_id: null };
      yield row(`IR-${id}`, at, { ...asked, asked_by: 'consumer', kind: 'streamer_identity' });
    }
  }
}

/** Notices of authorities, acted on the same day. */
export function* authorityNoticeRows(world: World): Iterable<Row<'authority_notice'>> {
  for (const operator of operatorsOf(world)) {
    const { index, id: operator_id, closed } = operator;
    const at =
      closed === null ? morning(world, operator, 100) : world.clock.midnight(closed) + 10 * HOUR_S;
    const kinds = closed === null ? ['unreachable', 'breach'] : ['unlawful_goods', 'recall'];
    if ((closed === null && index % 15 !== 4) || at + 2 * DAY_S > world.until) continue;
    for (const kind of kinds) {
      yield {
        authority_notice_id: `AN${index}-${kind}`,
        operator_id,
        listing_id: closed === null ? null : listingId(index * LISTINGS_PER_OPERATOR + NOTICED),
        kind,
        received_at: at,
        reminded_at: at + 2 * HOUR_S,
        acted_at: at + 4 * HOUR_S,
        replied_at: at + 6 * HOUR_S,
      };
    }
  }
}

/** Cases of the regulator itself, every step of them within its term. */
export function* penaltyCaseRows(world: World): Iterable<Row<'penalty_case'>> {
  for (const operator of operatorsOf(world)) {
    const { index, id: operator_id, closed } = operator;
    const clue = morning(world, operator, 60);
    if (index % 10 !== 3 || closed !== null || clue + 100 * DAY_S > world.until) continue;
    const after = (days: number): number => clue + days * DAY_S;
    yield {
      case_id: `CASE${index}`,
      operator_id,
      complaint_id: null,
      act_ended_on: world.clock.day(after(-15)),
      clue_at: clue,
      clue_extended: false,
      clue_excluded_days: 0,
      opened_at: after(9),
      clue_decided_at: after(9),
      evidence_preserved_at: after(10),
      evidence_settled_at: after(13),
      sealed_at: after(11),
      seal_extended: false,
      seal_ended_at: after(30),
      investigated_at: after(35),
      reviewed_at: after(40),
      notice_served_at: after(43),
      hearing_notice_at: after(44),
      hearing_at: after(67),
      excluded_days: 0,
      decided_at: after(68),
      extended: false,
      served_at: after(70),
      published_at: after(75),
      fine_minor: 500_000,
      paid_at: after(78),
      closed_at: after(90),
    };
  }
}
