import type { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { emptySheet, note, writeSheet } from './block-sheet.ts';
import type { Block } from './dense-block.ts';
import { chanceIn, denseBlocks } from './dense-blocks.ts';
import type { BlockLimits, FoundBlock } from './dense-blocks.ts';
import { eachSubject, loadMarket, localGraph } from './market-graph.ts';
import { thresholds } from './thresholds.ts';

/** The densest block of a subject's orders, numbers of buyers and listings as in the market. */
export type SubjectBlocks = ReadonlyMap<number, FoundBlock>;

const market_limits: BlockLimits = {
  rows_min: thresholds.block_buyers_min,
  columns_min: thresholds.block_listings_min,
  log_chance_max: Math.log(thresholds.block_chance_max),
  blocks_max: 10,
  misses_max: 2,
};

const subject_limits: BlockLimits = { ...market_limits, blocks_max: 3, misses_max: 1 };

/**
 * Finds dense blocks in the whole market and within each subject's orders; the former that span
 * two sellers or more become subjects themselves. Creates `pp_sig_dense`, the orders inside a
 * block of their subject. Buyers of a single listing are no part of a block and are left out.
 */
export async function stageBlocks(engine: DuckDb, site: ScanSite): Promise<SubjectBlocks> {
  const market = await loadMarket(engine, site);
  const chance = chanceIn(market);
  const sheet = emptySheet();
  const found = new Map<number, FoundBlock>();
  await eachSubject(engine, site, (subject, rowOf, columnOf) => {
    const local = localGraph(rowOf, columnOf);
    const inMarket = <B extends Block>(block: B): B => ({
      ...block,
      rows: block.rows.map((no) => local.rowNumbers[no]!),
      columns: block.columns.map((no) => local.columnNumbers[no]!),
    });
    const blocks = denseBlocks(local.graph, subject_limits, (block) => chance(inMarket(block)));
    for (const block of blocks) {
      const one = inMarket(block);
      if (!found.has(subject)) found.set(subject, one);
      note(sheet, subject, one);
    }
  });
  const next = await countSubjects(site);
  const groups = denseBlocks(market, market_limits, chance);
  groups.forEach((block, i) => {
    found.set(next + i, block);
    note(sheet, next + i, block);
  });
  await writeSheet(engine, site, sheet, next);
  return found;
}

/** In place of a search for which there are too many pairs: no order is in a block. */
export async function stageNoBlocks(site: ScanSite): Promise<void> {
  for (const name of ['pp_sig_dense', 'pp_sig_of_group']) {
    await site.make(name, 'SELECT subject_no, order_no FROM pp_sig_of WHERE FALSE');
  }
}

async function countSubjects({ engine }: ScanSite): Promise<number> {
  const [row] = await engine.rows('SELECT count(*) AS subjects FROM pp_sig_subject');
  return Number(row?.['subjects'] ?? 0);
}
