import type { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { writeColumns } from '../engine/columns.ts';
import { TEXTS_MAX, alikeTexts } from './alike-texts.ts';
import { thresholds } from './thresholds.ts';

interface Batch {
  operator: string | null;
  readonly numbers: number[];
  readonly authors: string[];
  readonly texts: string[];
}

/**
 * Creates `pp_sig_alike`: praise whose text is alike with that of several other authors about the
 * same seller's goods. Texts that several sellers have word for word are the software's own. One
 * seller's texts are held in memory at a time, at most TEXTS_MAX of them. All texts come here:
 * likeness is not a matter of joins.
 */
export async function stageAlike(engine: DuckDb, site: ScanSite): Promise<void> {
  const found: number[] = [];
  let batch = emptyBatch(null);
  const praise = await site.reduce('pp_sig_text', texts);
  const result = await engine.connection.stream(`SELECT review_no, operator_id, member_id, body
    FROM ${praise} ORDER BY operator_id, review_id, review_no`);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (const [no, operator, author, body] of chunk.getRows()) {
      const owner = operator === null ? null : String(operator);
      if (owner !== batch.operator) {
        for (const one of alikeIn(batch)) found.push(one);
        batch = emptyBatch(owner);
      }
      if (batch.texts.length === TEXTS_MAX) continue;
      batch.numbers.push(Number(no));
      batch.authors.push(author === null ? `#${String(no)}` : String(author));
      batch.texts.push(String(body));
    }
  }
  for (const one of alikeIn(batch)) found.push(one);
  await site.clear('pp_sig_alike');
  await writeColumns(engine, 'pp_sig_alike', { review_no: Float64Array.from(found) });
  await site.lay('pp_sig_alike');
}

const texts = `
  SELECT review_no, review_id, operator_id, member_id, body FROM pp_sig_review r
  WHERE body IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM (
      SELECT body FROM pp_sig_review WHERE body IS NOT NULL GROUP BY body
      HAVING count(DISTINCT operator_id) >= ${thresholds.default_text_sellers}
    ) d WHERE d.body = r.body
  )`;

function emptyBatch(operator: string | null): Batch {
  return { operator, numbers: [], authors: [], texts: [] };
}

/** Numbers of the reviews in groups of enough authors. */
function alikeIn({ numbers, authors, texts: list }: Batch): number[] {
  const groups = alikeTexts(list);
  const authorsOf = new Map<number, Set<string>>();
  groups.forEach((group, i) => {
    if (group < 0) return;
    const known = authorsOf.get(group) ?? new Set();
    authorsOf.set(group, known.add(authors[i]!));
  });
  return numbers.filter((_, i) => {
    return (authorsOf.get(groups[i]!)?.size ?? 0) >= thresholds.alike_min;
  });
}
