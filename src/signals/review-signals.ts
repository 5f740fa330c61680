import type { ScanSite } from '../engine/scan-site.ts';
import { countShares } from './count-shares.ts';
import type { ShareGround } from './count-shares.ts';
import { groundsFrom } from './grounds-from.ts';
import type { Signals } from './suspicion.ts';

interface ReviewGround extends ShareGround {
  readonly needs: string;
}

const grounds: readonly ReviewGround[] = [
  {
    name: 'unbacked',
    family: 'orders',
    looked: 'unbacked IS NOT NULL',
    flagged: 'unbacked',
    needs: 'review.order_id',
  },
  {
    name: 'alike_reviews',
    family: 'texts',
    looked: 'body IS NOT NULL',
    flagged: 'alike',
    needs: 'review.body',
  },
  {
    name: 'early_reviews',
    family: 'timing',
    looked: 'early IS NOT NULL',
    flagged: 'early',
    needs: 'order.delivered_at',
  },
  {
    name: 'linked_authors',
    family: 'accounts',
    looked: 'known',
    flagged: 'linked',
    needs: 'account_link.link_key',
  },
];

/** Suspicions that the praise of a listing was planted. */
export async function reviewSignals(site: ScanSite): Promise<Signals> {
  const { all, subjects } = await countShares(site, grounds, {
    from: `(
      SELECT r.listing_id, r.acted_at, r.unbacked, r.early, r.body,
        a.review_no IS NOT NULL AS alike, k.member_id IS NOT NULL AS known,
        l.review_no IS NOT NULL AS linked
      FROM pp_sig_review r
      LEFT JOIN pp_sig_alike a ON a.review_no = r.review_no
      LEFT JOIN pp_sig_known k ON k.member_id = r.member_id
      LEFT JOIN pp_sig_linked_review l ON l.review_no = r.review_no
    )`,
    by: 'listing_id',
    market: 'listing_id IS NOT NULL',
  });
  const sellers = await sellersOf(site);
  const suspicions = subjects.flatMap(({ subject, counts }) => {
    const found = groundsFrom(grounds, counts, all);
    if (found === null) return [];
    const operator_id = sellers.get(subject) ?? null;
    return [
      {
        kind: 'planted_reviews' as const,
        subject_kind: 'listing' as const,
        subject_id: subject,
        operator_id,
        listing_id: subject,
        batch: null,
        grounds: found,
      },
    ];
  });
  const scopes = grounds.map(({ name, family, needs }, i) => ({
    kind: 'planted_reviews' as const,
    subject_kind: 'listing' as const,
    ground: name,
    family,
    measured: (all[i]?.out_of ?? 0) > 0,
    needs,
  }));
  return { suspicions, scopes };
}

/** Sellers of the listings that have praise. */
async function sellersOf(site: ScanSite): Promise<ReadonlyMap<string, string>> {
  const rows = await site.engine.rows(`SELECT listing_id, min(operator_id) AS operator_id
    FROM pp_sig_review WHERE listing_id IS NOT NULL AND operator_id IS NOT NULL
    GROUP BY listing_id`);
  return new Map(rows.map((row) => [String(row['listing_id']), String(row['operator_id'])]));
}
