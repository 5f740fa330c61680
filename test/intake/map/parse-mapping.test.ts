import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../src/intake/mapping.ts';
import { parseMapping } from '../../../src/intake/map/parse-mapping.ts';
import { writeMapping } from '../../../src/intake/map/write-mapping.ts';
import { PolyprismError } from '../../../src/model/issue.ts';
import { tables } from '../../../src/model/tables.ts';

const head = `schema: polyprism.mapping/1
currency: CNY
time_zone: Asia/Shanghai
`;

/** '3:5 problem' (line, column) of the error a mapping stops with. */
function complaint(text: string): string {
  try {
    parseMapping(text, 'mapping.yaml');
  } catch (error) {
    if (!(error instanceof PolyprismError)) throw error;
    const { code, file, line, column, params } = error.issue;
    expect([code, file]).toEqual(['mapping.invalid', 'mapping.yaml']);
    return `${line}:${column} ${params['problem']}`;
  }
  return 'none';
}

const table = (body: string): string => `${head}tables:\n  - table: order\n    from: o\n${body}`;

describe('parseMapping', () => {
  it('reads short and long columns, joins, conditions and codes as written', () => {
    const mapping = parseMapping(
      `${head}tables:
  - table: order
    from: o
    join:
      - {table: u, alias: buyer, on: {id: uid}, where: [{column: kind, in: [1, 1.50]}]}
    where: [{column: del, not_in: ['1']}]
    requires: [buyer_id]
    columns:
      order_id: id
      buyer_id: [buyer.id, uid]
      paid_minor: {column: pay, as: money_minor, plus: [postage], negate: true}
      status: {column: s, codes: {0: unpaid, -1: refunded, '*': paid}}
`,
      'm.yaml',
    );
    expect(mapping).toEqual({
      schema: 'polyprism.mapping/1',
      currency: 'CNY',
      time_zone: 'Asia/Shanghai',
      tables: [
        {
          table: 'order',
          from: 'o',
          join: [
            {
              table: 'u',
              alias: 'buyer',
              on: { id: 'uid' },
              where: [{ column: 'kind', in: ['1', '1.50'] }],
            },
          ],
          where: [{ column: 'del', not_in: ['1'] }],
          requires: ['buyer_id'],
          columns: {
            order_id: { column: 'id' },
            buyer_id: { column: ['buyer.id', 'uid'] },
            paid_minor: { column: 'pay', as: 'money_minor', plus: ['postage'], negate: true },
            status: { column: 's', codes: { 0: 'unpaid', '-1': 'refunded', '*': 'paid' } },
          },
        },
      ],
    });
  });

  it.each([
    [
      'tables: [',
      '1:10 Flow sequence in block collection must be sufficiently indented and end with ' + 'a ]',
    ],
    [`${head}tables: []\ntable: x`, "5:1 unknown key 'table' (nearest: 'tables')"],
    [head, "1:1 'tables' is missing"],
    [head.replace('CNY', 'RMB') + 'tables: []', "2:11 currency: 'RMB' is no ISO 4217 currency"],
    [
      head.replace('Asia/Shanghai', 'Beijing') + 'tables: []',
      "3:12 time_zone: 'Beijing' is no IANA time zone",
    ],
    [
      `${head}tables:\n  - table: orders\n    from: o\n    columns: {}`,
      "5:12 tables[0].table: 'orders' is no canonical table (nearest: 'order')",
    ],
    [
      `${head}tables:\n  - table: network_tree\n    from: o\n    columns: {}`,
      "5:12 tables[0].table: 'network_tree' is no canonical table",
    ],
    [
      table('    columns:\n      payed_at: t'),
      "8:7 table 'order' has no column 'payed_at' (nearest: 'paid_at')",
    ],
    [table('    columns:\n      src_line: t'), "8:7 table 'order' has no column 'src_line'"],
    [
      table('    columns:\n      paid_at: {column: t, as: unixs}'),
      "8:32 tables[0].columns.paid_at.as: 'unixs' is not one of datetime, unix_s, unix_ms, " +
        "month_first, day_first (nearest: 'unix_s')",
    ],
    [
      table('    columns:\n      paid_at: {column: t, as: money_major}'),
      "8:32 tables[0].columns.paid_at.as: 'money_major' is not one of datetime, unix_s, unix_ms, " +
        'month_first, day_first',
    ],
    [
      table('    columns:\n      status: {column: t, codes: {1: payed}}'),
      "8:38 tables[0].columns.status.codes.1: 'payed' is not one of unpaid, paid, shipped, " +
        "delivered, completed, cancelled, refunded, other (nearest: 'paid')",
    ],
    [
      table('    columns:\n      paid_at: {as: unix_s}'),
      "8:16 tables[0].columns.paid_at: give either 'column' or 'value'",
    ],
    [
      table('    columns:\n      order_no: {column: n, negate: true}'),
      "8:17 tables[0].columns.order_no: 'plus' and 'negate' are for numbers",
    ],
    [
      table('    columns:\n      order_no: {column: n, prefix: x}'),
      "8:17 tables[0].columns.order_no: 'prefix' is for ids",
    ],
    [
      table('    columns:\n      order_no: {column: n, json: "$.a..b"}'),
      "8:35 tables[0].columns.order_no.json: '$.a..b' is no path like $.a.b[0]",
    ],
    [
      table('    columns:\n      order_no: "a\\0b"'),
      '8:17 tables[0].columns.order_no: a NUL character is no text',
    ],
    [
      table(
        '    join: [{table: t, alias: a, on: {}}, {table: u, alias: a, on: {}}]\n    columns: {}',
      ),
      "5:5 tables[0]: two joins have the alias 'a'",
    ],
    [
      table('    requires: [buyer_id]\n    columns: {}'),
      "5:5 tables[0]: requires 'buyer_id', which is not mapped",
    ],
    [table('    columns: {order_id: id, order_id: no}'), '7:29 Map keys must be unique'],
  ])('stops at the place of the mistake: %s', (text, expected) => {
    expect(complaint(text)).toBe(expected);
  });
});

describe('writeMapping', () => {
  const mapping: Mapping = {
    schema: 'polyprism.mapping/1',
    currency: 'CNY',
    time_zone: 'Asia/Shanghai',
    tables: [
      {
        table: 'member',
        from: 'eb_user',
        requires: ['member_id'],
        columns: {
          joined_at: { column: 'add_time', as: 'unix_s' },
          member_id: { column: 'uid' },
          deleted: { column: 'is_del', codes: { '0': 'false', yes: 'true' } },
        },
      },
    ],
  };

  it('writes what parseMapping reads back', () => {
    const again = parseMapping(writeMapping(mapping), 'm.yaml');
    expect(again).toEqual(mapping);
    expect(writeMapping(again)).toBe(writeMapping(mapping));
  });

  it('puts one column on a line, in the order of the canonical table', () => {
    const lines = writeMapping(mapping).split('\n');
    const from = lines.indexOf('schema: polyprism.mapping/1');
    expect(lines.slice(from)).toEqual([
      'schema: polyprism.mapping/1',
      'currency: CNY',
      'time_zone: Asia/Shanghai',
      'tables:',
      '',
      `  # ${tables.member.doc.zh}: ${tables.member.doc.en}`,
      '  - table: member',
      '    from: eb_user',
      '    requires:',
      '      - member_id',
      '    columns:',
      '      member_id: uid',
      '      joined_at: {column: add_time, as: unix_s}',
      '      deleted: {column: is_del, codes: {"0": "false", yes: "true"}}',
      '',
    ]);
  });
});
