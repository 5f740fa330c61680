import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';

const page_rows = 20_000;

/** Every member's place in the networks, page by page: by tree, then members by people. */
export async function* listMembers(engine: SqlEngine): AsyncGenerator<SqlRow> {
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE member_page AS
    SELECT row_number() OVER (
        ORDER BY tree, people DESC, levels DESC, member_id
      ) AS page_row, *
    FROM network_member`);
  for (let from = 0; ; from += page_rows) {
    const rows = await engine.rows(`
      SELECT * EXCLUDE (page_row) FROM member_page
      WHERE page_row > ${from} AND page_row <= ${from + page_rows} ORDER BY page_row`);
    yield* rows;
    if (rows.length < page_rows) break;
  }
  await engine.run('DROP TABLE member_page');
}
