import { listingId } from './listings.ts';
import { memberAt } from './members.ts';
import { operatorsOf } from './operators.ts';
import type { Row } from './row.ts';
import { DAY_S, HOUR_S } from './time.ts';
import { LISTINGS_PER_OPERATOR } from './world.ts';
import type { World } from './world.ts';

/** One member in ten agreed to messages; after declining, none comes. */
export function* messageRows(world: World): Iterable<Row<'marketing_message'>> {
  for (let i = 5; i < world.members; i += 10) {
    const { id, joined } = memberAt(world, i);
    const consented_at = Math.max(joined, world.from) + 2 * HOUR_S;
    const random = world.chance('message', i);
    const operator_id = `OP${random.below(3)}`;
    for (let n = 1; n <= 4; n++) {
      const sent_at = consented_at + n * 45 * DAY_S;
      if (sent_at > world.until) break;
      const declines = n === 4 && random.chance(0.3) && sent_at + HOUR_S <= world.until;
      yield {
        message_id: `MSG${i}-${n}`,
        operator_id,
        member_id: id,
        channel: random.pick(['sms', 'app_push', 'group']),
        sent_at,
        consented_at,
        refused_at: declines ? sent_at + HOUR_S : null,
        sender_shown: true,
        refusal_offered: true,
      };
    }
  }
}

/** Every fourth operator holds a draw each June: rules out before, prizes far below the limit. */
export function* prizeDrawRows(world: World): Iterable<Row<'prize_draw'>> {
  for (const { index, id, entered, notice } of operatorsOf(world)) {
    if (index % 4 !== 2 || notice !== null) continue;
    for (let year = world.clock.year(world.from); year <= world.clock.year(world.until); year++) {
      const starts_at = world.clock.at(`${year}-06-01`, 10 * HOUR_S);
      if (starts_at < entered + 40 * DAY_S || starts_at + 40 * DAY_S > world.until) continue;
      yield {
        prize_draw_id: `PD${index}-${year}`,
        operator_id: id,
        live_session_id: null,
        starts_at,
        ends_at: starts_at + 7 * DAY_S,
        by_chance: true,
        top_prize_minor: 100_000,
        rules_published_at: starts_at - 3 * DAY_S,
        rules_changed_at: null,
        rules_stated: true,
        prizes_offered: 20,
        prizes_given: 20,
      };
    }
  }
}

/** Paid places say so, and whoever wants results without personal traits gets them. */
export function* searchResultRows(world: World): Iterable<Row<'search_result'>> {
  const count = Math.ceil(world.members / 10);
  for (let i = 0; i < count; i++) {
    const random = world.chance('search', i);
    const paid_rank = random.chance(0.2);
    yield {
      search_result_id: `SR${i}`,
      listing_id: listingId(random.below(world.operators) * LISTINGS_PER_OPERATOR),
      shown_at: Math.floor(world.from + ((i + 0.5) / count) * (world.until - world.from)),
      paid_rank,
      ad_label: paid_rank,
      personalised: random.chance(0.5),
      neutral_offered: true,
    };
  }
}
