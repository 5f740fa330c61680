import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';

const page_rows = 20_000;

/** Rows of a query in an order that leaves no two alike, page by page. */
export async function* listRows(
  engine: SqlEngine,
  query: string,
  order: string,
): AsyncGenerator<SqlRow> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_page AS
    SELECT row_number() OVER (ORDER BY ${order}) AS page_row, * FROM (${query}) q`);
  for (let from = 0; ; from += page_rows) {
    const rows = await engine.rows(`
      SELECT * EXCLUDE (page_row) FROM pp_page
      WHERE page_row > ${from} AND page_row <= ${from + page_rows} ORDER BY page_row`);
    yield* rows;
    if (rows.length < page_rows) break;
  }
  await engine.run('DROP TABLE pp_page');
}
