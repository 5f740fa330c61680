import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sqlText } from '../../../src/engine/duckdb.ts';
import { canonicalExport } from '../../../src/intake/detect/canonical-export.ts';
import { chooseMapping } from '../../../src/intake/detect/choose-mapping.ts';
import { parseMapping } from '../../../src/intake/map/parse-mapping.ts';
import { writeCanonical } from '../../../src/intake/map/write-canonical.ts';
import { writeMapping } from '../../../src/intake/map/write-mapping.ts';
import { stageTables } from './synthetic.ts';
import type { TestTable } from './synthetic.ts';

const orders: TestTable = {
  name: 'orders',
  columns: ['order_id', 'paid_minor', 'paid', 'paid_at', 'status'],
  rows: [
    ['o1', '1250', '1', '2026-10-31 08:00:00', 'paid'],
    ['o2', '7', '0', '2026-10-31 23:59:59', 'lost'],
  ],
};
const measure: TestTable = {
  name: 'measure',
  columns: ['measure_id', 'reason', 'record_kept_until'],
  rows: [
    ['m1', '(none)', '2029-10-31'],
    ['m2', '', null],
    ['m3', '售假', '2029-10-31'],
  ],
};
const link: TestTable = {
  name: 'account_link',
  columns: ['member_id', 'kind', 'link_key'],
  rows: [['u1', 'phone', '19900000001']],
};

it('reads canonical names one to one, in minor units and local time', async () => {
  const staged = await stageTables([orders, measure, link]);
  const directory = await mkdtemp(join(tmpdir(), 'polyprism-export-'));
  try {
    const chosen = await chooseMapping(staged, { adapters: [] });
    expect(chosen.software).toMatchObject({ name: 'canonical tables', score: 1 });
    expect(chosen.assumptions.map(({ what }) => what)).toEqual(['time_zone', 'currency']);
    expect(parseMapping(writeMapping(chosen.mapping), 'm.yaml').tables).toEqual(
      chosen.mapping.tables,
    );
    const options = { directory, person_key: new Uint8Array(32), file_names: ['x'] };
    await writeCanonical(staged, chosen.mapping, options);
    const read = (table: string, columns: string): Promise<unknown> =>
      staged.engine.rows(
        `SELECT ${columns} FROM read_parquet(${sqlText(join(directory, `${table}.parquet`))})`,
      );
    expect(
      await read('order', 'order_id, paid_minor, paid, CAST(paid_at AS VARCHAR) AS t, status'),
    ).toEqual([
      { order_id: 'o1', paid_minor: 1250, paid: true, t: '2026-10-31 00:00:00', status: 'paid' },
      { order_id: 'o2', paid_minor: 7, paid: false, t: '2026-10-31 15:59:59', status: 'other' },
    ]);
    expect(
      await read('measure', 'reason, CAST(record_kept_until AS VARCHAR) AS record_kept_until'),
    ).toEqual([
      { reason: '', record_kept_until: '2029-10-31' },
      { reason: null, record_kept_until: null },
      { reason: '售假', record_kept_until: '2029-10-31' },
    ]);
    const [row] = (await read('account_link', 'link_key')) as { link_key: string }[];
    expect(row!.link_key).toMatch(/^[0-9a-f]{64}$/);
  } finally {
    staged.engine.close();
    await rm(directory, { recursive: true, force: true });
  }
});

const shape = (name: string, columns: readonly string[]) => ({
  name,
  relation: name,
  columns: columns.map((column) => ({ name: column, type: null, nullable: true, comment: null })),
  primary_key: [],
  unique_keys: [],
  comment: null,
  rows_read: 1,
});

it.each([
  ['a table of another name', [shape('member', ['member_id']), shape('users', ['id'])]],
  ['a column of another name', [shape('member', ['member_id', 'phone'])]],
  ['a table without its key', [shape('member', ['recruiter_id'])]],
  ['a derived table', [shape('network_member', ['tree', 'member_id'])]],
  ['a snapshot, whose times are UTC', [shape('member', ['member_id', 'src_line'])]],
  ['nothing', []],
])('leaves the rest to detection: %s', (_, tables) => {
  expect(canonicalExport(tables as never)).toBeNull();
});

it('takes a table without a key of its own, and blank for texts alone', () => {
  expect(canonicalExport([shape('account_link', ['member_id', 'kind'])] as never)).not.toBeNull();
  expect(() =>
    parseMapping(
      [
        'schema: polyprism.mapping/1',
        'currency: CNY',
        'time_zone: Asia/Shanghai',
        'tables:',
        '  - table: order',
        '    from: o',
        '    columns: {order_id: {column: a, blank: [x]}}',
      ].join('\n'),
      'm.yaml',
    ),
  ).toThrow("'blank' is for texts");
});
