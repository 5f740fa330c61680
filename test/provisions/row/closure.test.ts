import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import type { EvidenceValue } from '../../../src/model/provision.ts';
import { shippedPacks } from '../../support/shipped-packs.ts';
import { fromSyntaxTree } from '../../../src/provisions/row/from-syntax-tree.ts';
import { readInstant } from '../../../src/provisions/row/instant-text.ts';
import { rowProgram } from '../../../src/provisions/row/row-program.ts';
import { timesOf } from '../../../src/provisions/row/times.ts';
import type { Times } from '../../../src/provisions/row/times.ts';
import { lowerCase, upperCase } from '../../../src/provisions/row/text-functions.ts';
import { zoneDays } from '../../../src/provisions/row/zone-days.ts';
import { dayText } from '../../../src/provisions/row/calendar-day.ts';
import { expandSql } from '../../../src/provisions/sql/expand.ts';
import { parseSql } from '../../../src/provisions/sql/syntax-tree.ts';
import { layout } from './random-row.ts';

const file = new URL('../conformance.yaml', import.meta.url);
const cases = parse(readFileSync(file, 'utf8')) as { sql: string; is: EvidenceValue }[];
const values = {
  as_of: '2024-06-30',
  time_zone: 'Asia/Shanghai',
  parameters: { seven: 7, minus_seven: -7, newline: '\n', quote: "it's \\ fine" },
};

let duckdb: DuckDb;
let times: Times;

beforeAll(async () => {
  duckdb = await DuckDb.open({ threads: 1 });
  const [cn] = await shippedPacks('cn');
  times = timesOf(values.time_zone, cn?.calendar ?? []);
});

afterAll(() => duckdb.close());

async function answer(sql: string): Promise<EvidenceValue | undefined> {
  const { root } = await parseSql(duckdb, `SELECT ${sql} AS answer FROM review r`);
  const [predicate] = fromSyntaxTree(root ?? {}).predicates ?? [];
  expect.assert(predicate);
  return rowProgram(predicate, layout, values, times).columns[0]?.read([]);
}

describe('closures', () => {
  it.each(cases)('$sql', async ({ sql, is }) => {
    expect(await answer(sql)).toBe(is);
  });

  it.each([
    ['9007199254740993 + 0', '9007199254740993'],
    ['2147483648 * 2147483648', '4611686018427387904'],
    ['0.1 + 0.2', '0.3'],
    ['1.25 * 2', '2.50'],
    ['CAST(-2.5 AS BIGINT)', -3],
    ['CAST(NULL AS BOOLEAN) OR TRUE', true],
    ['CAST(NULL AS BOOLEAN) AND FALSE', false],
    ['NOT CAST(NULL AS BOOLEAN)', null],
    ['1 NOT IN (2, CAST(NULL AS BIGINT))', null],
    ['2 BETWEEN CAST(NULL AS BIGINT) AND 1', false],
    ["'\u{1f600}' > '\uffe5'", true], // U+1F600 lies above U+FFE5, its first UTF-16 unit below
    ["TIMESTAMP '2024-01-01 08:00:00.25'", '2024-01-01T08:00:00.25Z'],
  ])('%s is %j', async (sql, is) => {
    expect(await answer(sql)).toBe(is);
  });

  it.each(['9223372036854775807 + 1', '2147483647 + 1', 'CAST(2147483648 AS INTEGER)'])(
    '%s is an error, never another number',
    async (sql) => {
      await expect(answer(sql)).rejects.toThrow(RangeError);
    },
  );
});

const anyRun = { as_of: '2024-06-30', time_zone: 'UTC', calendar: 'CN', parameters: {} };

describe('lowerCase and upperCase', () => {
  it('change A to Z and a to z alone, of all characters, as DuckDB is told to', async () => {
    const [l, u] = ['lower(c)', 'upper(c)'].map((sql) => expandSql(sql, 'duckdb', anyRun));
    const rows = await duckdb.rows(`SELECT chr(i::INTEGER) AS c, ${l} AS l, ${u} AS u
      FROM range(1, 1114112) t(i) WHERE i < 55296 OR i > 57343`);
    const wrong = rows.filter(
      ({ c, l, u }) => lowerCase(String(c)) !== l || upperCase(String(c)) !== u,
    );
    expect(wrong).toEqual([]);
    expect(rows.length).toBe(1_112_063);
    const changed = (key: 'l' | 'u') =>
      rows.flatMap((row) => (row[key] === row['c'] ? [] : [`${row['c']}${row[key]}`]));
    const pairs = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i, 97 + i));
    expect(changed('l')).toEqual(pairs);
    expect(changed('u')).toEqual(pairs.map((pair) => `${pair[1]}${pair[0]}`));
  });
});

describe('zoneDays', () => {
  const zones = [
    'Asia/Shanghai',
    'Europe/Brussels',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Casablanca',
    'America/St_Johns',
    'UTC',
  ];

  it.each(zones)('gives the day DuckDB gives, hour by hour, in %s', async (zone) => {
    const day = zoneDays(zone);
    // Every hour of nine years, and one in 970 of 750: the changes of summer time and more.
    const rows = await duckdb.rows(`
      WITH hours(t) AS (
        SELECT * FROM range(TIMESTAMP '2018-01-01', TIMESTAMP '2027-01-01', INTERVAL 1 HOUR)
        UNION ALL
        SELECT * FROM range(TIMESTAMP '1750-01-01', TIMESTAMP '2500-01-01', INTERVAL 970 HOUR))
      SELECT t, CAST(t AT TIME ZONE 'UTC' AT TIME ZONE '${zone}' AS DATE) AS d FROM hours`);
    const wrong = rows.filter(({ t, d }) => dayText(day(readInstant(String(t)) ?? 0)) !== d);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(rows.length).toBeGreaterThan(80_000);
  });
});
