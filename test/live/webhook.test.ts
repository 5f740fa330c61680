import { describe, expect, it } from 'vitest';
import { eventDoor } from '../../src/live/event-door.ts';
import { webhookMapper } from '../../src/live/map-webhook.ts';
import { pseudonymsUnder } from '../../src/live/personal-data.ts';
import { parseWebhookMapping } from '../../src/live/webhook-mapping.ts';
import { PolyprismError } from '../../src/model/issue.ts';
import { limits } from '../../src/model/limits.ts';

const source = `
schema: polyprism.webhook/1
events:
  - kind: order.paid
    when: [{ path: $.type, in: [OrderPaid] }]
    id: { path: $.order.code, prefix: paid- }
    at: { path: $.order.paidAt, as: unix_s }
    rows:
      - table: order
        columns:
          order_id: { path: $.order.code }
          buyer_id: { path: [$.order.customer.id, $.order.guest] }
          paid_minor: { path: $.order.total, as: money_major }
          amount_minor: { path: $.order.due }
          status: { path: $.order.state, codes: { PaymentSettled: paid, '*': other } }
          promoter_id: { path: $.order.ref, none: ['0'] }
          shop_id: { value: s1 }
      - table: order_line
        each: $.order.lines
        when: [{ path: '@.kind', not_in: [shipping] }]
        columns:
          order_line_id: { path: '@.id' }
          order_id: { path: $.order.code }
          price_minor: { path: '@.prices[1]', as: money_major }
  - kind: member.joined
    when: [{ path: $.type, in: [Registered] }]
    id: { path: $.id }
    at: { path: $.at }
    rows: [{ table: member, columns: { member_id: { path: $.user } } }]
`;

const map = webhookMapper(parseWebhookMapping(source, 'shop.yaml'));

describe('a webhook mapping', () => {
  it('takes a million noughts of an amount in one pass', () => {
    const amount = (after: string) =>
      JSON.stringify(map({ type: 'OrderPaid', order: { code: '1', total: `1.${after}` } }));
    // Of a search from every nought on this would be 500,000,000,000 steps.
    expect(amount(`5${'0'.repeat(1_000_000)}`)).toContain('"paid_minor":"150"');
    expect(amount(`${'0'.repeat(1_000_000)}1`)).not.toContain('"paid_minor":"100"');
  });

  it("makes events of a shop's own messages", () => {
    const order = {
      code: 77,
      paidAt: 1_767_225_600,
      guest: 'g1',
      total: '19.90',
      due: 2_000,
      state: 'PaymentSettled',
      ref: '0',
      lines: [
        { id: 'a', prices: [1, '5'] },
        { id: 'b', kind: 'shipping', prices: [] },
        { id: 'c', prices: [1] },
      ],
    };
    const [made, ...more] = map({ type: 'OrderPaid', order });
    expect(more).toEqual([]);
    const expected = {
      id: 'paid-77',
      at: '2026-01-01T00:00:00.000Z',
      kind: 'order.paid',
      rows: {
        order: [
          {
            order_id: 77,
            buyer_id: 'g1',
            paid_minor: '1990',
            amount_minor: 2_000,
            status: 'paid',
            promoter_id: null,
            shop_id: 's1',
          },
        ],
        order_line: [
          { order_line_id: 'a', order_id: 77, price_minor: '500' },
          { order_line_id: 'c', order_id: 77 },
        ],
      },
    };
    expect(made).toEqual(expected);
    const door = eventDoor({ pseudonyms: pseudonymsUnder(new Uint8Array(32)), latest_ms: null });
    expect(door(made)).toMatchObject({
      event: {
        at: '2026-01-01T00:00:00Z',
        rows: { order: [{ order_id: '77', paid_minor: 1_990 }] },
      },
    });
    expect(map({ type: 'Other' })).toEqual([]);
    expect(map(null)).toEqual([]);
    expect(map({ type: 'Registered', id: 'e', at: 'x', user: 'u' })).toHaveLength(1);
  });

  it.each([
    ['0.1', '10'],
    ['-19.9', '-1990'],
    ['7', '700'],
    ['007.50', '750'],
    ['1.005', '1.005'],
    ['1,50', '1,50'],
    ['', ''],
  ])('reads an amount exactly, or leaves it to be refused: %s', (total, paid_minor) => {
    const [made] = map({ type: 'OrderPaid', order: { total } });
    expect(made).toMatchObject({ rows: { order: [{ paid_minor }] } });
  });

  it.each([
    ['schema: polyprism.webhook/2\nevents: []', 'schema'],
    [source.replace('kind: order.paid', 'kind: order.sold'), 'events.0.kind'],
    [source.replace('table: order_line', 'table: listing'), 'events.0.rows.1'],
    [source.replace('shop_id:', 'shopid:'), 'events.0.rows.0'],
    [source.replace('$.order.lines', 'order.lines'), 'events.0.rows.1.each'],
    [source.replace('prefix: paid-', 'sql: DROP'), 'events.0.id'],
    ['events: [', ''],
    [`${source}#${'x'.repeat(limits.webhook_mapping_bytes_max - source.length)}`, ''],
  ])('is refused with the field', (text, field) => {
    expect(fieldOf(text)).toBe(field);
  });

  it('has as many characters as it may', () => {
    for (const length of [-1, 0].map((one) => limits.webhook_mapping_bytes_max + one)) {
      expect(fieldOf(`${source}#`.padEnd(length, 'x'))).toBe(null);
    }
  });
});

function fieldOf(text: string): unknown {
  try {
    parseWebhookMapping(text, 'shop.yaml');
    return null;
  } catch (error) {
    return error instanceof PolyprismError ? error.issue.params['field'] : error;
  }
}
