import { writeColumns } from '../engine/columns.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import type { Block } from './dense-block.ts';
import { ordersOfAll } from './stage-subjects.ts';

/** Blocks as two lists of numbers each, for the engine. */
export interface Sheet {
  blocks: number;
  readonly buyers: readonly [block: number[], subject: number[], buyer: number[]];
  readonly listings: readonly [block: number[], listing: number[]];
}

export function emptySheet(): Sheet {
  return { blocks: 0, buyers: [[], [], []], listings: [[], []] };
}

/** Adds a block of a subject. */
export function note(sheet: Sheet, subject: number, block: Block): void {
  const no = sheet.blocks++;
  for (const row of block.rows) {
    sheet.buyers[0].push(no);
    sheet.buyers[1].push(subject);
    sheet.buyers[2].push(row);
  }
  for (const column of block.columns) {
    sheet.listings[0].push(no);
    sheet.listings[1].push(column);
  }
}

/**
 * Turns blocks into orders; those from subject `next` on into subjects, if of several sellers,
 * named by the account with most orders in the block, the first of equals.
 */
export async function writeSheet(
  engine: DuckDb,
  site: ScanSite,
  sheet: Sheet,
  next: number,
): Promise<void> {
  const [block_no, subject_no, buyer_no] = sheet.buyers.map((list) => Int32Array.from(list));
  const [of_block, listing_no] = sheet.listings.map((list) => Int32Array.from(list));
  await site.clear('pp_sig_block_');
  await writeColumns(engine, 'pp_sig_block_buyer', {
    block_no: block_no!,
    subject_no: subject_no!,
    buyer_no: buyer_no!,
  });
  await writeColumns(engine, 'pp_sig_block_listing', {
    block_no: of_block!,
    listing_no: listing_no!,
  });
  await site.lay('pp_sig_block_buyer');
  await site.lay('pp_sig_block_listing');
  await site.make(
    'pp_sig_inside',
    `SELECT DISTINCT b.subject_no, p.order_no FROM pp_sig_purchase p
    JOIN pp_sig_block_buyer b ON b.buyer_no = p.buyer_no
    JOIN pp_sig_block_listing l ON l.block_no = b.block_no AND l.listing_no = p.listing_no`,
  );
  await site.make(
    'pp_sig_subject',
    `WITH groups AS (
      SELECT i.subject_no FROM pp_sig_inside i JOIN pp_sig_order o ON o.order_no = i.order_no
      WHERE i.subject_no >= ${next}
      GROUP BY i.subject_no HAVING count(DISTINCT o.operator_id) > 1
    ),
    busiest AS (
      SELECT i.subject_no, o.buyer_id, row_number() OVER (
        PARTITION BY i.subject_no ORDER BY count(*) DESC, o.buyer_id NULLS LAST
      ) AS place
      FROM pp_sig_inside i JOIN pp_sig_order o ON o.order_no = i.order_no
      GROUP BY i.subject_no, o.buyer_id
    )
    SELECT subject_no, subject_kind, subject_id FROM pp_sig_subject
    UNION ALL
    SELECT g.subject_no, 'account_group', b.buyer_id FROM groups g
    JOIN busiest b ON b.subject_no = g.subject_no AND b.place = 1`,
  );
  await site.make(
    'pp_sig_of_group',
    `SELECT i.subject_no, i.order_no FROM pp_sig_inside i
    JOIN pp_sig_subject s ON s.subject_no = i.subject_no AND s.subject_kind = 'account_group'`,
  );
  await site.make(
    'pp_sig_dense',
    `SELECT i.subject_no, i.order_no FROM pp_sig_inside i
    JOIN ${ordersOfAll} s ON s.subject_no = i.subject_no AND s.order_no = i.order_no`,
  );
}
