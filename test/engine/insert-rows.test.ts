import { describe, expect, it } from 'vitest';
import { createTable } from '../../src/engine/create-table.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { insertRows } from '../../src/engine/insert-rows.ts';

describe('rows put in as one text', () => {
  it('come out as they were: numbers, instants, quotes, nothing', async () => {
    const engine = await DuckDb.open({ threads: 1 });
    try {
      await createTable(engine, 'member');
      await insertRows(engine, 'member', []);
      await insertRows(engine, 'member', [
        { member_no: 0, member_id: `M'"\\1`, joined_at: '2026-11-01 04:00:59', is_promoter: true },
        { member_no: 9007199254740991, member_id: '会员', recruiter_no: 0, is_promoter: null },
      ]);
      const columns = 'member_no, member_id, recruiter_no, joined_at, is_promoter, tier';
      expect(await engine.rows(`SELECT ${columns} FROM member ORDER BY member_no`)).toEqual([
        {
          member_no: 0,
          member_id: `M'"\\1`,
          recruiter_no: null,
          joined_at: '2026-11-01T04:00:59Z',
          is_promoter: true,
          tier: null,
        },
        {
          member_no: 9007199254740991,
          member_id: '会员',
          recruiter_no: 0,
          joined_at: null,
          is_promoter: null,
          tier: null,
        },
      ]);
    } finally {
      engine.close();
    }
  });
});
