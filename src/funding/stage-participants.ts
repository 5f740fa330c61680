import type { ScanSite } from '../engine/scan-site.ts';
import type { FundingScope } from './scope.ts';

/**
 * `pp_fund_member`: of each member, whether it takes part in the plan and since when.
 *
 * Takes part who may earn (`is_promoter`, or any member where the only enabled plans are open to
 * all), has recruits, paid to join, or ever earned. Null: nothing says so, and nothing says not.
 * `opened_at` is exact where a fee, a spending threshold or an open plan opened the right; else
 * the first recruit or commission only shows that it was open by then.
 */
export async function stageParticipants(site: ScanSite, scope: FundingScope): Promise<void> {
  await site.make(
    'pp_fund_plan',
    `SELECT coalesce(bool_and(join_condition = 'open') FILTER (WHERE enabled), FALSE) AS open,
      CASE
        WHEN bool_or(enabled AND join_condition IN ('purchase', 'spend_threshold')) THEN TRUE
        WHEN (SELECT count(*) FROM fee WHERE kind = 'purchase_to_join') > 0 THEN TRUE
        WHEN count(*) FILTER (WHERE enabled) > 0 AND count(*) FILTER (WHERE enabled IS NULL
          OR enabled AND coalesce(join_condition, 'other') = 'other') = 0 THEN FALSE
      END AS asks_purchase,
      min(join_price_minor) FILTER (WHERE enabled AND join_condition = 'spend_threshold'
        AND join_price_minor > 0) AS threshold_minor
    FROM plan`,
  );
  await stageCrossings(site);
  await site.make(
    'pp_fund_member',
    `WITH joined AS (
      SELECT member_id, min(since) AS since FROM (
        SELECT member_id, paid_at AS since FROM pp_fund_fee
        WHERE opens AND coalesce(kept_minor, 1) > 0
        UNION ALL
        SELECT x.buyer_id, x.bought_at FROM pp_fund_crossing x
        JOIN member b ON b.member_id = x.buyer_id AND b.is_promoter IS DISTINCT FROM FALSE
      ) GROUP BY member_id
    ),
    recruits AS (
      SELECT recruiter_id AS member_id, min(coalesce(bound_at, joined_at)) AS since FROM member
      WHERE recruiter_id IS NOT NULL GROUP BY recruiter_id
    ),
    earned AS (
      SELECT beneficiary_id AS member_id, min(accrued_at) AS since FROM commission
      WHERE amount_minor > 0 AND status IS DISTINCT FROM 'reversed'
        AND (accrued_at IS NULL OR accrued_at < ${scope.before})
      GROUP BY beneficiary_id
    )
    SELECT m.member_id,
      CASE
        WHEN j.member_id IS NOT NULL OR r.member_id IS NOT NULL OR e.member_id IS NOT NULL THEN TRUE
        WHEN m.is_promoter IS NOT NULL THEN m.is_promoter
        WHEN p.open THEN TRUE
      END AS participant,
      CASE WHEN j.since IS NOT NULL THEN least(j.since, r.since, e.since)
        WHEN p.open THEN least(m.joined_at, r.since, e.since)
        ELSE least(r.since, e.since) END AS opened_at,
      (j.since IS NOT NULL AND j.since <= coalesce(least(r.since, e.since), j.since)) OR
        (j.since IS NULL AND p.open AND m.joined_at IS NOT NULL) AS exact
    FROM member m
    CROSS JOIN pp_fund_plan p
    LEFT JOIN joined j ON j.member_id = m.member_id
    LEFT JOIN recruits r ON r.member_id = m.member_id
    LEFT JOIN earned e ON e.member_id = m.member_id`,
  );
}

/** `pp_fund_crossing`: the order that carried a buyer's spending over the threshold of a plan. */
async function stageCrossings(site: ScanSite): Promise<void> {
  await site.make(
    'pp_fund_crossing',
    `WITH spent AS (
      SELECT o.order_id, o.buyer_id, o.bought_at, o.kept_minor, p.threshold_minor,
        sum(o.kept_minor) OVER (
          PARTITION BY o.buyer_id ORDER BY o.bought_at, o.order_id ROWS UNBOUNDED PRECEDING
        ) AS so_far
      FROM pp_fund_paid o CROSS JOIN pp_fund_plan p
      WHERE p.threshold_minor IS NOT NULL AND o.buyer_id IS NOT NULL AND o.bought_at IS NOT NULL
        AND o.kept_minor > 0
    )
    SELECT order_id, buyer_id, bought_at FROM spent
    WHERE so_far >= threshold_minor AND so_far - kept_minor < threshold_minor`,
  );
}
