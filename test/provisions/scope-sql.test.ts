import { expect, it } from 'vitest';
import { scopeSql } from '../../src/provisions/sql/scope-sql.ts';

const relations = new Set(['plan', 'plan_rule', 'fee', 'commission']);
const rows = (table: string): string =>
  `(SELECT * FROM pp_scoped_${table} pp_all WHERE pp_all.pp_scope = o.pp_scope)`;

it('takes each table, wherever it is named, from the data set at hand', () => {
  const sql =
    'SELECT (SELECT count(*) FROM fee) FROM plan p JOIN Plan_Rule AS r ON TRUE WHERE EXISTS ' +
    '(SELECT 1 FROM commission WHERE r.x IN (SELECT f.x FROM fee f)) UNION ALL ' +
    'SELECT 1 FROM (SELECT 2 FROM fee LEFT JOIN plan ON TRUE) d';
  expect(scopeSql(sql, relations, 'o')).toBe(
    `SELECT (SELECT count(*) FROM ${rows('fee')} fee) FROM ${rows('plan')} p ` +
      `JOIN ${rows('plan_rule')} AS r ON TRUE WHERE EXISTS (SELECT 1 FROM ` +
      `${rows('commission')} commission WHERE r.x IN (SELECT f.x FROM ${rows('fee')} f)) ` +
      `UNION ALL SELECT 1 FROM (SELECT 2 FROM ${rows('fee')} fee LEFT JOIN ` +
      `${rows('plan')} plan ON TRUE) d`,
  );
});

it('leaves texts, comments, columns and other tables alone', () => {
  const sql = "SELECT 'FROM fee', plan.x /* FROM fee */ FROM other plan -- FROM fee\nJOIN x fee";
  expect(scopeSql(sql, relations, 'o')).toBe(sql);
});
