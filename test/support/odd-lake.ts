import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDb } from '../../src/engine/duckdb.ts';

const pseudonym = 'ab'.repeat(32);

/** Fees and links with all that canonical tables do not have, and a table of another name. */
export async function writeOddLake(engine: DuckDb, folder: string): Promise<void> {
  const write = async (path: string, columns: string, rows: readonly string[]): Promise<void> => {
    await engine.run(`COPY (SELECT * FROM (VALUES ${rows.join(', ')}) AS v(${columns}))
      TO '${join(folder, path)}' (FORMAT parquet)`);
  };
  mkdirSync(join(folder, 'fee.parquet'), { recursive: true });
  const noon = `TIMESTAMPTZ '2026-01-07 12:00:00+08'`;
  const fee = 'fee_id, member_id, kind, amount_minor, paid_at';
  await write('fee.parquet/a.parquet', fee, [
    `('f1', 'm1', 'entry', 100, ${noon})`,
    `(' f2 ', '0', 'odd', -1, TIMESTAMPTZ '1970-01-01 00:00:00+08')`,
    `(NULL, 'm1', 'entry', 1, ${noon})`,
  ]);
  await write('fee.parquet/b.parquet', `${fee}, loaded`, [`('f3', ' m2', '', 5, ${noon}, TRUE)`]);
  await write('account_link.parquet', 'member_id, kind, link_key', [
    `('m1', 'phone', '${pseudonym}')`,
    `('m1', 'phone', '${pseudonym}')`,
    `('m2', 'phone', '13800000000')`,
  ]);
  await write('junk.parquet', 'n', ['(1)']);
}

/** Rows of fees as they lie there, as texts. */
export const oddFees = {
  columns: [
    { name: 'fee_id', type: 'id' },
    { name: 'member_id', type: 'id' },
    { name: 'kind', type: 'text' },
    { name: 'amount_minor', type: 'money_minor' },
    { name: 'paid_at', type: 'instant' },
  ],
  // Noon in China on 7 January 2026 is 04:00 UTC: 1,767,758,400 seconds.
  texts: [
    ['f1', 'm1', 'entry', '100', '1767758400000000'],
    [' f2 ', '0', 'odd', '-1', '-28800000000'],
    [null, 'm1', 'entry', '1', '1767758400000000'],
    ['f3', ' m2', '', '5', '1767758400000000'],
  ],
} as const;

/** What is read of them. */
export const readOfOdd = {
  fee: [
    { fee_id: 'f1', member_id: 'm1', kind: 'entry', amount_minor: 100, paid: true },
    { fee_id: 'f2', member_id: null, kind: 'other', amount_minor: -1, paid: false },
    { fee_id: 'f3', member_id: 'm2', kind: null, amount_minor: 5, paid: true },
  ],
  account_link: [
    { member_id: 'm1', link_key: pseudonym },
    { member_id: 'm2', link_key: null },
  ],
} as const;

const fees = 'fee.parquet';
const links = 'account_link.parquet';

/** What is told of them: code, file, rows, values. */
export const toldOfOdd = [
  ['lake.code_unknown', fees, 2, { column: 'fee.kind', sample: '' }],
  ['lake.id_mended', fees, 1, { column: 'fee.fee_id', sample: ' f2 ' }],
  ['lake.id_mended', fees, 2, { column: 'fee.member_id', sample: ' m2' }],
  ['lake.key_empty', fees, 1, { table: fees, column: 'fee.fee_id' }],
  ['lake.no_pseudonym', links, 1, { column: 'account_link.link_key', sample: '' }],
  ['lake.rows_repeated', links, 1, { table: 'account_link' }],
  ['lake.time_none', fees, 1, { column: 'fee.paid_at', sample: '' }],
] as const;
