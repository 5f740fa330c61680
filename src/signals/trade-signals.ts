import type { ScanSite } from '../engine/scan-site.ts';
import { countShares } from './count-shares.ts';
import type { ShareGround, Shares, SubjectShares } from './count-shares.ts';
import type { FoundBlock } from './dense-blocks.ts';
import { groundsFrom } from './grounds-from.ts';
import type { SubjectBlocks } from './stage-blocks.ts';
import { ordersOfAll } from './stage-subjects.ts';
import type { Scope, Signals, Suspicion } from './suspicion.ts';

interface TradeGround extends ShareGround {
  readonly needs: string;
}

const grounds: readonly TradeGround[] = [
  {
    name: 'dense_block',
    family: 'purchases',
    looked: 'bought',
    flagged: 'dense',
    needs: 'order_line.listing_id',
  },
  {
    name: 'undelivered',
    family: 'logistics',
    looked: 'undelivered IS NOT NULL',
    flagged: 'undelivered',
    needs: 'shipment.tracking_no',
  },
  {
    name: 'linked_accounts',
    family: 'accounts',
    looked: 'known',
    flagged: 'linked',
    needs: 'account_link.link_key',
  },
  {
    name: 'equal_burst',
    family: 'timing',
    looked: 'plain',
    flagged: 'burst',
    needs: 'order.paid_minor',
  },
  {
    name: 'money_back',
    family: 'money',
    looked: 'money_back IS NOT NULL',
    flagged: 'money_back',
    needs: 'commission.order_id',
  },
  {
    name: 'early_reviews',
    family: 'reviews',
    looked: 'early IS NOT NULL',
    flagged: 'early',
    needs: 'review.order_id',
  },
  {
    name: 'alike_reviews',
    family: 'reviews',
    looked: 'alike IS NOT NULL',
    flagged: 'alike',
    needs: 'review.body',
  },
];

/**
 * Suspicions of sham trades: of sellers, of agencies, and of groups of accounts. `blocks` is null
 * where they were not searched for.
 */
export async function tradeSignals(site: ScanSite, blocks: SubjectBlocks | null): Promise<Signals> {
  await stageTrades(site);
  const shares = await countShares(site, grounds, {
    from: 'pp_sig_trade',
    by: 'subject_no',
    market: "subject_kind = 'operator'",
  });
  const subjects = await subjectNames(site, shares);
  const suspicions = shares.subjects.flatMap((one) => {
    const { kind, id } = subjects.get(one.subject) ?? { kind: 'operator' as const, id: '' };
    return suspicionOf(one, shares, kind, id, blocks?.get(Number(one.subject)));
  });
  return { suspicions, scopes: await scopesOf(site, shares, blocks !== null) };
}

async function stageTrades(site: ScanSite): Promise<void> {
  await site.make(
    'pp_sig_trade',
    `WITH praise AS (
      SELECT r.order_no, bool_or(r.early) AS early,
        CASE WHEN count(r.body) > 0 THEN count(a.review_no) > 0 END AS alike
      FROM pp_sig_review r LEFT JOIN pp_sig_alike a ON a.review_no = r.review_no
      WHERE r.order_no IS NOT NULL GROUP BY r.order_no
    ),
    bought AS (SELECT DISTINCT order_no FROM pp_sig_purchase)
    SELECT s.subject_no, j.subject_kind, o.acted_at, o.undelivered, o.money_back,
      o.plain AND o.paid_minor > 0 AND o.acted_at IS NOT NULL AS plain,
      p.order_no IS NOT NULL AS bought, d.order_no IS NOT NULL AS dense,
      k.member_id IS NOT NULL AS known, l.order_no IS NOT NULL AS linked,
      b.order_no IS NOT NULL AS burst, v.early, v.alike
    FROM ${ordersOfAll} s
    JOIN pp_sig_subject j ON j.subject_no = s.subject_no
    JOIN pp_sig_order o ON o.order_no = s.order_no
    LEFT JOIN bought p ON p.order_no = s.order_no
    LEFT JOIN pp_sig_dense d ON d.subject_no = s.subject_no AND d.order_no = s.order_no
    LEFT JOIN pp_sig_known k ON k.member_id = o.buyer_id
    LEFT JOIN pp_sig_linked l ON l.subject_no = s.subject_no AND l.order_no = s.order_no
    LEFT JOIN (SELECT DISTINCT order_no FROM pp_sig_burst) b ON b.order_no = s.order_no
    LEFT JOIN praise v ON v.order_no = s.order_no`,
  );
}

type TradeSubject = 'operator' | 'mcn' | 'account_group';

async function subjectNames(
  site: ScanSite,
  { subjects }: Shares,
): Promise<ReadonlyMap<string, { readonly kind: TradeSubject; readonly id: string }>> {
  if (subjects.length === 0) return new Map();
  const wanted = subjects.map(({ subject }) => subject).join(', ');
  const rows = await site.engine.rows(`SELECT subject_no, subject_kind, subject_id
    FROM pp_sig_subject WHERE subject_no IN (${wanted})`);
  return new Map(
    rows.map((row) => [
      String(row['subject_no']),
      // Staged under these three names only.
      { kind: row['subject_kind'] as TradeSubject, id: String(row['subject_id']) },
    ]),
  );
}

function suspicionOf(
  { counts }: SubjectShares,
  { all }: Shares,
  subject_kind: TradeSubject,
  subject_id: string,
  block: FoundBlock | undefined,
): Suspicion[] {
  const found = groundsFrom(grounds, counts, all, block);
  if (found === null) return [];
  return [
    {
      kind: subject_kind === 'account_group' ? 'account_group' : 'brushing',
      subject_kind,
      subject_id,
      operator_id: subject_kind === 'operator' ? subject_id : null,
      listing_id: null,
      batch: null,
      grounds: found,
    },
  ];
}

async function scopesOf(site: ScanSite, { all }: Shares, searched: boolean): Promise<Scope[]> {
  const rows = await site.engine.rows('SELECT DISTINCT subject_kind FROM pp_sig_subject');
  const kinds = new Set(rows.map((row) => row['subject_kind']));
  const lacking = {
    operator: kinds.has('operator') ? null : 'order.operator_id',
    mcn: kinds.has('mcn') ? null : 'live_session.mcn_id',
    account_group: kinds.has('operator') ? null : 'order.operator_id',
  };
  return (['operator', 'mcn', 'account_group'] as const).flatMap((subject_kind) =>
    grounds.map(({ name, family, needs }, i) => ({
      kind: subject_kind === 'account_group' ? ('account_group' as const) : ('brushing' as const),
      subject_kind,
      ground: name,
      family,
      measured:
        lacking[subject_kind] === null &&
        (all[i]?.out_of ?? 0) > 0 &&
        (searched || name !== 'dense_block'),
      needs: lacking[subject_kind] ?? needs,
    })),
  );
}
