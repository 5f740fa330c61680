import { listingId, titleOf } from './listings.ts';
import { firstLive, liveOperators, mcnOf, sessionsOf, streamerOf } from './live-sessions.ts';
import { places } from './orders.ts';
import type { Row } from './row.ts';
import { DAY_S, HOUR_S } from './time.ts';
import { LISTINGS_PER_OPERATOR } from './world.ts';
import type { World } from './world.ts';

/** Kept three years from the later of the end and the last trade, which comes within weeks. */
function keptUntil(world: World, ends: number): string {
  return world.clock.dayMonthsAfter(ends, 36, 60);
}

export function* sessionRows(world: World): Iterable<Row<'live_session'>> {
  for (const operator of liveOperators(world)) {
    const ai = operator.index % 40 === 19;
    for (const { id, starts, ends, nth } of sessionsOf(world, operator)) {
      yield {
        live_session_id: id,
        operator_id: operator.id,
        streamer_id: streamerOf(operator),
        mcn_id: mcnOf(operator),
        title: world.market.words.session(operator.goods.trade, nth + 1),
        started_at: starts,
        ended_at: ends,
        replay_kept_until: keptUntil(world, ends),
        seller_shown: true,
        streamer_reported_at: starts - 30 * HOUR_S,
        reviewed_at: starts - 6 * HOUR_S,
        ai_presenter: ai,
        ai_label: ai,
        comments_managed: true,
        status: 'ended',
      };
    }
  }
}

export function* streamerRows(world: World): Iterable<Row<'streamer'>> {
  for (const operator of liveOperators(world)) {
    const random = world.chance('streamer', operator.index);
    yield {
      streamer_id: streamerOf(operator),
      mcn_id: mcnOf(operator),
      person_key: `streamer-${world.seed}-${operator.index}`,
      born_on: `${random.between(1980, 2002)}-0${random.between(1, 9)}-${random.between(10, 28)}`,
      first_live_at: firstLive(world, operator),
      blacklisted_at: null,
    };
  }
}

/** Sellers and goods are looked at two days before each session, and the note of it is kept. */
export function* selectionCheckRows(world: World): Iterable<Row<'selection_check'>> {
  for (const operator of liveOperators(world)) {
    const listing_id = listingId(operator.index * LISTINGS_PER_OPERATOR + places.live);
    const mcn = mcnOf(operator);
    for (const { id, starts, ends } of sessionsOf(world, operator)) {
      const common = {
        listing_id,
        live_session_id: id,
        checked_at: starts - 2 * DAY_S,
        seller_verified: true,
        goods_verified: true,
        kept_until: keptUntil(world, ends),
      };
      const own = { checked_by: 'live_room_operator', checker_id: operator.id };
      yield { ...common, ...own, selection_check_id: `SC-${id}` };
      if (mcn === null) continue;
      yield { ...common, checked_by: 'mcn', checker_id: mcn, selection_check_id: `SM-${id}` };
    }
  }
}

/** What was said in the sessions, cut into three pieces each. */
export function* segmentRows(world: World): Iterable<Row<'content'>> {
  for (const operator of liveOperators(world)) {
    const listing = operator.index * LISTINGS_PER_OPERATOR + places.live;
    for (const { id, starts, ends } of sessionsOf(world, operator)) {
      for (const [i, words] of world.market.words.said.entries()) {
        const starts_ms = i * 600_000;
        yield {
          content_id: `SEG-${id}-${i}`,
          kind: 'live_segment',
          author_id: streamerOf(operator),
          operator_id: operator.id,
          listing_id: listingId(listing),
          live_session_id: id,
          body: world.market.words.aboutGoods(titleOf(world, listing), words),
          published_at: starts + starts_ms / 1_000,
          ad_label: true,
          seller_shown: true,
          after_sale_shown: true,
          ai_made: operator.index % 40 === 19,
          ai_label: operator.index % 40 === 19,
          channel: 'live',
          views_added: 0,
          endorser_id: streamerOf(operator),
          endorser_used: true,
          incentive: '',
          starts_ms,
          ends_ms: starts_ms + 60_000,
          archived_until: keptUntil(world, ends),
        };
      }
    }
  }
}

/** Each January 15 after the first training, as long as the data reach. */
export function yearly(world: World, first: number): number[] {
  const times = [first];
  for (let year = 2024; ; year++) {
    const at = world.clock.at(`${year}-01-15`, 10 * HOUR_S);
    if (at > world.until) return times;
    if (at > first) times.push(at);
  }
}
