import { segmentRows } from './live-rows.ts';
import { streamerOf } from './live-sessions.ts';
import { listingId, titleOf } from './listings.ts';
import { joinedBefore, memberId, TEAM_EVERY } from './members.ts';
import { operatorAt, pickOperator } from './operators.ts';
import type { Row } from './row.ts';
import { DAY_S } from './time.ts';
import { LISTINGS_PER_OPERATOR } from './world.ts';
import type { World } from './world.ts';

/** Posts, videos and messages that carry a link and say that they are advertising; and articles. */
export function* contentRows(world: World): Iterable<Row<'content'>> {
  const { posts, articles, incentive, aboutGoods } = world.market.words;
  const count = Math.ceil(world.members / 5);
  // Of age, never penalised, and known to the platform like every streamer.
  const endorser = streamerOf(operatorAt(world, 9));
  for (let i = 0; i < count; i++) {
    const random = world.chance('content', i);
    const at = Math.floor(world.from + ((i + 0.5) / count) * (world.until - world.from));
    const operator = pickOperator(world, random, at);
    const article = i % 4 === 2;
    const listing = operator.index * LISTINGS_PER_OPERATOR + random.pick([0, 4, 5]);
    const teams = Math.floor(joinedBefore(world, at - DAY_S) / TEAM_EVERY);
    const promoter = memberId(random.below(teams) * TEAM_EVERY + 1);
    const ai_made = i % 15 === 0;
    const endorsed = i % 25 === 3;
    yield {
      content_id: `CT${i}`,
      kind: ['post', 'video', 'article', 'message'][i % 4]!,
      author_id: article ? operator.id : promoter,
      operator_id: operator.id,
      listing_id: article ? null : listingId(listing),
      live_session_id: null,
      body: article
        ? random.pick(articles)
        : aboutGoods(titleOf(world, listing), random.pick(posts)),
      published_at: at,
      ad_label: !article,
      views_added: 0,
      seller_shown: true,
      after_sale_shown: true,
      ai_made,
      ai_label: ai_made,
      channel: i % 4 === 3 ? 'group' : 'feed',
      parent_content_id: i % 20 === 3 ? `CT${i - 1}` : null,
      incentive: article ? '' : incentive,
      endorser_id: endorsed ? endorser : null,
      endorser_used: endorsed ? true : null,
      starts_ms: null,
      ends_ms: null,
      corrected_at: null,
      archived_until: world.clock.dayMonthsAfter(at, 36, 40),
    };
  }
  yield* segmentRows(world);
}
