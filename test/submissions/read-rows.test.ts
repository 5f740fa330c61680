import { describe, expect, it } from 'vitest';
import { createTable } from '../../src/engine/create-table.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { insertRows } from '../../src/engine/insert-rows.ts';
import { owedReport } from '../../src/submissions/owed-reports.ts';
import { readRows } from '../../src/submissions/read-rows.ts';

describe('rows of a part', () => {
  it('come by subject, those without one left out, up to a limit', async () => {
    const engine = await DuckDb.open({ threads: 1 });
    try {
      for (const table of ['operator', 'shop', 'order'] as const) await createTable(engine, table);
      const ids = ['b', 'a', null, 'B', 'c'];
      const rows = ids.map((operator_id) => ({ operator_id, kind: 'company' }));
      await insertRows(engine, 'operator', rows);
      const [part] = owedReport('report.cn.order37.art25@v1').parts;
      const as_of = { reference_on: '2026-06-30', time_zone: 'Asia/Shanghai' };
      for (const limit of [5, 4]) {
        const found = await readRows(engine, part!, as_of, limit);
        expect(found.map(({ subject }) => subject)).toEqual(['B', 'a', 'b', 'c']);
      }
      const beyond = readRows(engine, part!, as_of, 3);
      await expect(beyond).rejects.toThrow('submission.too_large');
    } finally {
      engine.close();
    }
  });
});
