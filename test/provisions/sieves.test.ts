import { beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import type { EvidenceValue, Provision } from '../../src/model/provision.ts';
import { tables } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { attachCalendars } from '../../src/provisions/attach-calendars.ts';
import { runProvisions } from '../../src/provisions/run.ts';
import type { ProvisionRun } from '../../src/provisions/run.ts';
import type { Sieving } from '../../src/provisions/sieves.ts';
import { rowConditions } from '../../src/provisions/sql/row-conditions.ts';
import { fillTables, suppliedBy } from '../../src/provisions/test-tables.ts';
import type { ProvisionTestCase } from '../../src/provisions/test-file.ts';
import { checkedPack } from '../support/shipped-packs.ts';

describe('the conditions of a row statement', () => {
  it.each([
    ['SELECT o.a AS x FROM orders o WHERE o.a > 1 AND b', [' r.a > 1 AND b']],
    ['SELECT a FROM orders AS o\nWHERE o . a = 1', ['\n r . a = 1'.slice(1)]],
    ['SELECT a FROM orders WHERE orders.a = 1 AND a', [' r.a = 1 AND a']],
    [
      "SELECT a FROM t o WHERE o.a UNION ALL SELECT a FROM t p WHERE (p.b OR 'p.b UNION' = p.c)",
      [' r.a ', " (r.b OR 'p.b UNION' = r.c)"],
    ],
    ['SELECT CASE WHEN 1 = (2) THEN a END FROM t WHERE O.a', [' O.a']],
    ['SELECT a FROM t o', null],
    ['SELECT a FROM t o WHERE o.a UNION ALL SELECT a FROM t o', null],
    ['SELECT a FROM t o JOIN u ON u.a = o.a WHERE o.a', null],
    ['SELECT a FROM t o, u WHERE o.a', null],
  ])('%s', (sql, expected) => {
    expect(rowConditions(sql, 'r')).toEqual(expected);
  });
});

const usual: Sieving = { rows_min: Infinity, share_max: 1 };

/** Every row of every case of a pack in one set of tables. */
async function allRows(cases: readonly ProvisionTestCase[]): Promise<Filled> {
  const rows: Partial<Record<TableName, Readonly<Record<string, EvidenceValue>>[]>> = {};
  for (const one of cases) {
    for (const table of Object.keys(one.tables) as TableName[]) {
      (rows[table] ??= []).push(...(one.tables[table] ?? []));
    }
  }
  const [first] = cases;
  if (!first) throw new Error('no case');
  const engine = await DuckDb.open({ threads: 1 });
  await fillTables(engine, rows, Object.keys(tables) as TableName[]);
  const supplied = suppliedBy({ ...first, tables: rows, present: [], absent: [] });
  return { engine, supplied };
}

interface Filled {
  readonly engine: DuckDb;
  readonly supplied: ReturnType<typeof suppliedBy>;
}

describe.each(['cn', 'eu', 'us', 'association-group-buying'])('sieves over %s', (name) => {
  let filled: Filled;
  let provisions: readonly Provision[];
  /** What is found without sieves. */
  let direct: ProvisionRun;
  const asked: string[] = [];
  beforeAll(async () => {
    const { pack, tests } = await checkedPack(name);
    if (!pack) throw new Error(name);
    provisions = pack.provisions.filter(({ check, finds }) => check === 'row' && finds !== 'fact');
    filled = await allRows([...tests.values()].flatMap(({ cases }) => cases));
    await attachCalendars(filled.engine, [pack]);
    const { engine } = filled;
    const rows = engine.rows.bind(engine);
    engine.rows = async (sql) => {
      asked.push(sql);
      return await rows(sql);
    };
    direct = await run(usual);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((sql) => sql.includes('pp_sieve'))).toEqual([]);
  });

  async function run(sieving: Sieving): Promise<ProvisionRun> {
    asked.length = 0;
    return await runProvisions(
      filled.engine,
      provisions,
      {
        as_of: '2026-11-28',
        time_zone: 'Asia/Shanghai',
        tables: filled.supplied,
        currency: name === 'cn' || name === 'association-group-buying' ? 'CNY' : 'EUR',
        input_digests: ['a'.repeat(64)],
      },
      sieving,
    );
  }

  it.each([1, 0.5, 0.1])('change nothing that is found, up to a share of %d', async (share_max) => {
    expect(direct.findings.length).toBeGreaterThan(0);
    expect(await run({ rows_min: 1, share_max })).toEqual(direct);
    const read = asked.filter((sql) => /^WITH \w+ AS \(SELECT \* FROM pp_sieve/.test(sql));
    if (share_max === 1) expect(read.length).toBeGreaterThan(provisions.length / 2);
  });

  it('are gone when the run is', async () => {
    await run({ rows_min: 1, share_max: 1 });
    const left = await filled.engine.rows(
      "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'pp_sieve%'",
    );
    expect(left).toEqual([]);
  });
});
