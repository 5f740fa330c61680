export const SAMPLE_SEED = 2_026;

/** The sample's commission plan. */
export const samplePlan = {
  site_name: '云锦优品(虚构商城)',
  mode: 3,
  spend_to_join: 399,
  one_percent: 12,
  two_percent: 5,
  levels: 2,
  per_recruit: 50,
  on_membership: true,
} as const;

/** What it costs to join a scheme. */
export const ENTRY_MINOR = 39_900;

/** What is planted after the sale, in numbers of each. */
export const plantedAfter = {
  refunds_in_time: 150,
  /** Refunded exactly 15 days after asking: not late. */
  refunds_on_day_15: 10,
  refunds_late: 40,
  refunds_never: 20,
  refunds_refused_in_seven_days: 25,
  reviews: 1_200,
  reviews_planted: 60,
  reviews_low_deleted: 18,
  orders_hidden: 30,
  counts_cached_wrong: 5,
  memberships_unpaid: 12,
} as const;

export const sampleRooms = Array.from({ length: 12 }, (_, i) => ({
  anchor: i % 3 !== 1,
  replay: i % 12 < 7,
}));
