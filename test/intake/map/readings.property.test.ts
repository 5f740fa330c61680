import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuckDb, sqlText } from '../../../src/engine/duckdb.ts';
import type { EvidenceValue } from '../../../src/model/provision.ts';
import { hmacSql } from '../../../src/intake/map/sql-pseudonym.ts';
import type { SqlStep } from '../../../src/intake/map/sql-step.ts';
import { moneyMajorSql, plainMoney } from '../../../src/intake/map/sql-money.ts';
import { instantSql, plainTime } from '../../../src/intake/map/sql-time.ts';
import { personKey } from './stage-tables.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_125);
const runs = 2_000;

/** Each text through steps and a last expression, in one query. */
async function evaluate(
  texts: readonly string[],
  steps: readonly SqlStep[],
  last: SqlStep,
): Promise<EvidenceValue[]> {
  const engine = await DuckDb.open({ threads: 1 });
  try {
    await engine.run('CREATE TABLE given (i INTEGER, t VARCHAR)');
    for (let at = 0; at < texts.length; at += 500) {
      const rows = texts.slice(at, at + 500).map((text, i) => `(${at + i}, ${sqlText(text)})`);
      await engine.run(`INSERT INTO given VALUES ${rows.join(', ')}`);
    }
    const from = steps.reduce(
      (inner, step) => `(SELECT i, ${step('t')} AS t FROM ${inner})`,
      'given',
    );
    const rows = await engine.rows(`SELECT ${last('t')} AS v FROM ${from} ORDER BY i`);
    return rows.map((row) => row['v'] ?? null);
  } finally {
    engine.close();
  }
}

/** Decimal text to minor units in whole-number arithmetic, half away from zero. */
function exactMinor(text: string): bigint {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^[-+]/, '').split('.');
  const digits = BigInt(`${whole || '0'}${fraction.padEnd(2, '0').slice(0, 2)}`);
  const up = (fraction[2] ?? '0') >= '5' ? 1n : 0n;
  return negative ? -(digits + up) : digits + up;
}

const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
const decimal = fc
  .tuple(fc.constantFrom('', '-', '+'), digits(1, 14), fc.constantFrom('', '.'), digits(1, 25))
  .map(([sign, whole, dot, fraction]) => `${sign}${whole}${dot === '' ? '' : `.${fraction}`}`);

describe(`readings against slow, independent ones (seed ${seed})`, () => {
  it('reads money as whole-number arithmetic does', async () => {
    const texts = fc.sample(decimal, { numRuns: runs, seed });
    const got = await evaluate(texts, plainMoney, (t) => moneyMajorSql(t, 2));
    expect(got.map(String)).toEqual(texts.map((text) => String(exactMinor(text))));
  });

  it('reads money through any ornament', async () => {
    const ornate = fc
      .tuple(
        fc.constantFrom('¥', '¥', 'RMB ', '$', ''),
        fc.nat(999_999_999),
        fc.nat(99),
        fc.constantFrom('元', ' 元', ''),
      )
      .map(([before, yuan, fen, after]) => {
        const grouped = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');
        const text = `${before}${grouped}.${String(fen).padStart(2, '0')}${after}`;
        return { text, minor: yuan * 100 + fen };
      });
    const cases = fc.sample(ornate, { numRuns: runs, seed });
    const got = await evaluate(
      cases.map(({ text }) => text),
      plainMoney,
      (t) => moneyMajorSql(t, 2),
    );
    expect(got).toEqual(cases.map(({ minor }) => minor));
  });

  it('computes HMAC-SHA-256 as node:crypto does, for short and long keys', async () => {
    const texts = fc
      .sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), { numRuns: 300, seed })
      .filter((text) => !text.includes('\u0000'));
    for (const key of [personKey, Buffer.alloc(0), Buffer.alloc(64, 7), Buffer.alloc(200, 9)]) {
      const got = await evaluate(texts, [], (t) => hmacSql(t, key));
      const expected = texts.map((text) => createHmac('sha256', key).update(text).digest('hex'));
      expect(got).toEqual(expected);
    }
  });

  it.each(['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'])(
    'reads local times of %s as Intl.DateTimeFormat writes them',
    async (zone) => {
      const instants = fc
        .sample(fc.integer({ min: 86_400, max: 4_000_000_000 }), { numRuns: runs, seed })
        .map((s) => new Date(s * 1000));
      const texts = instants.map((instant) => localText(instant, zone));
      const got = await evaluate(texts, plainTime, (t) => instantSql(t, zone, false));
      // An hour that the clock shows twice has two readings; either is right.
      const again = got.map((value) => localText(new Date(String(value)), zone));
      expect(again).toEqual(texts);
      const unlike = got.filter((value, i) => Date.parse(String(value)) !== instants[i]?.getTime());
      expect(unlike.length).toBeLessThan(runs / 100);
    },
  );
});

/** 'YYYY-MM-DD hh:mm:ss' on the clocks of a zone. */
function localText(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return format.format(instant);
}
