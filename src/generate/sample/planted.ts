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

/** Flash sales: the first three strike through what was really charged, the others invent it. */
export const sampleFlashSales = [
  { product_id: 4, reference_minor: 4_500, day: 300 },
  { product_id: 8, reference_minor: 7_900, day: 420 },
  { product_id: 12, reference_minor: 3_200, day: 540 },
  { product_id: 13, reference_minor: 5_800, day: 330 },
  { product_id: 16, reference_minor: 25_900, day: 450 },
  { product_id: 18, reference_minor: 9_900, day: 570 },
] as const;

/** Numbers (eb_store_seckill.id) of the flash sales with an invented price. */
export const falseFlashSales = [4, 5, 6] as const;
