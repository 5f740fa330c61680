import type { DuckDb } from '../engine/duckdb.ts';
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
 * seller's texts are held in memory at a time, at most TEXTS_MAX of them.
 */
export async function stageAlike(engine: DuckDb): Promise<void> {
  const found: number[] = [];
  let batch = emptyBatch(null);
  const result = await engine.connection.stream(texts);
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
  await engine.run('DROP TABLE IF EXISTS pp_sig_alike');
  await writeColumns(engine, 'pp_sig_alike', { review_no: Int32Array.from(found) });
}

const texts = `
  SELECT review_no, operator_id, member_id, body FROM pp_sig_review
  WHERE body IS NOT NULL AND body NOT IN (
    SELECT body FROM pp_sig_review WHERE body IS NOT NULL GROUP BY body
    HAVING count(DISTINCT operator_id) >= ${thresholds.default_text_sellers}
  )
  ORDER BY operator_id, review_no`;

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
