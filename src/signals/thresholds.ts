/** Every number a ground is judged by. All are ours; docs/reference/signals.md says why. */
export const thresholds = Object.freeze({
  /** Least cases of a subject before a share is a ground. */
  cases_min: 10,
  /** Least share of the cases looked at. */
  share_min: 0.05,
  /** Least IC025 of a share: three times as often as for the others, after shrinking. */
  share_strength_min: Math.log2(3),
  /** Cases the others must have to be compared with. */
  others_min: 100,
  /** Share to be expected where there are not enough others. */
  base_share: 0.05,
  /** Minutes within which a parcel is not delivered after it was handed over. */
  delivery_minutes_min: 10,
  /** Minutes after delivery within which a review is early. */
  review_minutes_min: 10,
  /** Share of what was paid that, given back, makes a purchase no purchase. */
  money_back_share: 0.5,
  /** The same where the order was refunded in full outside of any request. */
  refund_share: 0.9,
  /** Buyers of one seller, or authors of one listing, that share a device, address or account. */
  linked_min: 5,
  /** Accounts above which a shared value is a place or a default, not a tie. */
  linked_max: 200,
  /** Different buyers paying the same amount within an hour. */
  burst_min: 10,
  /** How many times the usual hour that is. */
  burst_times: 20,
  /** Different authors of texts that are alike. */
  alike_min: 5,
  /** Sellers with the same text from which it is the software's default, not a copy. */
  default_text_sellers: 3,
  /** Smallest dense block. */
  block_buyers_min: 5,
  block_listings_min: 3,
  /** Largest probability that any such block is chance. */
  block_chance_max: 0.001,
  /** Complaints or returns of a batch or listing. */
  cluster_cases_min: 3,
  /** Their ratio to that of the others (Evans, Waller and Davis 2001). */
  cluster_ratio_min: 2,
  /** Share of the listed that chance may have made (Benjamini and Hochberg 1995). */
  cluster_false_max: 0.02,
  /** Stars up to which a review is bad, and from which it is praise. */
  bad_score_max: 2,
  praise_score_min: 4,
});
