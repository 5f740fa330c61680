import { expect, it } from 'vitest';
import { duckDbPool } from '../../src/engine/duckdb-pool.ts';

it('answers more questions than it has connections, each with its own answer', async () => {
  const pool = duckDbPool({ connections: 2, threads: 1, memory_limit: '100MB' });
  const asked = Array.from({ length: 9 }, async (_, i) => pool.rows(`SELECT ${i} * 3 AS n`));
  expect(await Promise.all(asked)).toEqual(asked.map((_, i) => [{ n: i * 3 }]));
  await pool.close();
});

it('goes on after statements that fail, as many as it has connections and more', async () => {
  const pool = duckDbPool({ connections: 2, threads: 1 });
  for (let i = 0; i < 5; i++) await expect(pool.rows('SELECT nothing')).rejects.toThrow('nothing');
  expect(await pool.rows('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  await pool.close();
});

it('waits with closing for what is asked, and costs nothing where nobody asked', async () => {
  const pool = duckDbPool({ connections: 1, threads: 1 });
  await pool.rows('SELECT 1');
  const sum = pool.rows('SELECT sum(range) AS n FROM range(3000000)');
  await pool.close();
  expect(await sum).toEqual([{ n: 4_499_998_500_000 }]);
  await duckDbPool({ connections: 1 }).close();
});
