import { readColumns } from '../engine/columns.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import type { Bipartite } from './bipartite.ts';
import { columnWeights, degreesOf } from './column-weights.ts';
import { thresholds } from './thresholds.ts';

/** All distinct pairs of a buyer of several listings and a listing, as a graph. */
export async function loadMarket(engine: DuckDb, site: ScanSite): Promise<Bipartite> {
  const [size] = await engine.rows(`SELECT (SELECT count(*) FROM pp_sig_buyer) AS rows,
    (SELECT count(*) FROM pp_sig_listing) AS columns`);
  const rows = Number(size?.['rows'] ?? 0);
  const columns = Number(size?.['columns'] ?? 0);
  const bought = await site.reduce(
    'pp_sig_market',
    `WITH pairs AS (SELECT DISTINCT buyer_no, listing_no FROM pp_sig_purchase)
     SELECT buyer_no, listing_no FROM pairs WHERE buyer_no IN (
       SELECT buyer_no FROM pairs GROUP BY buyer_no HAVING count(*) > 1
     )`,
  );
  const [rowOf, columnOf] = await readPairs(
    engine,
    `SELECT CAST(buyer_no AS INTEGER), CAST(listing_no AS INTEGER) FROM ${bought}
     ORDER BY buyer_no, listing_no`,
  );
  return { rows, columns, rowOf, columnOf, columnWeight: weightsOf(columnOf, columns) };
}

function weightsOf(columnOf: Int32Array, columns: number): Int32Array {
  return columnWeights(degreesOf(columnOf, columns));
}

async function readPairs(engine: DuckDb, sql: string): Promise<[Int32Array, Int32Array]> {
  const parts: [Int32Array, Int32Array][] = [];
  await readColumns(engine, sql, ['int', 'int'], ([a, b]) => {
    parts.push([Int32Array.from(a!), Int32Array.from(b!)]);
  });
  return [joined(parts.map(([a]) => a)), joined(parts.map(([, b]) => b))];
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Each subject's distinct pairs, if buyers enough bought two listings of it or more. */
export async function eachSubject(
  engine: DuckDb,
  site: ScanSite,
  visit: (subject: number, rowOf: number[], columnOf: number[]) => void,
): Promise<void> {
  let subject = -1;
  let pairs: [number[], number[]] = [[], []];
  const end = (): void => {
    if (pairs[0].length > 0) visit(subject, ...pairs);
  };
  const pairsOf = await site.reduce('pp_sig_subject_pair', subjectPairs);
  const sql = `SELECT CAST(subject_no AS INTEGER), CAST(buyer_no AS INTEGER),
      CAST(listing_no AS INTEGER)
    FROM ${pairsOf} ORDER BY subject_no, buyer_no, listing_no`;
  await readColumns(engine, sql, ['int', 'int', 'int'], ([no, buyer, listing], rows) => {
    for (let i = 0; i < rows; i++) {
      if (no![i] !== subject) {
        end();
        subject = no![i]!;
        pairs = [[], []];
      }
      pairs[0].push(buyer![i]!);
      pairs[1].push(listing![i]!);
    }
  });
  end();
}

const subjectPairs = `
  WITH pairs AS (
    SELECT DISTINCT s.subject_no, p.buyer_no, p.listing_no
    FROM pp_sig_of s JOIN pp_sig_purchase p ON p.order_no = s.order_no
  ),
  buyers AS (
    SELECT subject_no, buyer_no FROM pairs GROUP BY subject_no, buyer_no HAVING count(*) > 1
  ),
  large AS (
    SELECT subject_no FROM buyers GROUP BY subject_no
    HAVING count(*) >= ${thresholds.block_buyers_min}
  )
  SELECT p.subject_no, p.buyer_no, p.listing_no FROM pairs p
  JOIN buyers b ON b.subject_no = p.subject_no AND b.buyer_no = p.buyer_no
  JOIN large l ON l.subject_no = p.subject_no`;

export interface LocalGraph {
  readonly graph: Bipartite;
  /** Numbers in the market of the local rows and columns. */
  readonly rowNumbers: Int32Array;
  readonly columnNumbers: Int32Array;
}

/** Numbers the buyers and listings of some pairs from 0. */
export function localGraph(buyers: readonly number[], listings: readonly number[]): LocalGraph {
  const [rowNumbers, rowOf] = renumber(buyers);
  const [columnNumbers, columnOf] = renumber(listings);
  const columnWeight = weightsOf(columnOf, columnNumbers.length);
  const [rows, columns] = [rowNumbers.length, columnNumbers.length];
  return { graph: { rows, columns, rowOf, columnOf, columnWeight }, rowNumbers, columnNumbers };
}

/** The distinct numbers, ascending, and each given one's place among them. */
function renumber(numbers: readonly number[]): [Int32Array, Int32Array] {
  const distinct = Int32Array.from(new Set(numbers)).toSorted();
  const place = new Map<number, number>();
  distinct.forEach((no, i) => place.set(no, i));
  return [distinct, Int32Array.from(numbers, (no) => place.get(no)!)];
}
