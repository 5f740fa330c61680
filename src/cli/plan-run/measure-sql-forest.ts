import { DuckDb } from '../../engine/duckdb.ts';
import { writeColumns } from '../../engine/columns.ts';
import { forestParents, scaledCase } from '../../generate/cases/deep-forest.ts';
import { headThresholds, jointThresholds } from '../../network/analyse-tree.ts';
import { siteHere } from '../../network/sql/forest-site.ts';
import { forest_source, sqlForest } from '../../network/sql/sql-forest.ts';
import { spent } from './spent.ts';

const SEED = 20_180_925;

/** Seconds of processor of the forest in SQL over a generated network, all of it on DuckDB. */
export async function measureSqlForest(folder: string, members: number): Promise<number> {
  const parent = forestParents(scaledCase(members), SEED);
  const day = parent.map((_, no) => Math.floor((no * 730) / members));
  const money = new Float64Array(members).fill(9_900);
  const engine = await DuckDb.open({ temporary_directory: folder });
  try {
    await writeColumns(engine, forest_source, {
      member_no: parent.map((_, no) => no),
      claimed_no: parent,
      joined_on: day,
      tied_on: day,
      paid_in_minor: money,
      earned_minor: money,
    });
    const thresholds = { heads: headThresholds, joint: jointThresholds };
    const { cpu_s } = await spent(() => sqlForest(siteHere(engine).work, thresholds));
    return cpu_s;
  } finally {
    engine.close();
  }
}
