import type { ScanSite } from '../engine/scan-site.ts';

/**
 * Creates `pp_sig_subject`, those who may be suspected of sham trades, and `pp_sig_of`, the orders
 * of each: sellers, and agencies whose live sessions the orders came from.
 */
export async function stageSubjects(site: ScanSite): Promise<void> {
  await site.make(
    'pp_sig_subject',
    `SELECT subject_kind, subject_id,
      CAST(row_number() OVER (ORDER BY subject_kind, subject_id) - 1 AS INTEGER) AS subject_no
    FROM (
      SELECT DISTINCT 'operator' AS subject_kind, operator_id AS subject_id FROM pp_sig_order
      UNION SELECT DISTINCT 'mcn', mcn_id FROM pp_sig_order
    ) WHERE subject_id IS NOT NULL`,
  );
  await site.make(
    'pp_sig_of',
    `SELECT s.subject_no, o.order_no FROM pp_sig_order o
    JOIN pp_sig_subject s ON s.subject_kind = 'operator' AND s.subject_id = o.operator_id
    UNION ALL
    SELECT s.subject_no, o.order_no FROM pp_sig_order o
    JOIN pp_sig_subject s ON s.subject_kind = 'mcn' AND s.subject_id = o.mcn_id`,
  );
}

/** The orders of all subjects, with those of the groups that `stageBlocks` found. */
export const ordersOfAll = `(SELECT subject_no, order_no FROM pp_sig_of
  UNION ALL SELECT subject_no, order_no FROM pp_sig_of_group)`;
