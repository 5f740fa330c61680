import { sqlText } from '../src/engine/duckdb.ts';
import type { DuckDb } from '../src/engine/duckdb.ts';
import { writeColumns } from '../src/engine/columns.ts';
import { forestParents } from '../src/generate/cases/deep-forest.ts';
import type { ForestSize } from '../src/generate/cases/deep-forest.ts';

/** Writes the members table the measurement starts from: number, recruiter, instant, two sums. */
export async function writeForest(engine: DuckDb, size: ForestSize, file: string): Promise<void> {
  const parent = forestParents(size, 20_180_925);
  await writeColumns(engine, 'forest', {
    no: parent.map((_, i) => i),
    parent,
  });
  // 28 July 2017 to 25 September 2018; a third pay the fee of 99 yuan.
  await engine.run(`COPY (
    SELECT CAST(no AS BIGINT) AS member_no,
      CAST(nullif(parent, -1) AS BIGINT) AS recruiter_no,
      TIMESTAMP '2017-07-28' + INTERVAL (CAST(no * 36633600.0 / ${size.members} AS BIGINT)) SECOND
        AS joined_at,
      CAST(CASE WHEN no % 3 = 0 THEN 9900 ELSE 0 END AS BIGINT) AS paid_minor,
      CAST((CAST(no AS BIGINT) * 7919) % 5000 AS BIGINT) AS earned_minor
    FROM forest) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd)`);
  await engine.run('DROP TABLE forest');
}
